ALTER TABLE "alliances"."alliance_version" ADD COLUMN "file_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "alliances"."alliance_version" ALTER COLUMN "file_ids" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "alliances"."alliance" ADD COLUMN "file_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "alliances"."alliance" ALTER COLUMN "file_ids" DROP DEFAULT;
