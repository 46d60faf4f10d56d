import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { accrualOfKind, TargetKind } from '#modules/programme/plans/contract.ts'
import { projectFolder } from '#platform/project-folder.ts'
import { sandbox } from '../../../../../test/sandbox.ts'

const { pool } = await sandbox()
const sql = readFileSync(join(projectFolder(), 'migrations/0021_accrual_of_targets.sql'), 'utf8')
const programmeId = newId()
await pool.query(
  `insert into programmes.programme (division_code, id, title, plan_id, version, created_at)
   values ('470326', $1, '方案', gen_random_uuid(), 1, now())`,
  [programmeId],
)

const years = { start: '2026-01-01', end: '2028-12-31' }
const one = { start: '2026-01-01', end: '2026-12-31' }

/** A target as it was stored before its accrual was read; the figure ends the clause. */
const before = (words: string, kind: TargetKind, more: object = {}) => ({
  kind,
  op: '>=',
  baseline: null,
  period: years,
  indicator: { text: '指标', code: null },
  clause: { text: words, span: [100, 100 + words.length] },
  valueSpan: [100, 100 + words.length],
  ...more,
})

/** @returns the accruals they have after the migration, in their order */
async function filled(all: readonly object[]): Promise<string[]> {
  await pool.query('delete from programmes.target')
  for (const [position, target] of all.entries())
    await pool.query(
      `insert into programmes.target (division_code, id, programme_id, plan_id, plan_target_id, position, target, added_in)
       values ('470326', $1, $2, gen_random_uuid(), $3, $4, $5, 1)`,
      [newId(), programmeId, `g${position}`, position, JSON.stringify(target)],
    )
  await pool.query(sql)
  const { rows } = await pool.query<{ accrual: string }>(
    `select target ->> 'accrual' as accrual from programmes.target order by position`,
  )
  return rows.map(({ accrual }) => accrual)
}

test('without telling words a target gets what follows from its kind, as one does that is issued now', async () => {
  const all = TargetKind.options.flatMap((kind) => [years, one, null].map((period) => ({ kind, period })))
  const found = await filled(all.map(({ kind, period }) => before('指标达到20', kind, { period })))
  expect(found).toEqual(all.map(accrualOfKind))
})

test.each<[string, object, string]>([
  ['a ceiling', before('不良率控制在3%', 'ratio', { op: '<=' }), 'always'],
  ['a ceiling the plan moves to', before('不良率降至3%', 'ratio', { op: '<=' }), 'standing'],
  ['a ceiling whose beginning is known', before('不良率3%', 'ratio', { op: '<=', baseline: { value: 5 } }), 'standing'],
  ['a floor', before('履约率不低于80%', 'ratio'), 'always'],
  ['a floor by a day', before('到2028年占比不低于40%', 'ratio'), 'standing'],
  ['words of another figure', before('不良率控制在3%，占比达到40%', 'ratio'), 'standing'],
  ['what stays', before('就业率保持在95%', 'ratio'), 'always'],
  ['a time that is shortened', before('办理时限压缩至3天', 'duration', { op: '<=' }), 'standing'],
  ['growth of every year', before('产值年均增长8%', 'growth'), 'each_year'],
  ['what is known already', { ...before('投资8亿元', 'amount'), accrual: 'of_year' }, 'of_year'],
  ['a sum without a period', before('投资8亿元', 'amount', { period: null }), 'within'],
])('%s', async (_, target, accrual) => expect(await filled([target])).toEqual([accrual]))
