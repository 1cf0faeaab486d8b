ALTER TABLE `sessions` ADD `clinic` text CONSTRAINT "sessions_clinic" CHECK("clinic" in ('clinic', 'vein clinic'));--> statement-breakpoint
UPDATE `sessions` SET `clinic` = CASE WHEN lower(`name`) = 'vein clinic' THEN 'vein clinic' ELSE 'clinic' END WHERE lower(`name`) LIKE '%clinic%';
