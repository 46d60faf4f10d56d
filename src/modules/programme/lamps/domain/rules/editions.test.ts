import { describe, expect, test } from 'vitest'
import { aBasis, aReport, aSchedule, aTarget, aTask, known, stating } from '../facts.fixture.ts'
import type { ProgrammeFacts, TargetFact } from '../facts.ts'
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
  const shown = sentencesOn('2026-11-30', editionOn('2026-11-30')).map(({ when }) => when)
  expect(new Set(shown).size).toBe(shown.length)
  expect(shown).toContain('最近一次报送为“有困难”，逐家列出')
  const before = sentencesOn('2026-11-29', editionOn('2026-11-29')).map(({ when }) => when)
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

  test('until 29 November 2026 one of several in difficulty was named, from then on each of them is', () => {
    expect(difficulties('2026-11-29')).toEqual([['甲局']])
    expect(difficulties('2026-11-30')).toEqual([['乙局'], ['甲局']])
  })

  /** The colour and first code of a task's schedule on the last day of the first edition and the first of the second. */
  const both = (more: Partial<ProgrammeFacts>) =>
    ['2026-11-29', '2026-11-30'].map((day) => {
      const { lamp, reasons } = judgeFacts(known(more), day).tasks[0]!.schedule
      return `${lamp} ${reasons[0]?.code}`
    })
  const late = aBasis({ startedOn: '2026-11-20', tasks: [aTask({ dueOn: '2026-10-31' })], targets: [] })

  test('a deadline that only a schedule without dates knows was forgotten, and holds now', () => {
    const basis = aBasis({ startedOn: '2026-01-01', tasks: [aTask({ dueOn: null })], targets: [] })
    const empty = { ...aSchedule([]), startOn: null, finishOn: null, deadlineOn: '2026-10-31' }
    const schedules = new Map([[empty.taskId, empty]])
    expect(both({ basis, schedules, reports: [aReport({ submittedOn: '2026-11-20' })] })).toEqual([
      'grey noSchedule',
      'red overdue',
    ])
  })

  test('a deadline of which nobody said that it was missed was red, and is asked about', () => {
    expect(both({ basis: late })).toEqual(['red overdue', 'grey overdueUnsaid'])
    expect(both({ basis: late, reports: [aReport({ submittedOn: '2026-09-20' })] })).toEqual([
      'red overdue',
      'grey overdueUnsaid',
    ])
    expect(both({ basis: late, reports: [aReport({ submittedOn: '2026-11-20' })] })).toEqual([
      'red overdue',
      'red overdue',
    ])
    const claim = aReport({ submittedOn: '2026-11-20', state: 'finished', signedOn: null })
    expect(both({ basis: late, reports: [claim] })).toEqual(['red overdue', 'grey overdueUnsaid'])
  })

  test('the report of the cycle a deadline lies in is the word on it', () =>
    expect(both({ basis: late, reports: [aReport({ submittedOn: '2026-10-20' })] })).toEqual([
      'red overdue',
      'red overdue',
    ]))

  const step = (stepId: string, finishOn: string, doneOn: string | null) => {
    return { stepId, title: stepId, startOn: '2026-06-01', finishOn, doneOn }
  }
  test('a step nobody spoke of since it was due was red once another was ticked', () => {
    const schedules = (doneOn: string) =>
      new Map([
        [
          '00000000-0000-7000-8000-000000000001',
          aSchedule([step('a', '2026-07-31', doneOn), step('b', '2026-09-30', null)]),
        ],
      ])
    const basis = aBasis({ tasks: [aTask()], targets: [] })
    expect(both({ basis, schedules: schedules('2026-07-20') })).toEqual(['red stepsLate', 'grey stepsUnmarked'])
    expect(both({ basis, schedules: schedules('2026-10-08') })).toEqual(['red stepsLate', 'red stepsLate'])
    const reports = [aReport({ submittedOn: '2026-10-20', state: 'difficult' })]
    expect(both({ basis, schedules: schedules('2026-07-20'), reports })).toEqual(['red stepsLate', 'red stepsLate'])
  })
})

