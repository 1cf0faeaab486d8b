CREATE TABLE `curriculum` (
	`id` text PRIMARY KEY NOT NULL,
	`pgy` integer NOT NULL,
	`position` integer NOT NULL,
	`service_id` text NOT NULL,
	`half_months` integer NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "curriculum_kind" CHECK("curriculum"."kind" in ('interventional', 'intensive care', 'clinical', 'surgery', 'imaging', 'elective')),
	CONSTRAINT "curriculum_pgy" CHECK("curriculum"."pgy" between 1 and 6),
	CONSTRAINT "curriculum_takes_time" CHECK("curriculum"."half_months" between 1 and 24)
);
--> statement-breakpoint
CREATE INDEX `curriculum_by_year` ON `curriculum` (`pgy`,`position`);--> statement-breakpoint
CREATE TABLE `procedure_families` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `a_procedure_family_has_its_own_name` ON `procedure_families` (`name`);--> statement-breakpoint
ALTER TABLE `conferences` ADD `last_on` text;--> statement-breakpoint
ALTER TABLE `notes` ADD `changes` text;--> statement-breakpoint
ALTER TABLE `notes` ADD `restores` text;