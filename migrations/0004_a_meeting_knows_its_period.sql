ALTER TABLE "meetings"."meeting" ADD COLUMN "period_on" date;--> statement-breakpoint
-- A meeting already there stands for the period of its day.
UPDATE "meetings"."meeting" SET "period_on" = "held_on" WHERE "series_key" IS NOT NULL;