describe('a target of the old day is judged as it was', () => {
  /** Lamp, first code and expected figure on the last day of the first edition and the first of the second. */
  const both = (
    target: Partial<TargetFact>,
    figures: Parameters<typeof stating>[0],
    more: Partial<ProgrammeFacts> = {},
  ) =>
    ['2026-11-29', '2026-11-30'].map((day) => {
      const basis = aBasis({ tasks: [aTask()], targets: [aTarget({ accrual: 'standing', ...target })], ...more.basis })
      const { lamp, reasons, expectedNow } = judgeFacts(known({ ...more, basis, reports: stating(figures) }), day)
        .tasks[0]!.targets[0]!
      return `${lamp} ${reasons[0]?.code} ${expectedNow}`
    })
  const years = { startOn: '2026-01-01', endOn: '2028-12-31' }

  test.each<[string, Partial<TargetFact>, Parameters<typeof stating>[0], string[]]>([
    // 33 from 31 March 2026 to 42 in 1,006 days, 214 of them by 31 October: 33 + 9 × 214 ÷ 1006.
    ['no baseline', { kind: 'ratio', unit: '%', whole: false, value: 42, ...years }, [['2026-03-31', 33], ['2026-10-31', 33]], ['red behindCourse 34.9145', 'grey needsBaseline null']],
    ['no baseline, and reached', { kind: 'ratio', unit: '%', whole: false, value: 42, ...years }, [['2026-10-31', 43]], ['green onCourse 42', 'green onCourse null']],
    // 0 + 60 × 303 ÷ 1095 = 16.6027.
    ['coverage', { kind: 'coverage', unit: '%', whole: false, value: 60, ...years }, [['2026-10-31', 20]], ['grey notDue null', 'green onCourse 16.6027']],
    ['coverage behind', { kind: 'coverage', unit: '%', whole: false, value: 60, ...years }, [['2026-10-31', 8]], ['grey notDue null', 'red behindCourse 16.6027']],
    ['one piece in three years', { accrual: 'within', value: 1, ...years }, [['2026-10-31', 0]], ['green onCourse 0', 'grey onePiece null']],
    ['one piece that is there', { accrual: 'within', value: 1, ...years }, [['2026-10-31', 1]], ['green onCourse 0', 'green onCourse null']],
    ['a standard broken a little', { kind: 'ratio', accrual: 'always', op: '<=', unit: '%', whole: false, value: 3 }, [['2026-10-31', 3.3]], ['yellow limitBroken 3', 'red limitBroken 3']],
    // 100 × 58 ÷ 364 = 15 on 28 February. Until then held against the day asked for: 100 × 332 ÷ 364 = 91.
    ['an old figure that was well', { accrual: 'within' }, [['2026-02-28', 20]], ['red behindCourse 91', 'grey figureOld 15']],
    ['an old figure that was behind', { accrual: 'within' }, [['2026-02-28', 5]], ['red behindCourse 91', 'red behindCourse 15']],
    ['an old figure that was all of it', { accrual: 'within' }, [['2026-02-28', 100]], ['green onCourse 91', 'green onCourse 15']],
    ['a last figure nobody stated', { accrual: 'within', endOn: '2026-10-31' }, [['2026-09-20', 88]], ['yellow onCourse 86', 'grey finalMissing 86']],
    // 高企 are recognised at the end of the year.
    ['a season', { kind: 'stock', code: 'HNTE_STOCK', baseline: 30, value: 40 }, [['2026-10-31', 30]], ['red behindCourse 38', 'green onCourse 30']],
  ])('%s', (_, target, figures, said) => expect(both(target, figures)).toEqual(said)) // biome-ignore format: a table

  test('a whole and its parts were added to each other, now the whole stands', () => {
    const part = stating([['2026-10-20', 30]]).map((one) => ({ ...one, agencyId: 'a town' }))
    const whole = stating([['2026-10-31', 70]])
    const reached = (day: string) =>
      judgeFacts(known({ basis: aBasis(), reports: [...part, ...whole] }), day).tasks[0]!.targets[0]!.reached
    expect(['2026-11-29', '2026-11-30'].map(reached)).toEqual([100, 70])
  })

  test('two leads that state different figures are told apart', () => {
    const agencies = ['甲局', '乙局'].map((name) => ({ agencyId: name, name, isLead: true }))
    const [first, second] = [...stating([['2026-11-20', 90]]), ...stating([['2026-11-20', 92]])]
    const basis = aBasis({ tasks: [aTask({ agencies })] })
    const reports = [
      { ...first!, agencyId: '甲局' },
      { ...second!, agencyId: '乙局' },
    ]
    const said = (day: string) => judgeFacts(known({ basis, reports }), day).tasks[0]!.targets[0]!
    expect(said('2026-11-29')).toMatchObject({ lamp: 'green', reached: 92 })
    const { lamp, reasons } = said('2026-11-30')
    expect(lamp).toBe('yellow')
    expect(reasons[0]?.code).toBe('leadsDiffer')
    expect(reasons.find(({ code }) => code === 'leadsDiffer')?.text).toBe(
      '“科技服务站”同一期甲局报 90 家，乙局报 92 家，数不一致，暂按后报的判断。请核对后更正。',
    )
  })
})

