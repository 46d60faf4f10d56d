-- Tokens were kept as they are shown by browsers: everybody signs in once more.
DELETE FROM "accounts"."session";--> statement-breakpoint
CREATE TABLE "accounts"."attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"locked_until" timestamp with time zone,
	"last_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts"."verification" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "accounts"."verification" CASCADE;--> statement-breakpoint
ALTER TABLE "accounts"."session" DROP CONSTRAINT "session_token_unique";--> statement-breakpoint
ALTER TABLE "accounts"."session" ALTER COLUMN "ip_address" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts"."session" ALTER COLUMN "user_agent" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts"."session" ALTER COLUMN "began_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts"."session" ALTER COLUMN "seen_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts"."session" ADD COLUMN "token_hash" char(64) NOT NULL;--> statement-breakpoint
INSERT INTO "accounts"."attempt" ("key", "failures", "locked_until", "last_at")
	SELECT 'name:' || "username", "failures", "locked_until", now() FROM "accounts"."user" WHERE "failures" > 0;--> statement-breakpoint
CREATE INDEX "attempt_last" ON "accounts"."attempt" USING btree ("last_at");--> statement-breakpoint
ALTER TABLE "accounts"."session" DROP COLUMN "expires_at";--> statement-breakpoint
ALTER TABLE "accounts"."session" DROP COLUMN "token";--> statement-breakpoint
ALTER TABLE "accounts"."session" DROP COLUMN "created_at";--> statement-breakpoint
ALTER TABLE "accounts"."session" DROP COLUMN "updated_at";--> statement-breakpoint
ALTER TABLE "accounts"."user" DROP COLUMN "failures";--> statement-breakpoint
ALTER TABLE "accounts"."user" DROP COLUMN "locked_until";--> statement-breakpoint
ALTER TABLE "accounts"."session" ADD CONSTRAINT "session_token_hash_unique" UNIQUE("token_hash");