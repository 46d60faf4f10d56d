ALTER TABLE "meetings"."minutes" ADD COLUMN "notices" jsonb DEFAULT '[]'::jsonb NOT NULL;
