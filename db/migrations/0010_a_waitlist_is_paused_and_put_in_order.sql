CREATE TABLE `waitlist_places` (
	`id` text PRIMARY KEY NOT NULL,
	`opening_id` text NOT NULL,
	`application_id` text NOT NULL,
	`rank` integer,
	`skipped_for` text,
	`skipped_at` integer,
	FOREIGN KEY (`opening_id`) REFERENCES `openings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `an_application_waits_once_for_an_opening` ON `waitlist_places` (`opening_id`,`application_id`);--> statement-breakpoint
CREATE TABLE `waitlists` (
	`opening_id` text PRIMARY KEY NOT NULL,
	`is_paused` integer DEFAULT false NOT NULL,
	`reason` text,
	FOREIGN KEY (`opening_id`) REFERENCES `openings`(`id`) ON UPDATE no action ON DELETE cascade
);
