import { describe, expect, test } from 'vitest'
import { aBasis, aDuty, aReport, aTask, known } from './facts.fixture.ts'
import type { DutyFact, ReportFact } from './facts.ts'
import { judgeFacts } from './judge-programme.ts'

const names = ['甲局', '乙局', '丙局', '丁局']
const agencies = names.map((name) => ({ agencyId: name, name, isLead: true }))
const freshnessOn = (day: string, duties: readonly DutyFact[], reports: readonly ReportFact[] = []) => {
  const basis = aBasis({ tasks: [aTask({ agencies })], targets: [] })
  return judgeFacts(known({ basis, duties: [...duties], reports: [...reports] }), day).tasks[0]!.freshness
}
const of = (agencyId: string, more: Partial<DutyFact> = {}) => aDuty({ agencyId, ...more })
const may = { cycle: '2026-05', opensOn: '2026-05-01', dueOn: '2026-05-25' }
const july = { cycle: '2026-07', opensOn: '2026-07-01', dueOn: '2026-07-25' }
const said = (agencyId: string, submittedOn: string, more: Partial<ReportFact> = {}) =>
  aReport({ agencyId, submittedOn, state: 'unchanged', ...more })

describe('a report is', () => {
  test('awaited from the day its cycle opens to the day it is due, that day included', () => {
    const state = (day: string) => freshnessOn(day, [of('甲局')]).state
    expect(['2026-05-31', '2026-06-01', '2026-06-25', '2026-06-26'].map(state)).toEqual(['none', 'due', 'due', 'stale'])
  })

  test('there once anything was said since its cycle opened, whatever cycle it names', () => {
    const state = (submittedOn: string, cycle: string) =>
      freshnessOn('2026-06-26', [of('甲局')], [said('甲局', submittedOn, { cycle })]).state
    expect(state('2026-05-31', '2026-05')).toBe('stale')
    expect(state('2026-06-01', '2026-05')).toBe('fresh')
    expect(state('2026-05-31', '2026-06')).toBe('fresh')
  })

  test('one agency’s alone: another’s word does not answer for it', () => {
    expect(freshnessOn('2026-06-26', [of('甲局'), of('乙局')], [said('甲局', '2026-06-20')])).toMatchObject({
      state: 'stale',
      reasons: [{ text: '乙局没有按期报送，应在6月25日前报，已过 1 天。' }, { code: 'lastHeard' }],
    })
  })

  test('awaited again in the next cycle although the last one was answered', () => {
    const duties = [of('甲局'), of('甲局', july)]
    expect(freshnessOn('2026-07-02', duties, [said('甲局', '2026-06-20')]).reasons[0]!.text).toBe(
      '甲局本期待报，7月25日截止。',
    )
    expect(freshnessOn('2026-07-02', duties, [said('甲局', '2026-07-01')])).toMatchObject({ state: 'fresh' })
  })
})

describe('of several agencies', () => {
  test('the oldest day that passed is named', () => {
    const duties = [of('乙局'), of('甲局', may)]
    expect(freshnessOn('2026-06-30', duties).reasons[0]!.text).toBe(
      '乙局、甲局没有按期报送，应在5月25日前报，已过 36 天。',
    )
  })

  test('the nearest day that comes is named', () => {
    const duties = [of('甲局', { dueOn: '2026-06-28' }), of('乙局')]
    expect(freshnessOn('2026-06-20', duties).reasons[0]!.text).toBe('甲局、乙局本期待报，6月25日截止。')
  })

  test('three are named, of more the first two', () => {
    const text = (count: number) =>
      freshnessOn(
        '2026-06-20',
        names.slice(0, count).map((name) => of(name)),
      ).reasons[0]!.text
    expect(text(3)).toContain('甲局、乙局、丙局本期待报')
    expect(text(4)).toContain('甲局、乙局 等 4 家本期待报')
  })
})

describe('the last word', () => {
  test('is the last one handed in, and says whether it still waits', () => {
    const reports = [said('甲局', '2026-06-20'), said('乙局', '2026-06-22', { signedOn: null })]
    expect(freshnessOn('2026-06-26', [], reports).reasons[0]!.text).toBe('最近一次报送：乙局，6月22日，待签收。')
    expect(freshnessOn('2026-06-21', [], reports.slice(0, 1)).reasons[0]!.text).toBe('最近一次报送：甲局，6月20日。')
  })

  test('of a task nobody has to report holds 45 days', () => {
    const state = (day: string) => freshnessOn(day, [], [said('甲局', '2026-06-01')]).state
    expect([state('2026-07-16'), state('2026-07-17')]).toEqual(['fresh', 'stale'])
  })

  test('of a finished task is asked for no more', () => {
    const finish = said('甲局', '2026-05-20', { state: 'finished', signedOn: '2026-05-22' })
    expect(freshnessOn('2026-06-30', [of('甲局')], [finish])).toMatchObject({
      state: 'fresh',
      reasons: [{ code: 'finished' }],
    })
  })
})
