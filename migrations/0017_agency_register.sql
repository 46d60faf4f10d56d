CREATE TABLE "organisations"."agency_version" (
	"name" text NOT NULL,
	"short_name" text,
	"kind" text NOT NULL,
	"dept_codes" jsonb NOT NULL,
	"aliases" jsonb NOT NULL,
	"former_names" jsonb NOT NULL,
	"credit_code" text,
	"member_ids" jsonb NOT NULL,
	"successor_id" uuid,
	"founded_on" date,
	"dissolved_on" date,
	"division_code" char(6) NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"ended_on" date,
	"merged_into_id" uuid,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"search" "tsvector" NOT NULL,
	"sort_key" text NOT NULL,
	"key_plain" text NOT NULL,
	"valid_from" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	"vintage" text,
	CONSTRAINT "agency_version_division_code_id_version_pk" PRIMARY KEY("division_code","id","version")
);
--> statement-breakpoint
DROP INDEX "organisations"."agency_name";--> statement-breakpoint
ALTER TABLE "organisations"."agency" ALTER COLUMN "credit_code" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "organisations"."agency" RENAME COLUMN "valid_from" TO "founded_on";--> statement-breakpoint
ALTER TABLE "organisations"."agency" RENAME COLUMN "valid_to" TO "dissolved_on";--> statement-breakpoint
ALTER TABLE "organisations"."agency" RENAME COLUMN "merged_into_id" TO "successor_id";--> statement-breakpoint
ALTER TABLE "organisations"."agency" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "organisations"."agency" ADD COLUMN "version" integer NOT NULL DEFAULT 1;--> statement-breakpoint
ALTER TABLE "organisations"."agency" ALTER COLUMN "version" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "organisations"."agency" ADD COLUMN "ended_on" date;--> statement-breakpoint
ALTER TABLE "organisations"."agency" ADD COLUMN "saved_by" text NOT NULL DEFAULT '原有登记';--> statement-breakpoint
ALTER TABLE "organisations"."agency" ALTER COLUMN "saved_by" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "organisations"."agency" ADD COLUMN "saved_at" timestamp with time zone NOT NULL DEFAULT now();--> statement-breakpoint
ALTER TABLE "organisations"."agency" ALTER COLUMN "saved_at" DROP DEFAULT;--> statement-breakpoint
-- Words and pinyin are filled in by the start that follows.
ALTER TABLE "organisations"."agency" ADD COLUMN "search" "tsvector" NOT NULL DEFAULT '';--> statement-breakpoint
ALTER TABLE "organisations"."agency" ALTER COLUMN "search" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "organisations"."agency" ADD COLUMN "sort_key" text NOT NULL DEFAULT '';--> statement-breakpoint
ALTER TABLE "organisations"."agency" ALTER COLUMN "sort_key" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "organisations"."agency" ADD COLUMN "key_plain" text NOT NULL DEFAULT '';--> statement-breakpoint
ALTER TABLE "organisations"."agency" ALTER COLUMN "key_plain" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "organisations"."agency" DROP COLUMN "initials";--> statement-breakpoint
UPDATE "organisations"."agency" SET "ended_on" = "dissolved_on", "credit_code" = trim("credit_code"),
  "key_plain" = lower(regexp_replace(normalize("name", NFKC), '\s', '', 'g'));--> statement-breakpoint
-- Two that differ in blanks or width alone stay two: the later one is known by its id as well.
UPDATE "organisations"."agency" a SET "key_plain" = a."key_plain" || ' ' || a."id" FROM "organisations"."agency" b
  WHERE b."division_code" = a."division_code" AND b."key_plain" = a."key_plain" AND b."id" < a."id";--> statement-breakpoint
CREATE INDEX "agency_version_as_of" ON "organisations"."agency_version" USING btree ("division_code","id","valid_from","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "agency_key" ON "organisations"."agency" USING btree ("division_code","key_plain") WHERE merged_into_id is null;--> statement-breakpoint
CREATE INDEX "agency_sort" ON "organisations"."agency" USING btree ("division_code","sort_key","id");--> statement-breakpoint
CREATE INDEX "agency_search" ON "organisations"."agency" USING gin ("search");--> statement-breakpoint
-- What stands is the first version, true since the agency was founded; where that is not known, since there are agencies.
INSERT INTO "organisations"."agency_version" ("name", "short_name", "kind", "dept_codes", "aliases", "former_names", "credit_code", "member_ids",
  "successor_id", "founded_on", "dissolved_on", "division_code", "id", "version", "ended_on", "saved_by", "saved_at", "search", "sort_key",
  "key_plain", "valid_from", "recorded_at", "source")
SELECT "name", "short_name", "kind", "dept_codes", "aliases", "former_names", "credit_code", "member_ids", "successor_id", "founded_on",
  "dissolved_on", "division_code", "id", "version", "ended_on", "saved_by", "saved_at", "search", "sort_key", "key_plain",
  least(coalesce("founded_on", '1949-10-01'), current_date), "saved_at", '原有登记'
FROM "organisations"."agency";
