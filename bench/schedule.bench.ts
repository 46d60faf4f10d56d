import { workingCalendar } from '#kernel/calendar.ts'
import { explainEarliest, explainLatest, wordsFor } from '#modules/programme/schedules/domain/explain.ts'
import type { FigureTarget } from '#modules/programme/schedules/domain/figure-nodes.ts'
import { planSteps } from '#modules/programme/schedules/domain/plan-steps.ts'
import type { Step } from '#modules/programme/schedules/domain/step.ts'
import { scheduleTask, type TaskToSchedule } from '#modules/programme/schedules/domain/task-schedule.ts'
import { usualLength } from '#modules/programme/schedules/domain/template.ts'
import { defaultTemplates } from '#modules/programme/schedules/domain/templates.data.ts'
import { sequence } from './sequence.ts'
import { median, table } from './table.ts'

/**
 * One network of 500 steps with 1,500 dependencies, planned backwards on the working calendar: latest and earliest
 * dates, slack, what fixes each date, and the two sentences of every step. Beside it, in the same process and in turn,
 * the least anybody can do: the longest-path pass over the same network as bare numbers, without calendar, dates,
 * slack or reasons. Further rows: the smallest conflict of the same network with too little time, and a whole programme
 * of 500 tasks, each classified and planned from its template.
 */
const size = 500
const edges = 1500
const rounds = 101
const limitMs = 50
const calendar = workingCalendar()
const frame = { floorOn: '2016-01-04', deadlineOn: '2026-12-31' }

function makeSteps(): Step[] {
  const next = sequence(20_261_122)
  const after = Array.from({ length: size }, () => new Set<number>())
  for (let count = 0; count < edges; ) {
    const later = 1 + next(size - 1)
    const earlier = Math.max(0, later - 1 - next(40))
    if (after[later]?.has(earlier)) continue
    after[later]?.add(earlier)
    count += 1
  }
  return after.map((places, i) => ({
    id: `s${i}`,
    title: `步骤${i}`,
    ...usualLength,
    days: 1 + next(9),
    after: [...places].map((place) => `s${place}`),
    notBefore: null,
    notAfter: null,
    pin: null,
    claim: null,
    done: null,
  }))
}

const steps = makeSteps()
const places = new Map(steps.map(({ id }, place) => [id, place]))
const numbers = steps.map(({ days, after }) => ({ days, after: after.map((id) => places.get(id) ?? 0) }))

const timed = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

let kept = 0

function planWithReasons(): void {
  const { dates, slack } = planSteps(steps, frame, calendar)
  const words = wordsFor(steps, '2026-11-22')
  const sentences = (dates ?? []).map((one, i) => {
    const [step, room] = [steps[i], slack?.[i]]
    return step && room ? `${explainLatest(step, one, words)}；${explainEarliest(room, words)}` : ''
  })
  kept += sentences.join('').length
}

/** Forward and backward over steps that already stand in order. */
function barePass(): void {
  const start = new Float64Array(size)
  numbers.forEach(({ after }, place) => {
    let best = 0
    for (const earlier of after) best = Math.max(best, (start[earlier] ?? 0) + (numbers[earlier]?.days ?? 0))
    start[place] = best
  })
  const end = start.reduce((last, from, place) => Math.max(last, from + (numbers[place]?.days ?? 0)), 0)
  const finish = new Float64Array(size).fill(end)
  for (let place = size - 1; place >= 0; place--) {
    const begin = (finish[place] ?? 0) - (numbers[place]?.days ?? 0)
    for (const earlier of numbers[place]?.after ?? []) finish[earlier] = Math.min(finish[earlier] ?? 0, begin)
  }
  kept += finish[0] ?? 0
}

const tight = { floorOn: '2026-01-04', deadlineOn: '2026-12-31' }

function findSmallestConflict(): void {
  const { conflict } = planSteps(steps, tight, calendar)
  if (!conflict) throw new Error('the tight plan was possible')
  kept += conflict.constraints.length
}

const templates = new Map(defaultTemplates.map((template) => [template.key, template]))
const titles = [
  '出台奖补办法',
  '创建省级示范园区',
  '扩大企业规模',
  '新建污水管网',
  '建设服务平台',
  '设立引导基金',
  '密切协作',
]
const programme = Array.from({ length: size }, (_, i): TaskToSchedule => {
  const quota: FigureTarget = {
    id: `t${i}`,
    kind: 'new_per_year',
    op: '>=',
    value: 20,
    valueMax: null,
    unit: '家',
    indicator: { text: '规上企业', code: null },
    period: { start: '2026-01-01', end: '2028-12-31' },
  }
  const dueOn = i % titles.length === 2 ? null : `2027-${String(6 + (i % 6)).padStart(2, '0')}-30`
  const title = titles[i % titles.length] ?? ''
  return { kind: 'task', title, text: title, dueOn, ongoing: false, targets: dueOn === null ? [quota] : [] }
})
const times = { startOn: '2026-01-01', issuedOn: '2026-02-09', endOn: '2028-12-31' }

function scheduleProgramme(): number {
  const states = programme.map((task) => scheduleTask(task, { times, today: '2026-02-10', templates }, calendar))
  const count = states.reduce((sum, { dates }) => sum + dates.length, 0)
  kept += count
  return count
}

const { dates } = planSteps(steps, frame, calendar)
if (dates?.length !== size) throw new Error('the plan was not possible')
const work = [planWithReasons, barePass, findSmallestConflict, scheduleProgramme]
for (let i = 0; i < 30; i++) work.forEach(timed)
const measured = Array.from({ length: rounds }, () => work.map(timed))
const column = (i: number) => measured.map((row) => row[i] ?? 0)
const [planned, bare, conflict] = [0, 1, 2].map((i) => median(column(i)))
const row = (name: string, i: number, [nodes, links] = [`${size}`, `${edges}`]) => {
  const of = column(i)
  return [
    name,
    nodes ?? '',
    links ?? '',
    median(of).toFixed(2),
    Math.max(...of).toFixed(2),
    (median(of) / (bare ?? 1)).toFixed(0),
  ]
}
console.log(
  table(
    ['work', 'steps', 'dependencies', 'median, ms', 'slowest, ms', 'times the bare pass'],
    [
      row('backward plan with calendar, slack, reasons and sentences', 0),
      row('bare longest-path pass on numbers', 1),
      row('impossible plan: smallest conflict', 2),
      row('programme of 500 tasks from templates', 3, [`${scheduleProgramme()}`, '']),
    ],
  ),
)
console.log(
  `\nMedian of ${rounds} rounds in one process, in turn, after 30 to warm up. Wanted: the first row under ${limitMs} ms.`,
)
if (kept === 0 || (planned ?? 0) > limitMs || (conflict ?? 0) > limitMs) process.exitCode = 1
