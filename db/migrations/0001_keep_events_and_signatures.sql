CREATE TRIGGER `events_are_never_updated` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'events are never updated'); END;
--> statement-breakpoint
CREATE TRIGGER `events_are_never_deleted` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `signed_answers_are_never_changed` BEFORE UPDATE ON `signed_answers` BEGIN SELECT RAISE(ABORT, 'signed answers are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `signed_answers_are_never_deleted` BEFORE DELETE ON `signed_answers` BEGIN SELECT RAISE(ABORT, 'signed answers are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `signed_grades_are_never_changed` BEFORE UPDATE ON `signed_grades` BEGIN SELECT RAISE(ABORT, 'signed grades are never changed'); END;
