CREATE TRIGGER `signed_grades_are_never_deleted` BEFORE DELETE ON `signed_grades` BEGIN SELECT RAISE(ABORT, 'signed grades are never deleted'); END;
