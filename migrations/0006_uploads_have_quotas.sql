CREATE TABLE "files"."intake" (
	"division_code" char(6) NOT NULL,
	"person_id" text NOT NULL,
	"taken_on" date NOT NULL,
	"sha256" char(64) NOT NULL,
	"byte_length" integer NOT NULL,
	CONSTRAINT "intake_division_code_person_id_taken_on_sha256_pk" PRIMARY KEY("division_code","person_id","taken_on","sha256")
);
--> statement-breakpoint
CREATE INDEX "intake_bytes" ON "files"."intake" USING btree ("division_code","sha256");--> statement-breakpoint
-- What was handed in before counts for the county too.
INSERT INTO "files"."intake" ("division_code", "person_id", "taken_on", "sha256", "byte_length")
SELECT "division_code", "uploaded_by_id", ("uploaded_at" AT TIME ZONE 'Asia/Shanghai')::date, "sha256", "byte_length" FROM "files"."file"
ON CONFLICT DO NOTHING;--> statement-breakpoint
-- Receipts of plans keep a name and no account: they stand under nobody's.
INSERT INTO "files"."intake" ("division_code", "person_id", "taken_on", "sha256", "byte_length")
SELECT "division_code", '', ("handed_in_at" AT TIME ZONE 'Asia/Shanghai')::date, "file_sha256", "byte_length" FROM "plans"."hand_in"
ON CONFLICT DO NOTHING;