describe('a year that failed', () => {
  const years = { kind: 'new_per_year', accrual: 'each_year', startOn: '2026-01-01', endOn: '2028-12-31' } as const
  const said = (startedOn: string, figures: Parameters<typeof stating>[0]) => {
    const basis = aBasis({ startedOn, targets: [aTarget(years)] })
    return judgeFacts(known({ basis, reports: stating(figures) }), '2027-04-20').tasks[0]!.value!
  }
  const now = ['2027-03-31', 30] as const

  test('stays said beside the year that runs, at the task too', () => {
    const { lamp, reasons } = said('2026-01-01', [['2026-12-25', 60], now])
    expect([lamp, ...reasons.map(({ code }) => code)]).toEqual(['green', 'onCourse', 'missedYear'])
    expect(reasons[1]?.text).toBe('2026年完成 60 家，未达到每年 100 家。')
  })
  test('is not judged where the programme was in it for two months, or its last figure is missing', () => {
    const short = said('2026-11-16', [['2026-12-25', 60], now]).reasons
    expect(short[1]?.text).toBe('2026年报到 60 家，方案在年中开始，不满一年，不按每年 100 家判定。')
    expect(said('2026-01-01', [['2026-10-25', 60], now]).reasons[1]?.text).toContain('年终数没有报送')
    expect(said('2026-01-01', [['2026-12-25', 100], now]).reasons).toHaveLength(1)
  })
  test('of a figure another year has followed it stays said too', () => {
    const level = { kind: 'stock', accrual: 'standing', indicator: '总数' } as const
    const targets = [
      aTarget({ ...level, id: 'y26', value: 42, baseline: 30 }),
      aTarget({ ...level, id: 'y27', value: 51, startOn: '2027-01-01', endOn: '2027-12-31' }),
    ]
    const reports = stating(
      [
        ['2026-12-25', 36],
        ['2027-03-31', 45],
      ],
      'y26',
    )
    const { lamp, reasons } = judgeFacts(known({ basis: aBasis({ targets }), reports }), '2027-04-02').tasks[0]!.value!
    expect([lamp, ...reasons.map(({ refs }) => refs[0]?.id)]).toEqual(['green', 'y27'])
  })
})

test('a plan whose time has not begun has no lamps, and a task due before it does', () => {
  const schedule = (dueOn: string) => {
    const basis = aBasis({ startOn: '2027-01-01', tasks: [aTask({ dueOn })], targets: [] })
    const { lamp, reasons } = judgeFacts(known({ basis }), '2026-12-28').tasks[0]!.schedule
    return `${lamp} ${reasons[0]?.code}`
  }
  expect(['2027-01-05', '2026-12-30'].map(schedule)).toEqual(['grey planAhead', 'yellow near'])
})
