ALTER TABLE "plans"."correction" ADD COLUMN "ground" jsonb;--> statement-breakpoint
ALTER TABLE "plans"."plan" ADD COLUMN "amended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "plans"."plan" ADD COLUMN "carried" jsonb;--> statement-breakpoint
ALTER TABLE "programmes"."issue" ADD COLUMN "ground" jsonb;--> statement-breakpoint
UPDATE "plans"."plan" SET "amended_at" = "published_at" WHERE "published_at" IS NOT NULL;
