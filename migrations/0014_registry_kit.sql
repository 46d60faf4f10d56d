CREATE SCHEMA "alliances";
--> statement-breakpoint
CREATE SCHEMA "registry";
--> statement-breakpoint
CREATE TABLE "alliances"."alliance_version" (
	"name" text NOT NULL,
	"aliases" jsonb NOT NULL,
	"field" text,
	"state" text NOT NULL,
	"leader" text,
	"agency_id" uuid,
	"members" integer,
	"founded_on" date,
	"contact" text,
	"phone" text,
	"note" text,
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
	CONSTRAINT "alliance_version_division_code_id_version_pk" PRIMARY KEY("division_code","id","version")
);
--> statement-breakpoint
CREATE TABLE "alliances"."alliance" (
	"name" text NOT NULL,
	"aliases" jsonb NOT NULL,
	"field" text,
	"state" text NOT NULL,
	"leader" text,
	"agency_id" uuid,
	"members" integer,
	"founded_on" date,
	"contact" text,
	"phone" text,
	"note" text,
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
	CONSTRAINT "alliance_division_code_id_pk" PRIMARY KEY("division_code","id")
);
--> statement-breakpoint
CREATE TABLE "registry"."import_row" (
	"division_code" char(6) NOT NULL,
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"name" text NOT NULL,
	"key_plain" text NOT NULL,
	"outcome" text NOT NULL,
	"record_id" uuid,
	"version" integer NOT NULL,
	"values" jsonb,
	"changes" jsonb NOT NULL,
	"reasons" jsonb NOT NULL,
	"warnings" jsonb NOT NULL,
	CONSTRAINT "import_row_division_code_import_id_row_pk" PRIMARY KEY("division_code","import_id","row")
);
--> statement-breakpoint
CREATE TABLE "registry"."import" (
	"division_code" char(6) NOT NULL,
	"id" uuid NOT NULL,
	"registry" text NOT NULL,
	"within_id" uuid,
	"file" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" "bytea",
	"state" text NOT NULL,
	"refusal" text,
	"done" integer NOT NULL,
	"all_rows" integer,
	"skipped" jsonb NOT NULL,
	"remarks" jsonb NOT NULL,
	"effective_on" date,
	"basis" text,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_division_code_id_pk" PRIMARY KEY("division_code","id")
);
--> statement-breakpoint
CREATE INDEX "alliance_version_as_of" ON "alliances"."alliance_version" USING btree ("division_code","id","valid_from","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "alliance_key" ON "alliances"."alliance" USING btree ("division_code","key_plain") WHERE merged_into_id is null;--> statement-breakpoint
CREATE INDEX "alliance_sort" ON "alliances"."alliance" USING btree ("division_code","sort_key","id");--> statement-breakpoint
CREATE INDEX "alliance_search" ON "alliances"."alliance" USING gin ("search");--> statement-breakpoint
CREATE INDEX "import_row_key" ON "registry"."import_row" USING btree ("division_code","import_id","key_plain");--> statement-breakpoint
CREATE INDEX "import_row_outcome" ON "registry"."import_row" USING btree ("division_code","import_id","outcome","row");--> statement-breakpoint
CREATE INDEX "import_started" ON "registry"."import" USING btree ("division_code","registry","started_at");