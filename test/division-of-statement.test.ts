import { expect, test } from 'vitest'
import { shapeOf, tablesWithoutDivision } from './scope/division-of-statement.ts'

const tables = new Set(['plans.plan', 'plans.compilation'])

test.each([
  ['select "a" from "plans"."plan" where "plans"."plan"."id" = $1', ['plans.plan']],
  ['select "plans"."plan"."division_code" from "plans"."plan" where "plans"."plan"."id" = $1', ['plans.plan']],
  ['select "a" from "plans"."plan" where ("plans"."plan"."id" = $1 and "plans"."plan"."division_code" = $2)', []],
  ['delete from "plans"."compilation" where "plan_id" = $1', ['plans.compilation']],
  [
    'select "a" from "plans"."plan" inner join "plans"."compilation" on "plan_id" = "id" where "plans"."plan"."division_code" = $1',
    ['plans.compilation'],
  ],
  [
    'select "a" from "plans"."plan" inner join "plans"."compilation" on "plans"."plan"."division_code" = "plans"."compilation"."division_code"',
    ['plans.compilation', 'plans.plan'],
  ],
  ['update "plans"."plan" set "division_code" = $1 where "id" = $2', ['plans.plan']],
  ['insert into "plans"."plan" ("id") select "id" from "plans"."compilation"', []],
  ['select "a" from "accounts"."session" where "id" = $1', []],
])('whose rows are meant: %s', (text, lacking) => expect(tablesWithoutDivision(text, tables)).toEqual(lacking))

test('statements that differ in their values alone are one shape', () => {
  const first =
    'select "plans"."plan"."id", "title" from "plans"."plan" where "plans"."plan"."id" in ($1, $2) order by "id" asc'
  const second = 'select "plans"."plan"."id" from "plans"."plan" where "plans"."plan"."id" in ($1)'
  expect(shapeOf(first)).toBe('select from plans.plan where id in ($)')
  expect(shapeOf(second)).toBe(shapeOf(first))
})
