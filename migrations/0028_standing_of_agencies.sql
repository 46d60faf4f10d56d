ALTER TABLE "organisations"."agency" ADD COLUMN "standing" text;--> statement-breakpoint
ALTER TABLE "organisations"."agency_version" ADD COLUMN "standing" text;--> statement-breakpoint
ALTER TABLE "supervision"."order" ADD COLUMN "standing" text DEFAULT 'below' NOT NULL;--> statement-breakpoint
ALTER TABLE "supervision"."settings" ADD COLUMN "editions" jsonb;--> statement-breakpoint
-- Series are named by who signs from now on; programmes that gave numbers before go on with the word they had.
INSERT INTO "supervision"."settings" ("division_code", "programme_id", "settings", "saved_by", "saved_at")
SELECT DISTINCT ON (division_code, programme_id) division_code, programme_id,
  jsonb_build_object('prefix', regexp_replace(word, '督[提催通约]?$', '')), '沿用原代字', now()
FROM "supervision"."paper" ORDER BY division_code, programme_id, issued_at DESC
ON CONFLICT DO NOTHING;
