import { expect, test } from 'vitest'
import { isPlainReading } from './late-begin.ts'

test.each([
  'select "a"."b" from "s"."t" where "a"."id" = $1 order by "a"."id" desc limit $2',
  'select count(*) from "s"."t" where ("a"."x" in ($1, $2) and coalesce("a"."y", 0) > $3)',
  'select "x" from (select max("n") from "s"."for" group by "k") "each"',
])('reads: %s', (text) => expect(isPlainReading(text)).toBe(true))

test.each([
  'select "a" from "s"."t" where "id" = $1 for update',
  'select 1 from "s"."t" for no key update',
  'select pg_advisory_xact_lock(hashtextextended($1, 0))',
  '\n    select graphile_worker.add_job($1, payload => $2::json)',
  `select nextval('s.q')`,
  'insert into "s"."t" ("a") values ($1)',
  'with "x" as (delete from "s"."t" returning "a") select * from "x"',
  'savepoint sp1',
  `set local lock_timeout = '1s'`,
])('begins a transaction first: %s', (text) => expect(isPlainReading(text)).toBe(false))
