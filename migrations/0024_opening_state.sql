CREATE TABLE "reports"."opening" (
	"division_code" char(6) NOT NULL,
	"id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"said" text NOT NULL,
	"on_day" date,
	"value" double precision,
	"undone" jsonb NOT NULL,
	"from_where" text NOT NULL,
	"said_by_id" text NOT NULL,
	"said_by" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "opening_division_code_id_pk" PRIMARY KEY("division_code","id")
);
--> statement-breakpoint
CREATE INDEX "opening_programme" ON "reports"."opening" USING btree ("division_code","programme_id","said_at");