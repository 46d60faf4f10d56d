-- What the new indexes allow once may be there twice. No row goes and no word is lost: the one that counted stays as it is, of
-- the others the state, the number or the name says that they are a second one.
UPDATE "accounts"."grant" AS "g" SET "state" = 'withdrawn'
FROM (SELECT "id", row_number() OVER (PARTITION BY "user_id" ORDER BY "asked_at" DESC, "id" DESC) AS "nth" FROM "accounts"."grant" WHERE "state" = 'pending') AS "n"
WHERE "g"."id" = "n"."id" AND "n"."nth" > 1;--> statement-breakpoint
UPDATE "meetings"."agenda_item" AS "a" SET "key" = NULL
FROM (SELECT "id", row_number() OVER (PARTITION BY "meeting_id", "key" ORDER BY "added_at", "id") AS "nth" FROM "meetings"."agenda_item" WHERE "key" IS NOT NULL) AS "n"
WHERE "a"."id" = "n"."id" AND "n"."nth" > 1;--> statement-breakpoint
-- A second meeting of one name, day and hour gets a mark behind its name; the name it had stands in its history.
WITH "n" AS (
  SELECT "id", row_number() OVER (PARTITION BY "division_code", "programme_id", "title", "held_on", coalesce("starts_at", '') ORDER BY "planned_at", "id") AS "nth"
  FROM "meetings"."meeting" WHERE "state" <> 'cancelled'
), "told" AS (
  INSERT INTO "meetings"."meeting_change" ("division_code", "id", "meeting_id", "what", "before", "after", "reason", "changed_by", "changed_at")
  SELECT "m"."division_code", gen_random_uuid(), "m"."id", 'moved', "m"."title", left("m"."title", 65) || '（重名' || left("m"."id"::text, 8) || '）', '同一天、同一时间有同名的会议，名称后加了标记', '系统升级', now()
  FROM "meetings"."meeting" AS "m" JOIN "n" ON "n"."id" = "m"."id" WHERE "n"."nth" > 1
)
UPDATE "meetings"."meeting" AS "m" SET "title" = left("m"."title", 65) || '（重名' || left("m"."id"::text, 8) || '）'
FROM "n" WHERE "m"."id" = "n"."id" AND "n"."nth" > 1;--> statement-breakpoint
-- Added tasks of one number: the later ones go on behind the last.
UPDATE "programmes"."task" AS "t" SET "position" = "n"."last" + "n"."turn", "number" = '议' || ("n"."last" + "n"."turn" - 1000000)
FROM (
  SELECT "id", "last", row_number() OVER (PARTITION BY "division_code", "programme_id" ORDER BY "id") AS "turn" FROM (
    SELECT "id", "division_code", "programme_id",
      row_number() OVER (PARTITION BY "division_code", "programme_id", "position" ORDER BY "id") AS "nth",
      max("position") OVER (PARTITION BY "division_code", "programme_id") AS "last"
    FROM "programmes"."task" WHERE "position" > 1000000
  ) AS "each" WHERE "nth" > 1
) AS "n"
WHERE "t"."id" = "n"."id";--> statement-breakpoint
-- Of two delegations that begin on one day the first saved has been followed; the others never held.
UPDATE "statements"."delegation" AS "d" SET "to_on" = "d"."from_on" - 1
FROM (SELECT "id", row_number() OVER (PARTITION BY "division_code", "task_id", "from_agency_id", "from_on" ORDER BY "saved_at", "id") AS "nth" FROM "statements"."delegation" WHERE "to_on" IS NULL OR "to_on" >= "from_on") AS "n"
WHERE "d"."id" = "n"."id" AND "n"."nth" > 1;--> statement-breakpoint
UPDATE "statements"."question" AS "q" SET "text" = "q"."text" || '（重复' || left("q"."id"::text, 8) || '）'
FROM (SELECT "id", row_number() OVER (PARTITION BY "division_code", "programme_id", "cycle", "text" ORDER BY "saved_at", "id") AS "nth" FROM "statements"."question" WHERE "withdrawn_at" IS NULL) AS "n"
WHERE "q"."id" = "n"."id" AND "n"."nth" > 1;--> statement-breakpoint
-- Of matters about one task and agency the one furthest on stays; the others are withdrawn, and their last stamp says why.
WITH "n" AS (
  SELECT "id", row_number() OVER (PARTITION BY "division_code", "task_id", "agency_id" ORDER BY ("state" = 'registered'), "issued_on", "created_at", "id") AS "nth"
  FROM "supervision"."order" WHERE "state" NOT IN ('closed', 'withdrawn')
), "told" AS (
  INSERT INTO "supervision"."stamp" ("division_code", "id", "order_id", "position", "act", "at", "by_name", "by_role", "words")
  SELECT "o"."division_code", gen_random_uuid(), "o"."id", (SELECT count(*) FROM "supervision"."stamp" AS "s" WHERE "s"."order_id" = "o"."id"), 'withdraw', now(), '系统升级', 'office', '这项任务对该单位已另有在办的督办事项，两件并为一件，请在那一件上继续办理。'
  FROM "supervision"."order" AS "o" JOIN "n" ON "n"."id" = "o"."id" WHERE "n"."nth" > 1
)
UPDATE "supervision"."order" AS "o" SET "state" = 'withdrawn'
FROM "n" WHERE "o"."id" = "n"."id" AND "n"."nth" > 1;--> statement-breakpoint
UPDATE "supervision"."plea" AS "p" SET "state" = 'refused', "answer" = '与同一事项的另一次申请同时提出，请以另一次的答复为准。', "answered_by" = '系统升级', "answered_at" = now()
FROM (SELECT "id", row_number() OVER (PARTITION BY "order_id" ORDER BY "asked_at", "id") AS "nth" FROM "supervision"."plea" WHERE "state" = 'asked') AS "n"
WHERE "p"."id" = "n"."id" AND "n"."nth" > 1;--> statement-breakpoint
UPDATE "supervision"."proposal" AS "p" SET "state" = 'lapsed'
FROM (SELECT "id", row_number() OVER (PARTITION BY "division_code", "programme_id", "key" ORDER BY ("state" = 'open'), "proposed_on", "id") AS "nth" FROM "supervision"."proposal" WHERE "state" IN ('open', 'setAside')) AS "n"
WHERE "p"."id" = "n"."id" AND "n"."nth" > 1;--> statement-breakpoint
-- The hash only finds a text that is handed in again, and finds the first: a second plan of the same text bears another.
UPDATE "plans"."plan" AS "p" SET "text_sha256" = encode(sha256(convert_to("p"."text_sha256" || "p"."id"::text, 'UTF8')), 'hex')
FROM (SELECT "id", row_number() OVER (PARTITION BY "division_code", "text_sha256" ORDER BY ("state" = 'draft'), "handed_in_at", "id") AS "nth" FROM "plans"."plan" WHERE "state" <> 'discarded') AS "n"
WHERE "p"."id" = "n"."id" AND "n"."nth" > 1;--> statement-breakpoint
UPDATE "plans"."plan" AS "p" SET "version" = "n"."last" + "n"."turn"
FROM (
  SELECT "id", "last", row_number() OVER (PARTITION BY "division_code", "series_id" ORDER BY "id") AS "turn" FROM (
    SELECT "id", "division_code", "series_id",
      row_number() OVER (PARTITION BY "division_code", "series_id", "version" ORDER BY "published_at", "id") AS "nth",
      max("version") OVER (PARTITION BY "division_code", "series_id") AS "last"
    FROM "plans"."plan"
  ) AS "each" WHERE "nth" > 1
) AS "n"
WHERE "p"."id" = "n"."id";--> statement-breakpoint
DROP INDEX "plans"."plan_text";--> statement-breakpoint
DROP INDEX "plans"."plan_series";--> statement-breakpoint
CREATE UNIQUE INDEX "grant_pending" ON "accounts"."grant" USING btree ("user_id") WHERE state = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_item_key" ON "meetings"."agenda_item" USING btree ("meeting_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_held" ON "meetings"."meeting" USING btree ("division_code","programme_id","title","held_on",coalesce(starts_at, '')) WHERE state <> 'cancelled';--> statement-breakpoint
CREATE UNIQUE INDEX "task_added" ON "programmes"."task" USING btree ("division_code","programme_id","position") WHERE position > 1000000;--> statement-breakpoint
CREATE UNIQUE INDEX "delegation_begin" ON "statements"."delegation" USING btree ("division_code","task_id","from_agency_id","from_on") WHERE to_on is null or to_on >= from_on;--> statement-breakpoint
CREATE UNIQUE INDEX "question_asked" ON "statements"."question" USING btree ("division_code","programme_id","cycle","text") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "order_open" ON "supervision"."order" USING btree ("division_code","task_id","agency_id") WHERE state not in ('closed', 'withdrawn');--> statement-breakpoint
CREATE UNIQUE INDEX "plea_waiting" ON "supervision"."plea" USING btree ("order_id") WHERE state = 'asked';--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_open" ON "supervision"."proposal" USING btree ("division_code","programme_id","key") WHERE state in ('open', 'setAside');--> statement-breakpoint
CREATE UNIQUE INDEX "plan_text" ON "plans"."plan" USING btree ("division_code","text_sha256") WHERE state <> 'discarded';--> statement-breakpoint
CREATE UNIQUE INDEX "plan_series" ON "plans"."plan" USING btree ("division_code","series_id","version");
