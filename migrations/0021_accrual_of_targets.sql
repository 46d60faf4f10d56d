-- How years and reports add up to a target is stored with it. Targets issued before it was read get what follows from their kind and,
-- for standards that hold at any moment, from the words before their figure, as lamps judged them until now.
WITH read AS (
  SELECT division_code, id, target ->> 'kind' AS kind, target ->> 'op' AS op,
    target -> 'baseline' = 'null'::jsonb AS unbased,
    left(target #>> '{period,start}', 4) = left(target #>> '{period,end}', 4) AS one_year,
    regexp_replace(left(target #>> '{clause,text}',
      greatest(0, (target #>> '{valueSpan,1}')::int - (target #>> '{clause,span,0}')::int)), '^.*[，；。：]', '') AS words,
    target #>> '{indicator,text}' AS indicator
  FROM programmes.target WHERE NOT target ? 'accrual'
), said AS (
  SELECT *, words ~ '(压缩|压减|压降|缩短|缩减|降低|下降|回落|减少|收窄|提高|提升|上升|增加|增长|扩大|放宽)了?(到|至|为)|[降减升增](到|至|为)|逐步|逐年' AS moves,
    words ~ '(保持|稳定|维持)(控制)?(在|于)|(保持|维持)\s*\d|始终' AS stays,
    words ~ '不(得|应|能)?[低小]于|守住' AND words !~ '到\s*\d{4}\s*年|(年底|年末|月底|月末|期末)前' AS floors
  FROM read
)
UPDATE programmes.target AS stored SET target = stored.target || jsonb_build_object('accrual', CASE
  WHEN kind IN ('new_per_year', 'cadence') THEN CASE WHEN one_year THEN 'of_year' ELSE 'each_year' END
  WHEN kind = 'growth' THEN CASE
    WHEN one_year THEN 'of_year' WHEN words || indicator ~ '年均|每年|同比|逐年' THEN 'each_year' ELSE 'standing' END
  WHEN kind IN ('new_in_period', 'net_increase', 'amount', 'area', 'deliverable') THEN 'within'
  WHEN kind = 'benefit' THEN 'always'
  WHEN kind IN ('milestone', 'coverage') OR moves THEN 'standing'
  WHEN kind = 'duration' OR stays OR (op IN ('<=', '<') AND unbased) OR (floors AND kind <> 'stock') THEN 'always'
  ELSE 'standing' END)
FROM said WHERE stored.division_code = said.division_code AND stored.id = said.id;
