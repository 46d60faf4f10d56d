-- What a statement proves is for the agency that made it and those that lead the task; who only takes part saw it too until now.
UPDATE "files"."attachment" AS "a"
SET "visible_to" = (
  SELECT array_agg(DISTINCT "concerned"."agency_id") FROM (
    SELECT "s"."agency_id"
    UNION ALL
    SELECT "t"."agency_id" FROM "programmes"."task_agency" AS "t"
    WHERE "t"."task_id" = "s"."task_id" AND "t"."role" = 'lead' AND "t"."agency_id" IS NOT NULL
  ) AS "concerned"
)
FROM "statements"."statement" AS "s"
WHERE "a"."to_kind" = 'statement' AND "a"."to_id" = "s"."id" AND "a"."division_code" = "s"."division_code";
