CREATE TABLE "ledgers"."policy_entry_version" (
	"programme_id" uuid NOT NULL,
	"title" text NOT NULL,
	"number" text,
	"clause" text,
	"audience" text,
	"delivery" text,
	"agency" text,
	"deadline" text,
	"task_id" uuid,
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
	CONSTRAINT "policy_entry_version_division_code_id_version_pk" PRIMARY KEY("division_code","id","version")
);
--> statement-breakpoint
CREATE TABLE "ledgers"."project_entry_version" (
	"programme_id" uuid NOT NULL,
	"name" text NOT NULL,
	"content" text,
	"total_fen" bigint,
	"year_fen" bigint,
	"progress" text,
	"agency" text,
	"person" text,
	"start" text,
	"finish" text,
	"task_id" uuid,
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
	CONSTRAINT "project_entry_version_division_code_id_version_pk" PRIMARY KEY("division_code","id","version")
);
--> statement-breakpoint
DROP INDEX "ledgers"."policy_entry_programme";--> statement-breakpoint
DROP INDEX "ledgers"."project_entry_programme";--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ALTER COLUMN "number" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ALTER COLUMN "clause" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ALTER COLUMN "audience" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ALTER COLUMN "delivery" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ALTER COLUMN "agency" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ALTER COLUMN "deadline" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ALTER COLUMN "content" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ALTER COLUMN "progress" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ALTER COLUMN "agency" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ALTER COLUMN "person" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ALTER COLUMN "start" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ALTER COLUMN "finish" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ALTER COLUMN "version" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ADD COLUMN "ended_on" date;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ADD COLUMN "search" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ALTER COLUMN "search" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ADD COLUMN "sort_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ALTER COLUMN "sort_key" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ADD COLUMN "key_plain" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" ALTER COLUMN "key_plain" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ALTER COLUMN "version" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ADD COLUMN "ended_on" date;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ADD COLUMN "search" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ALTER COLUMN "search" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ADD COLUMN "sort_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ALTER COLUMN "sort_key" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ADD COLUMN "key_plain" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" ALTER COLUMN "key_plain" DROP DEFAULT;--> statement-breakpoint
-- As the program compares names: without blanks, width and case; what no index entry could hold by its hash.
CREATE FUNCTION pg_temp.plain(text) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT lower(regexp_replace(normalize($1, NFKC), '[\s\u00a0\u2028\u2029\ufeff]', '', 'g')) $$;
--> statement-breakpoint
CREATE FUNCTION pg_temp.kept(text) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT CASE WHEN octet_length($1) <= 1200 THEN $1 ELSE encode(sha256(convert_to($1, 'UTF8')), 'hex') END $$;
--> statement-breakpoint
-- What was left empty is unknown; words to be found by are made at the next start, as PostgreSQL knows no pinyin.
UPDATE "ledgers"."project_entry" SET
  "content" = nullif(btrim("content"), ''),
  "progress" = nullif(btrim("progress"), ''),
  "agency" = nullif(btrim("agency"), ''),
  "person" = nullif(btrim("person"), ''),
  "start" = nullif(btrim("start"), ''),
  "finish" = nullif(btrim("finish"), ''),
  "sort_key" = left("name", 120);
--> statement-breakpoint
-- A line that is there twice stays, marked as a second one: its name is made longer until it is its own.
DO $$ BEGIN
  LOOP
    UPDATE "ledgers"."project_entry" SET "key_plain" = pg_temp.kept(pg_temp.plain("name"));
    UPDATE "ledgers"."project_entry" e SET "name" = "name" || '（重名' || d.nth || '）'
    FROM (
      SELECT "division_code", "id", row_number() OVER (
        PARTITION BY "division_code", "programme_id", "key_plain" ORDER BY "position", "id") AS nth
      FROM "ledgers"."project_entry"
    ) d
    WHERE d."division_code" = e."division_code" AND d."id" = e."id" AND d.nth > 1;
    EXIT WHEN NOT FOUND;
  END LOOP;
