ALTER TABLE `applications` ADD `requirements_at` integer;--> statement-breakpoint
ALTER TABLE `requirements` ADD `from_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `a_requirement_has_one_version_in_force` ON `requirements` (`clerkship_id`,`key`) WHERE "requirements"."retired_at" is null;