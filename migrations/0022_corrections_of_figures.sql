CREATE TABLE "reports"."correction" (
	"division_code" char(6) NOT NULL,
	"id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"before" double precision NOT NULL,
	"after" double precision NOT NULL,
	"reason" text NOT NULL,
	"asked_by_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"settled_by" text,
	"settled_at" timestamp with time zone,
	"settled_reason" text,
	CONSTRAINT "correction_division_code_id_pk" PRIMARY KEY("division_code","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "correction_open" ON "reports"."correction" USING btree ("division_code","report_id","target_id") WHERE status = 'asked';--> statement-breakpoint
CREATE INDEX "correction_programme" ON "reports"."correction" USING btree ("division_code","programme_id","asked_at");