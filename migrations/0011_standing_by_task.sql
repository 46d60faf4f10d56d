-- Lamps that stand are worked out from the facts; what is not there is worked out by the next who looks.
DELETE FROM "lamps"."standing";--> statement-breakpoint
CREATE TABLE "lamps"."standing_verdict" (
	"division_code" char(6) NOT NULL,
	"programme_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"is_task" boolean NOT NULL,
	"position" integer NOT NULL,
	"clan" uuid NOT NULL,
	"also_said_in" jsonb NOT NULL,
	"verdict" jsonb,
	CONSTRAINT "standing_verdict_division_code_programme_id_subject_id_pk" PRIMARY KEY("division_code","programme_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "lamps"."touched" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lamps"."standing" ADD COLUMN "engine" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "lamps"."standing" ADD COLUMN "stamp" uuid NOT NULL;--> statement-breakpoint
CREATE INDEX "touched_programme" ON "lamps"."touched" USING btree ("division_code","programme_id");--> statement-breakpoint
ALTER TABLE "lamps"."standing" DROP COLUMN "verdict";