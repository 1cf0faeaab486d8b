CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`student_id` text NOT NULL,
	`clerkship_id` text NOT NULL,
	`year_id` text NOT NULL,
	`status` text NOT NULL,
	`statement` text,
	`status_at` integer NOT NULL,
	`started_at` integer NOT NULL,
	`sent_at` integer,
	`reply_by_on` text,
	`reason` text,
	`return_by_on` text,
	FOREIGN KEY (`student_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`clerkship_id`) REFERENCES `clerkships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year_id`) REFERENCES `academic_years`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "applications_status" CHECK("applications"."status" in ('draft', 'submitted', 'returned', 'eligible', 'waitlisted', 'not offered', 'withdrawn', 'placed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `an_application_has_its_own_reference` ON `applications` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `a_student_has_one_live_application_a_clerkship_and_year` ON `applications` (`student_id`,`clerkship_id`,`year_id`) WHERE "applications"."status" not in ('withdrawn', 'not offered');--> statement-breakpoint
CREATE INDEX `applications_by_status` ON `applications` (`status`,`sent_at`);--> statement-breakpoint
CREATE TABLE `choices` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`rank` integer NOT NULL,
	`block_id` text NOT NULL,
	`service_id` text,
	`has_ended` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`block_id`) REFERENCES `blocks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_rank_is_given_once` ON `choices` (`application_id`,`rank`);--> statement-breakpoint
CREATE UNIQUE INDEX `a_block_and_service_is_wished_once` ON `choices` (`application_id`,`block_id`,`service_id`) WHERE "choices"."service_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `a_block_and_any_service_is_wished_once` ON `choices` (`application_id`,`block_id`) WHERE "choices"."service_id" is null;--> statement-breakpoint
CREATE TABLE `profiles` (
	`person_id` text PRIMARY KEY NOT NULL,
	`school_id` text,
	`school_name` text,
	`registrar_email` text NOT NULL,
	`promotes_on` text NOT NULL,
	`graduates_on` text NOT NULL,
	`medicine_done_on` text NOT NULL,
	`surgery_done_on` text NOT NULL,
	`exam` text,
	`exam_passed_on` text,
	`emergency_name` text,
	`emergency_phone` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "profiles_exam" CHECK("profiles"."exam" in ('step-1', 'level-1'))
);
--> statement-breakpoint
CREATE TABLE `confirmations` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`status` text NOT NULL,
	`asked_at` integer NOT NULL,
	`asked_of` text NOT NULL,
	`reply_by_on` text NOT NULL,
	`answered_at` integer,
	`signer_name` text,
	`signer_title` text,
	`answers` text,
	`reason` text,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "confirmations_status" CHECK("confirmations"."status" in ('asked', 'confirmed', 'declined', 'expired', 'revoked'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_school_is_asked_once_an_application` ON `confirmations` (`application_id`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`student_id` text NOT NULL,
	`application_id` text NOT NULL,
	`requirement_id` text NOT NULL,
	`file_id` text,
	`dated_on` text,
	`answers` text,
	`status` text NOT NULL,
	`problem` text,
	`is_current` integer DEFAULT false NOT NULL,
	`handed_in_at` integer NOT NULL,
	`checked_at` integer,
	`checked_by_id` text,
	FOREIGN KEY (`student_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requirement_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_status" CHECK("documents"."status" in ('received', 'accepted', 'problem', 'expired'))
);
--> statement-breakpoint
CREATE INDEX `documents_by_application` ON `documents` (`application_id`,`requirement_id`);--> statement-breakpoint
CREATE INDEX `documents_by_status` ON `documents` (`status`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`reviewer_id` text NOT NULL,
	`status` text NOT NULL,
	`has_conflict` integer DEFAULT false NOT NULL,
	`scores` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_status" CHECK("reviews"."status" in ('drafted', 'signed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_reviewer_scores_an_application_once` ON `reviews` (`application_id`,`reviewer_id`);--> statement-breakpoint
CREATE TABLE `placements` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text,
	`student_id` text NOT NULL,
	`opening_id` text NOT NULL,
	`status` text NOT NULL,
	`is_pinned` integer DEFAULT false NOT NULL,
	`is_overbooked` integer DEFAULT false NOT NULL,
	`status_at` integer NOT NULL,
	`placed_by_id` text,
	`placed_at` integer,
	`expires_at` integer,
	`papers_due_on` text,
	`reason` text,
	`replaced_by_id` text,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`student_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opening_id`) REFERENCES `openings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaced_by_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "placements_status" CHECK("placements"."status" in ('draft', 'offered', 'accepted', 'confirmed', 'completed', 'declined', 'lapsed', 'withdrawn', 'cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `an_application_has_one_live_placement` ON `placements` (`application_id`) WHERE "placements"."status" in ('draft', 'offered', 'accepted', 'confirmed', 'completed');--> statement-breakpoint
CREATE INDEX `placements_by_opening` ON `placements` (`opening_id`,`status`);--> statement-breakpoint
CREATE INDEX `placements_by_student` ON `placements` (`student_id`);--> statement-breakpoint
CREATE INDEX `placements_by_status` ON `placements` (`status`,`expires_at`);--> statement-breakpoint
CREATE TABLE `lotteries` (
	`year_id` text PRIMARY KEY NOT NULL,
	`seed` text NOT NULL,
	`drawn_at` integer NOT NULL,
	FOREIGN KEY (`year_id`) REFERENCES `academic_years`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`year_id` text NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`input_hash` text NOT NULL,
	`seed` text NOT NULL,
	`seats` text NOT NULL,
	`unplaced` text NOT NULL,
	`made_by_id` text NOT NULL,
	`made_at` integer NOT NULL,
	`accepted_at` integer,
	`discarded_at` integer,
	FOREIGN KEY (`year_id`) REFERENCES `academic_years`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "proposals_status" CHECK("proposals"."status" in ('running', 'optimal', 'time-limit', 'fallback', 'cancelled', 'serial'))
);
--> statement-breakpoint
CREATE TABLE `evaluations` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`author_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`status` text NOT NULL,
	`declined_for` text,
	`requested_at` integer NOT NULL,
	`due_on` text NOT NULL,
	`draft` text,
	`drafted_at` integer,
	`released_at` integer,
	`read_at` integer,
	`reminded_on` text,
	`escalated_on` text,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evaluations_status" CHECK("evaluations"."status" in ('requested', 'drafted', 'signed', 'declined', 'expired')),
	CONSTRAINT "evaluations_declined_for" CHECK("evaluations"."declined_for" in ('contact', 'conflict'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `an_evaluation_is_asked_once` ON `evaluations` (`placement_id`,`author_id`,`subject_id`,`questionnaire_id`);--> statement-breakpoint
CREATE INDEX `evaluations_by_author` ON `evaluations` (`author_id`,`status`);--> statement-breakpoint
CREATE INDEX `evaluations_by_subject` ON `evaluations` (`subject_id`);--> statement-breakpoint
CREATE INDEX `evaluations_by_status` ON `evaluations` (`status`,`due_on`);--> statement-breakpoint
CREATE TABLE `professionalism_concerns` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_concern_is_raised_once` ON `professionalism_concerns` (`placement_id`,`author_id`,`text`);--> statement-breakpoint
CREATE TABLE `questionnaires` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`items` text NOT NULL,
	`release_after` text NOT NULL,
	CONSTRAINT "questionnaires_slug" CHECK("questionnaires"."slug" in ('resident-on-student', 'attending-on-student', 'midpoint', 'midpoint-two-weeks')),
	CONSTRAINT "questionnaires_status" CHECK("questionnaires"."status" in ('draft', 'in use', 'retired')),
	CONSTRAINT "questionnaires_release_after" CHECK("questionnaires"."release_after" in ('signature', 'look', 'grade'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_questionnaire_has_one_row_a_version` ON `questionnaires` (`slug`,`version`);--> statement-breakpoint
CREATE TABLE `signed_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`evaluation_id` text NOT NULL,
	`version` integer NOT NULL,
	`answers` text NOT NULL,
	`days` integer,
	`reason` text,
	`signed_at` integer NOT NULL,
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_signed_version_stands_once` ON `signed_answers` (`evaluation_id`,`version`);--> statement-breakpoint
CREATE TABLE `grades` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`status` text NOT NULL,
	`grade` text,
	`narrative` text,
	`updated_at` integer NOT NULL,
	`updated_by_id` text NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "grades_status" CHECK("grades"."status" in ('drafted', 'signed', 'corrected'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_placement_has_one_grade` ON `grades` (`placement_id`);--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`student_id` text NOT NULL,
	`author_id` text NOT NULL,
	`status` text NOT NULL,
	`requested_at` integer NOT NULL,
	`has_waived` integer DEFAULT false NOT NULL,
	`consented_at` integer,
	`signer_name` text NOT NULL,
	`eras_letter_id` text NOT NULL,
	`aamc_id` text NOT NULL,
	`body` text,
	`signed_at` integer,
	`uploaded_at` integer,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`student_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "letters_status" CHECK("letters"."status" in ('requested', 'drafted', 'signed', 'uploaded'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_letter_is_asked_once_a_placement_and_author` ON `letters` (`placement_id`,`author_id`);--> statement-breakpoint
CREATE TABLE `signed_grades` (
	`id` text PRIMARY KEY NOT NULL,
	`grade_id` text NOT NULL,
	`version` integer NOT NULL,
	`grade` text NOT NULL,
	`narrative` text NOT NULL,
	`signed_by_id` text NOT NULL,
	`signed_at` integer NOT NULL,
	`reason` text,
	FOREIGN KEY (`grade_id`) REFERENCES `grades`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_signed_grade_stands_once` ON `signed_grades` (`grade_id`,`version`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`stored_as` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`pages` integer DEFAULT 1 NOT NULL,
	`owner_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `files_by_owner` ON `files` (`owner_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`status` text DEFAULT 'waiting' NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`subject_kind` text,
	`subject_id` text,
	`created_at` integer NOT NULL,
	`not_before_at` integer NOT NULL,
	`lease_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	`error` text,
	CONSTRAINT "messages_status" CHECK("messages"."status" in ('waiting', 'sending', 'sent', 'failed', 'unsure', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_message_is_posted_once_by_its_key` ON `messages` (`key`);--> statement-breakpoint
CREATE INDEX `messages_by_status` ON `messages` (`status`,`not_before_at`);--> statement-breakpoint
CREATE INDEX `messages_by_subject` ON `messages` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `attendings_of_record` (
	`placement_id` text PRIMARY KEY NOT NULL,
	`attending_id` text NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attending_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `exclusions` (
	`id` text PRIMARY KEY NOT NULL,
	`student_id` text NOT NULL,
	`supervisor_id` text NOT NULL,
	`note_id` text,
	FOREIGN KEY (`student_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supervisor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `an_exclusion_stands_once` ON `exclusions` (`student_id`,`supervisor_id`);--> statement-breakpoint
CREATE TABLE `pairings` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`supervisor_id` text NOT NULL,
	`first_on` text NOT NULL,
	`last_on` text NOT NULL,
	`status` text NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supervisor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pairings_status" CHECK("pairings"."status" in ('draft', 'published'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_pairing_begins_once` ON `pairings` (`placement_id`,`supervisor_id`,`first_on`);--> statement-breakpoint
CREATE INDEX `pairings_by_supervisor` ON `pairings` (`supervisor_id`,`first_on`);--> statement-breakpoint
CREATE TABLE `cast` (
	`person_id` text PRIMARY KEY NOT NULL,
	`group` text NOT NULL,
	`hint` text NOT NULL,
	`rank` integer NOT NULL,
	`is_first` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cast_group" CHECK("cast"."group" in ('students', 'residents-and-attendings', 'staff'))
);
--> statement-breakpoint
CREATE TABLE `addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`email` text NOT NULL,
	`is_primary` integer DEFAULT false NOT NULL,
	`verified_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `an_address_belongs_to_one_person` ON `addresses` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `a_person_has_one_primary_address` ON `addresses` (`person_id`) WHERE "addresses"."is_primary" = 1;--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`family_name` text NOT NULL,
	`pronouns` text,
	`phone` text,
	`introduction` text,
	`created_at` integer NOT NULL,
	`deactivated_at` integer,
	`merged_into_id` text,
	`erased_at` integer
);
--> statement-breakpoint
CREATE TABLE `roles` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_on` text,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "roles_role" CHECK("roles"."role" in ('student', 'resident', 'attending', 'coordinator', 'clerkship-director', 'program-director', 'reviewer', 'health-reviewer'))
);
--> statement-breakpoint
CREATE INDEX `roles_by_role` ON `roles` (`role`);--> statement-breakpoint
CREATE TABLE `codes` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`code_hash` text NOT NULL,
	`next` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `an_address_has_one_open_code` ON `codes` (`email`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`invited_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitations_role" CHECK("invitations"."role" in ('student', 'resident', 'attending', 'coordinator', 'clerkship-director', 'program-director', 'reviewer', 'health-reviewer'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `an_invitation_has_its_own_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` text NOT NULL,
	`email` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_link_has_its_own_token` ON `links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `links_by_subject` ON `links` (`subject_id`);--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`device` text,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_sign_in_has_its_own_token` ON `sign_ins` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sign_ins_by_person` ON `sign_ins` (`person_id`);--> statement-breakpoint
CREATE TABLE `academic_years` (
	`id` text PRIMARY KEY NOT NULL,
	`first_on` text NOT NULL,
	`last_on` text NOT NULL,
	`opens_at` integer
);
--> statement-breakpoint
CREATE TABLE `blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`year_id` text NOT NULL,
	`name` text NOT NULL,
	`first_on` text NOT NULL,
	`last_on` text NOT NULL,
	`apply_by_on` text NOT NULL,
	`part_of_id` text,
	`most_students` integer,
	FOREIGN KEY (`year_id`) REFERENCES `academic_years`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_of_id`) REFERENCES `blocks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_block_has_its_own_name_in_a_year` ON `blocks` (`year_id`,`name`);--> statement-breakpoint
CREATE INDEX `blocks_by_day` ON `blocks` (`first_on`);--> statement-breakpoint
CREATE TABLE `conferences` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`weekday` integer NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`first_on` text NOT NULL,
	`every_weeks` integer DEFAULT 1 NOT NULL,
	`is_first_of_month` integer DEFAULT false NOT NULL,
	`is_optional` integer DEFAULT false NOT NULL,
	`is_for_students` integer DEFAULT false NOT NULL,
	`replaces_noon` integer DEFAULT false NOT NULL,
	`note` text
);
--> statement-breakpoint
CREATE TABLE `holidays` (
	`on` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `clerkships` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`summary` text NOT NULL,
	`weeks` integer NOT NULL,
	`years` text NOT NULL,
	`fee_cents` integer NOT NULL,
	`status` text NOT NULL,
	`takes_vslo` integer DEFAULT false NOT NULL,
	CONSTRAINT "clerkships_kind" CHECK("clerkships"."kind" in ('sub-internship', 'elective')),
	CONSTRAINT "clerkships_status" CHECK("clerkships"."status" in ('draft', 'open', 'closed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_clerkship_has_its_own_slug` ON `clerkships` (`slug`);--> statement-breakpoint
CREATE TABLE `openings` (
	`id` text PRIMARY KEY NOT NULL,
	`clerkship_id` text NOT NULL,
	`block_id` text NOT NULL,
	`service_id` text NOT NULL,
	`seats` integer NOT NULL,
	`minimum` integer DEFAULT 0 NOT NULL,
	`held_seats` integer DEFAULT 0 NOT NULL,
	`held_until_on` text,
	FOREIGN KEY (`clerkship_id`) REFERENCES `clerkships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`block_id`) REFERENCES `blocks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `an_opening_stands_once` ON `openings` (`clerkship_id`,`block_id`,`service_id`);--> statement-breakpoint
CREATE TABLE `windows` (
	`id` text PRIMARY KEY NOT NULL,
	`clerkship_id` text NOT NULL,
	`block_id` text NOT NULL,
	`opens_at` integer NOT NULL,
	FOREIGN KEY (`clerkship_id`) REFERENCES `clerkships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`block_id`) REFERENCES `blocks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_clerkship_is_offered_once_in_a_block` ON `windows` (`clerkship_id`,`block_id`);--> statement-breakpoint
CREATE TABLE `program` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`hospital` text NOT NULL,
	`zone` text DEFAULT 'America/Los_Angeles' NOT NULL,
	`contact_email` text NOT NULL,
	`contact_phone` text NOT NULL,
	`first_day_at` text DEFAULT '07:00' NOT NULL,
	`meeting_place` text NOT NULL,
	`exposure_phone` text NOT NULL,
	`exposure_text` text NOT NULL,
	`figures` text DEFAULT '[]' NOT NULL,
	`apply_days_before` integer DEFAULT 60 NOT NULL,
	`most_choices` integer DEFAULT 5 NOT NULL,
	`decision_days` integer DEFAULT 21 NOT NULL,
	`reply_days` integer DEFAULT 14 NOT NULL,
	`short_reply_days` integer DEFAULT 7 NOT NULL,
	`short_reply_under_days` integer DEFAULT 60 NOT NULL,
	`reply_ends_days_before` integer DEFAULT 28 NOT NULL,
	`least_reply_hours` integer DEFAULT 24 NOT NULL,
	`promote_until_days_before` integer DEFAULT 42 NOT NULL,
	`drop_notice_days` integer DEFAULT 28 NOT NULL,
	`papers_due_days_before` integer DEFAULT 28 NOT NULL,
	`confirmation_days` integer DEFAULT 21 NOT NULL,
	`least_days_together` integer DEFAULT 3 NOT NULL,
	`evaluation_due_days` integer DEFAULT 7 NOT NULL,
	`grade_due_days` integer DEFAULT 28 NOT NULL,
	`grade_limit_days` integer DEFAULT 42 NOT NULL,
	`least_ratings` integer DEFAULT 3 NOT NULL,
	`most_students_a_resident` integer DEFAULT 2 NOT NULL,
	`undo_minutes` integer DEFAULT 10 NOT NULL,
	CONSTRAINT "one_program" CHECK("program"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `requirements` (
	`id` text PRIMARY KEY NOT NULL,
	`clerkship_id` text NOT NULL,
	`key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	`task` text NOT NULL,
	`hint` text,
	`phase` text NOT NULL,
	`rule` text NOT NULL,
	`due_days_before` integer,
	`is_health` integer DEFAULT false NOT NULL,
	`position` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`clerkship_id`) REFERENCES `clerkships`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "requirements_phase" CHECK("requirements"."phase" in ('to apply', 'to start'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_requirement_has_one_row_a_version` ON `requirements` (`clerkship_id`,`key`,`version`);--> statement-breakpoint
CREATE INDEX `requirements_by_clerkship` ON `requirements` (`clerkship_id`);--> statement-breakpoint
CREATE TABLE `agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`first_on` text NOT NULL,
	`last_on` text NOT NULL,
	`most_students` integer,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agreements_by_school` ON `agreements` (`school_id`);--> statement-breakpoint
CREATE TABLE `schools` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`city` text NOT NULL,
	`registrar_email` text,
	`is_own` integer DEFAULT false NOT NULL,
	`is_affiliated` integer DEFAULT false NOT NULL,
	`grades` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_school_has_its_own_name` ON `schools` (`name`);--> statement-breakpoint
CREATE TABLE `services` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`letter` text NOT NULL,
	`tone` text DEFAULT 'neutral' NOT NULL,
	`description` text,
	`focus` text DEFAULT '[]' NOT NULL,
	`takes_students` integer DEFAULT false NOT NULL,
	`most_students` integer DEFAULT 0 NOT NULL,
	`position` integer NOT NULL,
	CONSTRAINT "services_tone" CHECK("services"."tone" in ('ok', 'warn', 'bad', 'info', 'wait', 'neutral'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_service_has_its_own_slug` ON `services` (`slug`);--> statement-breakpoint
CREATE TABLE `session_times` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`service_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`half` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "session_times_half" CHECK("session_times"."half" in ('morning', 'afternoon'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_half_day_has_one_session` ON `session_times` (`service_id`,`weekday`,`half`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`first_on` text NOT NULL,
	`last_on` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "absences_status" CHECK("absences"."status" in ('asked', 'approved', 'refused'))
);
--> statement-breakpoint
CREATE INDEX `absences_by_person` ON `absences` (`person_id`,`first_on`);--> statement-breakpoint
CREATE TABLE `clinics` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`half` text NOT NULL,
	`kind` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "clinics_half" CHECK("clinics"."half" in ('morning', 'afternoon')),
	CONSTRAINT "clinics_kind" CHECK("clinics"."kind" in ('clinic', 'vein clinic', 'continuity clinic'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_person_has_one_clinic_a_half_day` ON `clinics` (`person_id`,`weekday`,`half`);--> statement-breakpoint
CREATE TABLE `duties` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`service_id` text NOT NULL,
	`kind` text NOT NULL,
	`first_on` text NOT NULL,
	`last_on` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duties_kind" CHECK("duties"."kind" in ('duty', 'consult week', 'stroke week', 'call'))
);
--> statement-breakpoint
CREATE INDEX `duties_by_service` ON `duties` (`service_id`,`first_on`);--> statement-breakpoint
CREATE INDEX `duties_by_person` ON `duties` (`person_id`,`first_on`);--> statement-breakpoint
CREATE TABLE `supervisors` (
	`person_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`division` text,
	`pgy` integer,
	`pgy_from` text,
	`home_program` text,
	`most_students` integer,
	`title` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supervisors_kind" CHECK("supervisors"."kind" in ('resident', 'attending')),
	CONSTRAINT "supervisors_division" CHECK("supervisors"."division" in ('peripheral', 'neuro'))
);
--> statement-breakpoint
CREATE TABLE `disclosures` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`viewer_id` text NOT NULL,
	`student_id` text NOT NULL,
	`what` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `disclosures_by_student` ON `disclosures` (`student_id`,`at`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`person_id` text,
	`actor_name` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`step` text NOT NULL,
	`from` text,
	`to` text,
	`note_id` text,
	FOREIGN KEY (`note_id`) REFERENCES `notes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "events_actor_kind" CHECK("events"."actor_kind" in ('person', 'link', 'job', 'anonymous'))
);
--> statement-breakpoint
CREATE INDEX `events_by_subject` ON `events` (`subject_kind`,`subject_id`,`at`);--> statement-breakpoint
CREATE INDEX `events_by_time` ON `events` (`at`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `clock` (
	`id` integer PRIMARY KEY NOT NULL,
	`is_demo` integer NOT NULL,
	`program_at` integer NOT NULL,
	`machine_at` integer NOT NULL,
	CONSTRAINT "one_clock" CHECK("clock"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`person_id` text NOT NULL,
	`path` text NOT NULL,
	`form` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `path`)
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`state` text DEFAULT 'due' NOT NULL,
	`due_at` integer NOT NULL,
	`input` text,
	`lease_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`progress` integer,
	`cancel_asked_at` integer,
	`started_at` integer,
	`ended_at` integer,
	`error` text,
	CONSTRAINT "jobs_state" CHECK("jobs"."state" in ('due', 'running', 'done', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_job_is_queued_once_by_its_key` ON `jobs` (`key`);--> statement-breakpoint
CREATE TABLE `limits` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`window` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`kind`, `key`, `window`)
);
