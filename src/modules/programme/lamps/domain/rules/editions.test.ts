import { describe, expect, test } from 'vitest'
import { aBasis, aDuty, aReport, aTarget, aTask, known } from '../facts.fixture.ts'
import type { ProgrammeFacts } from '../facts.ts'
import { judgeFacts } from '../judge-programme.ts'
import { allRules, sentencesOn } from './edition.ts'
import { editionOn, editions } from './editions.ts'

test('an edition begins on every day on which a rule begins, and on no other', () => {
  expect([...new Set(allRules.map(({ validFrom }) => validFrom))].sort()).toEqual(
    editions.map(({ validFrom }) => validFrom),
  )
})

test('every rule says when it holds and where it comes from, the lamp first', () => {
  for (const { clause, when, source } of allRules) {
    expect(clause).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
    expect(when).toMatch(/^[^：]{1,4}：./)
    expect(source).not.toBe('')
  }
})

test('a page shows each rule of the day once', () => {
  const shown = sentencesOn('2026-12-01', editionOn('2026-12-01')).map(({ when }) => when)
  expect(new Set(shown).size).toBe(shown.length)
  expect(shown).toContain('最近一次报送为“有困难”，逐家列出')
  const before = sentencesOn('2026-11-30', editionOn('2026-11-30')).map(({ when }) => when)
  expect(before).not.toContain('最近一次报送为“有困难”，逐家列出')
})

describe('an old day is judged as it was', () => {
  const agencies = ['甲局', '乙局'].map((name) => ({ agencyId: name, name, isLead: true }))
  const basis = aBasis({ tasks: [aTask({ agencies })], targets: [aTarget({ taskId: null })] })
  const difficult = (agencyId: string, submittedOn: string) =>
    aReport({ agencyId, submittedOn, state: 'difficult', text: `${agencyId}缺人` })
  const reports = [difficult('甲局', '2026-11-20'), difficult('乙局', '2026-11-25')]
  const difficulties = (day: string) =>
    judgeFacts(known({ basis, reports }), day)
      .tasks[0]!.schedule.reasons.filter(({ code }) => code === 'difficult')
      .map(({ saidBy }) => saidBy)

  test('until November 2026 one of several in difficulty was named, from December on each of them is', () => {
    expect(difficulties('2026-11-30')).toEqual([['甲局']])
    expect(difficulties('2026-12-01')).toEqual([['乙局'], ['甲局']])
  })

  test('a deadline that was over when the programme was published is red until November 2026, then asked about first', () => {
    const late = aBasis({ startedOn: '2026-11-20', tasks: [aTask({ dueOn: '2026-10-31' })], targets: [] })
    const duties = [aDuty({ cycle: '2026-12', opensOn: '2026-12-01', dueOn: '2026-12-25' })]
    const schedule = (day: string, more: Partial<ProgrammeFacts> = {}) => {
      const { lamp, reasons } = judgeFacts(known({ basis: late, duties, ...more }), day).tasks[0]!.schedule
      return [lamp, reasons[0]?.code]
    }
    expect(schedule('2026-11-30')).toEqual(['red', 'overdue'])
    expect(schedule('2026-12-25')).toEqual(['grey', 'overdueUnasked'])
    expect(schedule('2026-12-26')).toEqual(['red', 'overdue'])
    expect(schedule('2026-12-02', { reports: [aReport({ submittedOn: '2026-12-01' })] })).toEqual(['red', 'overdue'])
    expect(schedule('2026-12-02', { basis: { ...late, startedOn: '2026-10-30' } })).toEqual(['red', 'overdue'])
  })
})
