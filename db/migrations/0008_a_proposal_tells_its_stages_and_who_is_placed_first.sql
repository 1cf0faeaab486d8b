ALTER TABLE `proposals` ADD `stages` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `proposals` ADD `worth` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `proposals` ADD `breaches` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `proposals` ADD `tiers` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `proposals` ADD `fallback` text;--> statement-breakpoint
ALTER TABLE `proposals` ADD `solver` text;--> statement-breakpoint
ALTER TABLE `proposals` ADD `took_ms` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `a_year_has_one_running_proposal` ON `proposals` (`year_id`) WHERE "proposals"."status" = 'running';--> statement-breakpoint
ALTER TABLE `program` ADD `fourth_years_first` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `program` ADD `affiliates_first` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `program` ADD `score_tier_tenths` integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE `program` ADD `most_of_a_school` integer;