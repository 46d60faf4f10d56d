import { describe, expect, test } from 'vitest'
import { agencyId, aReport, aTask, known, targetId, taskId } from '../domain/facts.fixture.ts'
import type { Observation } from '../domain/series.ts'
import type { TaskVerdict } from '../domain/verdict.ts'
import { snapshotOf } from './snapshots.ts'
import { listRecords } from './target-records.ts'

const aReason = (code: string, id = 'a', text = '逾期 3 天') => ({
  code,
  text,
  refs: [{ kind: 'step' as const, id }],
  saidBy: [],
})

const aTargetVerdict = (given: Partial<TaskVerdict['targets'][number]> = {}): TaskVerdict['targets'][number] => ({
  lamp: 'green',
  reasons: [aReason('onCourse')],
  saidBy: [],
  targetId,
  reached: 3,
  asOfOn: '2026-05-01',
  expectedNow: 2,
  wanted: 12,
  wantedOn: '2026-12-31',
  forecast: null,
  ...given,
})

const aVerdict = (given: Partial<TaskVerdict> = {}): TaskVerdict => ({
  taskId,
  summary: 'red',
  schedule: { lamp: 'red', reasons: [aReason('overdue')] },
  value: { lamp: 'green', reasons: [aReason('onCourse')] },
  freshness: { state: 'fresh', reasons: [aReason('reported')] },
  sinceOn: '2026-05-02',
  doubts: [aReason('flat')],
  targets: [aTargetVerdict()],
  ...given,
})

const programme = { divisionCode: '470326', id: '00000000-0000-7000-8000-000000000777' }
const kept = (verdict: TaskVerdict) => snapshotOf(programme, '2026-05-10', verdict)

describe('a verdict as it is kept', () => {
  test('holds its lamps, and since when they show', () => {
    expect(kept(aVerdict())).toMatchObject({
      divisionCode: '470326',
      programmeId: programme.id,
      day: '2026-05-10',
      taskId,
      summary: 'red',
      schedule: 'red',
      value: 'green',
      freshness: 'fresh',
      sinceOn: '2026-05-02',
    })
    expect(kept(aVerdict({ sinceOn: null, value: null }))).toMatchObject({ sinceOn: '2026-05-10', value: null })
  })

  test.each<[string, Partial<TaskVerdict>]>([
    ['the lamp of the schedule', { schedule: { lamp: 'yellow', reasons: [aReason('overdue')] } }],
    ['a reason', { schedule: { lamp: 'red', reasons: [aReason('near')] } }],
    ['what a reason rests on', { schedule: { lamp: 'red', reasons: [aReason('overdue', 'b')] } }],
    ['the lamp of the figures', { value: { lamp: 'yellow', reasons: [aReason('onCourse')] } }],
    ['no figures', { value: null }],
    ['freshness', { freshness: { state: 'stale', reasons: [aReason('reported')] } }],
    ['why it is fresh', { freshness: { state: 'fresh', reasons: [aReason('late')] } }],
    ['a doubt', { doubts: [aReason('lastMinute')] }],
    ['the target', { targets: [aTargetVerdict({ targetId: taskId })] }],
    ['the lamp of a target', { targets: [aTargetVerdict({ lamp: 'red' })] }],
    ['what was reached', { targets: [aTargetVerdict({ reached: 4 })] }],
    ['the day of a figure', { targets: [aTargetVerdict({ asOfOn: '2026-05-02' })] }],
    ['what was expected', { targets: [aTargetVerdict({ expectedNow: 3 })] }],
  ])('another digest when %s differs', (_, given) => {
    expect(kept(aVerdict(given)).digest).not.toBe(kept(aVerdict()).digest)
  })

  test('the same digest when only the words differ', () => {
    const reworded = { lamp: 'red' as const, reasons: [aReason('overdue', 'a', '已逾期三天')] }
    expect(kept(aVerdict({ schedule: reworded })).digest).toBe(kept(aVerdict()).digest)
    expect(kept(aVerdict()).digest).toHaveLength(22)
  })
})

describe('the figures behind a series', () => {
  const observed = (given: Partial<Observation>) => {
    const observation: Observation = {
      targetId,
      on: '2026-05-01',
      value: 2,
      agencyId,
      share: '',
      cycle: '2026-05',
      submittedOn: '2026-05-03',
      reportId: null,
      from: null,
      ...given,
    }
    return { on: observation.on, value: observation.value + 10, observation }
  }
  const said = aReport({ signedOn: '2026-05-04', evidence: 2, text: '已建成两处' })
  const facts = known({
    basis: { startOn: null, endOn: null, tasks: [aTask()], targets: [] },
    reports: [said],
    nameOf: (id) => (id === agencyId ? '县科技局' : '报送单位'),
  })

  test('newest first, each with its report or where it stood', () => {
    const series = [
      observed({ reportId: said.id }),
      observed({ on: '2026-06-01', from: '统计公报', agencyId: '' }),
      observed({ on: '2026-07-01', agencyId: taskId }),
    ]
    const common = { isOpening: false, value: 2, was: null, reached: 12, submittedOn: '2026-05-03' }
    const bare = { ...common, reportId: null, taskId: null, signedOn: null, evidence: 0, text: '' }
    expect(listRecords(series, facts, () => true)).toEqual([
      { ...bare, on: '2026-07-01', agency: '报送单位' },
      { ...bare, on: '2026-06-01', agency: '统计公报' },
      {
        ...common,
        on: '2026-05-01',
        reportId: said.id,
        taskId,
        agency: '县科技局',
        signedOn: '2026-05-04',
        evidence: 2,
        text: '已建成两处',
      },
    ])
    expect(listRecords(series, facts, () => false).at(-1)).toEqual({ ...bare, on: '2026-05-01', agency: '县科技局' })
  })
})