END $$;
--> statement-breakpoint
INSERT INTO "ledgers"."project_entry_version" ("programme_id", "name", "content", "total_fen", "year_fen", "progress", "agency", "person", "start", "finish", "task_id", "division_code", "id", "version", "ended_on", "merged_into_id", "saved_by", "saved_at", "search", "sort_key", "key_plain", "valid_from", "recorded_at", "source")
SELECT "programme_id", "name", "content", "total_fen", "year_fen", "progress", "agency", "person", "start", "finish", "task_id", "division_code", "id", "version", "ended_on", "merged_into_id", "saved_by", "saved_at", "search", "sort_key", "key_plain", ("saved_at" AT TIME ZONE 'Asia/Shanghai')::date, "saved_at", '' FROM "ledgers"."project_entry";
--> statement-breakpoint
-- What was left empty is unknown; words to be found by are made at the next start, as PostgreSQL knows no pinyin.
UPDATE "ledgers"."policy_entry" SET
  "number" = nullif(btrim("number"), ''),
  "clause" = nullif(btrim("clause"), ''),
  "audience" = nullif(btrim("audience"), ''),
  "delivery" = nullif(btrim("delivery"), ''),
  "agency" = nullif(btrim("agency"), ''),
  "deadline" = nullif(btrim("deadline"), ''),
  "sort_key" = left("title", 120);
--> statement-breakpoint
-- A line that is there twice stays, marked as a second one: its name is made longer until it is its own.
DO $$ BEGIN
  LOOP
    UPDATE "ledgers"."policy_entry" SET "key_plain" = pg_temp.kept(pg_temp.plain("title") || E'\n' || pg_temp.plain(coalesce("clause", '')));
    UPDATE "ledgers"."policy_entry" e SET "title" = "title" || '（重名' || d.nth || '）'
    FROM (
      SELECT "division_code", "id", row_number() OVER (
        PARTITION BY "division_code", "programme_id", "key_plain" ORDER BY "position", "id") AS nth
      FROM "ledgers"."policy_entry"
    ) d
    WHERE d."division_code" = e."division_code" AND d."id" = e."id" AND d.nth > 1;
    EXIT WHEN NOT FOUND;
  END LOOP;
END $$;
--> statement-breakpoint
INSERT INTO "ledgers"."policy_entry_version" ("programme_id", "title", "number", "clause", "audience", "delivery", "agency", "deadline", "task_id", "division_code", "id", "version", "ended_on", "merged_into_id", "saved_by", "saved_at", "search", "sort_key", "key_plain", "valid_from", "recorded_at", "source")
SELECT "programme_id", "title", "number", "clause", "audience", "delivery", "agency", "deadline", "task_id", "division_code", "id", "version", "ended_on", "merged_into_id", "saved_by", "saved_at", "search", "sort_key", "key_plain", ("saved_at" AT TIME ZONE 'Asia/Shanghai')::date, "saved_at", '' FROM "ledgers"."policy_entry";
--> statement-breakpoint
CREATE INDEX "policy_entry_version_as_of" ON "ledgers"."policy_entry_version" USING btree ("division_code","id","valid_from","recorded_at");--> statement-breakpoint
CREATE INDEX "project_entry_version_as_of" ON "ledgers"."project_entry_version" USING btree ("division_code","id","valid_from","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "policy_entry_key" ON "ledgers"."policy_entry" USING btree ("division_code","programme_id","key_plain") WHERE merged_into_id is null;--> statement-breakpoint
CREATE INDEX "policy_entry_sort" ON "ledgers"."policy_entry" USING btree ("division_code","programme_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "policy_entry_search" ON "ledgers"."policy_entry" USING gin ("search");--> statement-breakpoint
CREATE UNIQUE INDEX "project_entry_key" ON "ledgers"."project_entry" USING btree ("division_code","programme_id","key_plain") WHERE merged_into_id is null;--> statement-breakpoint
CREATE INDEX "project_entry_sort" ON "ledgers"."project_entry" USING btree ("division_code","programme_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "project_entry_search" ON "ledgers"."project_entry" USING gin ("search");--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" DROP COLUMN "position";--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" DROP COLUMN "position";