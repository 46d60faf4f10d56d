-- What an agency hands in on a matter is for the agency asked and the one that said it; who only assists saw it too until now.
UPDATE "files"."attachment" AS "a"
SET "visible_to" = (
  SELECT array_agg(DISTINCT "concerned"."agency_id")
  FROM (VALUES ("o"."agency_id"), ("s"."agency_id")) AS "concerned" ("agency_id")
  WHERE "concerned"."agency_id" IS NOT NULL
)
FROM "supervision"."stamp" AS "s"
JOIN "supervision"."order" AS "o" ON "o"."id" = "s"."order_id"
WHERE "a"."to_kind" = 'supervisionStamp' AND "a"."to_id" = "s"."id" AND "a"."division_code" = "s"."division_code"
  AND "s"."by_role" IN ('reviewer', 'reporter', 'agencyHead');
