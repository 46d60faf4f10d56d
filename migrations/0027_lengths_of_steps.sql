-- Steps say what they take in days of either kind, what they wait, and which figure makes them done.
UPDATE "schedules"."revision" SET "steps" = (
  SELECT coalesce(jsonb_agg(
    CASE jsonb_typeof(step->'done') WHEN 'object' THEN jsonb_set(step, '{done,proof}', 'null') ELSE step END - 'workingDays'
      || jsonb_build_object('days', step->'workingDays', 'unit', 'working_day', 'lagDays', 0, 'lagUnit', 'working_day', 'claim', null)
    ORDER BY place), '[]')
  FROM jsonb_array_elements("steps") WITH ORDINALITY AS one(step, place));--> statement-breakpoint
UPDATE "schedules"."revision" SET "failure" = jsonb_set("failure", '{conflict,constraints}', (
  SELECT jsonb_agg(
    CASE held->>'kind'
      WHEN 'duration' THEN held - 'workingDays' || jsonb_build_object('days', held->'workingDays', 'unit', 'working_day')
      WHEN 'order' THEN held || '{"lagDays":0,"lagUnit":"working_day"}'
      ELSE held
    END ORDER BY place)
  FROM jsonb_array_elements("failure"->'conflict'->'constraints') WITH ORDINALITY AS one(held, place)))
WHERE "failure"->>'why' = 'conflict';--> statement-breakpoint
UPDATE "schedules"."template" SET "steps" = (
  SELECT coalesce(jsonb_agg(
    step - 'workingDays' || jsonb_build_object('days', step->'workingDays', 'unit', 'working_day', 'lagDays', 0, 'lagUnit', 'working_day')
    ORDER BY place), '[]')
  FROM jsonb_array_elements("steps") WITH ORDINALITY AS one(step, place));
