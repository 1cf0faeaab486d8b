-- Applications sent before versions counted are judged by what was asked when they were sent.
UPDATE `applications` SET `requirements_at` = `sent_at` WHERE `sent_at` IS NOT NULL;
