CREATE TABLE "accounts"."mandate" (
	"division_code" char(6) NOT NULL,
	"id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"party_kind" text,
	"party_id" uuid,
	"began_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"chosen_at" timestamp with time zone,
	CONSTRAINT "mandate_division_code_id_pk" PRIMARY KEY("division_code","id")
);
--> statement-breakpoint
DROP INDEX "accounts"."grant_pending";--> statement-breakpoint
ALTER TABLE "accounts"."grant" ADD COLUMN "party_kind" text;--> statement-breakpoint
ALTER TABLE "accounts"."grant" ADD COLUMN "party_id" uuid;--> statement-breakpoint
ALTER TABLE "accounts"."grant" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
-- Everybody who may act today goes on in one mandate; who waits to be confirmed has none yet.
INSERT INTO "accounts"."mandate" ("division_code", "id", "user_id", "role", "party_kind", "party_id", "began_at")
  SELECT u."division_code", gen_random_uuid(), u."id", u."role", CASE WHEN u."agency_id" IS NULL THEN NULL ELSE 'agency' END, u."agency_id",
    coalesce((SELECT max(g."decided_at") FROM "accounts"."grant" g WHERE g."division_code" = u."division_code" AND g."user_id" = u."id"
      AND g."state" = 'confirmed'), u."created_at")
  FROM "accounts"."user" u WHERE NOT u."awaiting_grant";--> statement-breakpoint
UPDATE "accounts"."grant" SET "party_kind" = 'agency', "party_id" = "agency_id" WHERE "agency_id" IS NOT NULL;--> statement-breakpoint
-- What was asked for somebody who may act already was asked in place of what they have.
UPDATE "accounts"."grant" g SET "replaces_id" = m."id" FROM "accounts"."mandate" m
  WHERE m."division_code" = g."division_code" AND m."user_id" = g."user_id" AND g."state" = 'pending';--> statement-breakpoint
ALTER TABLE "accounts"."session" ADD COLUMN "mandate_id" uuid;--> statement-breakpoint
UPDATE "accounts"."session" s SET "mandate_id" = m."id" FROM "accounts"."mandate" m WHERE m."user_id" = s."user_id";--> statement-breakpoint
DELETE FROM "accounts"."session" WHERE "mandate_id" IS NULL;--> statement-breakpoint
ALTER TABLE "accounts"."session" ALTER COLUMN "mandate_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "notices"."notice" ADD COLUMN "mandate_id" uuid;--> statement-breakpoint
ALTER TABLE "audit"."entry" ADD COLUMN "party" text;--> statement-breakpoint
CREATE INDEX "mandate_user" ON "accounts"."mandate" USING btree ("division_code","user_id");--> statement-breakpoint
CREATE INDEX "mandate_party" ON "accounts"."mandate" USING btree ("division_code","party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mandate_open" ON "accounts"."mandate" USING btree ("division_code","user_id","role",coalesce(party_id::text, '')) WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "grant_pending" ON "accounts"."grant" USING btree ("division_code","user_id","role",coalesce(party_id::text, '')) WHERE state = 'pending';--> statement-breakpoint
ALTER TABLE "accounts"."grant" DROP COLUMN "agency_id";--> statement-breakpoint
ALTER TABLE "accounts"."user" DROP COLUMN "role";--> statement-breakpoint
ALTER TABLE "accounts"."user" DROP COLUMN "agency_id";--> statement-breakpoint
ALTER TABLE "accounts"."user" DROP COLUMN "awaiting_grant";