import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aChart, aChartTarget, aChartTask } from './wall-chart/chart.fixture.ts'
import {
  type ChartInput,
  type ChartTarget,
  type ChartTask,
  type Sheet,
  screenSheet,
  sheets,
} from './wall-chart/chart.ts'
import { textWidth } from './wall-chart/text-fit.ts'
import { dayEnd, dayStart, monthLabels, monthsBetween, timeAxis, yearLabels } from './wall-chart/time-axis.ts'
import { layOutWallChart, type WallChartModel } from './wall-chart.ts'

const day = fc
  .tuple(fc.integer({ min: 2025, max: 2029 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)

const task: fc.Arbitrary<ChartTask> = fc.record({
  id: fc.uuid(),
  number: fc.constantFrom('1', '12', '三'),
  title: fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom('科', '技', '创', 'A', '1', '、') }),
  action: fc.constantFrom('科技服务行动', '企业培育行动', '（三）科技成果转移转化和产业化推进行动', ''),
  leads: fc.uniqueArray(fc.constantFrom('县科技局', '县工信局', '县财政局'), { maxLength: 2 }),
  startOn: fc.option(day),
  dueOn: fc.option(day),
  ongoing: fc.boolean(),
  lamp: fc.constantFrom('green', 'yellow', 'red', 'grey'),
  isStale: fc.boolean(),
  reason: fc.constant(null),
  change: fc.constantFrom(null, { kind: 'worse' as const, text: '本周转红' }),
  milestones: fc.constant([]),
})

const chart: fc.Arbitrary<ChartInput> = fc.array(task, { maxLength: 40 }).chain((tasks) =>
  fc.array(fc.constantFrom(null, ...tasks.map((t) => t.id)), { maxLength: 60 }).map((owners) =>
    aChart({
      tasks,
      targets: owners.map((taskId, i) =>
        aChartTarget({ id: `g${i}`, taskId, label: '技术合同成交额'.repeat((i % 3) + 1) }),
      ),
    }),
  ),
)

const sheet = fc.constantFrom<Sheet>(sheets.A3, sheets.A0, sheets.wall, screenSheet(1392), screenSheet(900))
const by = fc.constantFrom('action' as const, 'agency' as const)
const everyRow = (model: WallChartModel) => model.pages.flat()

function forEveryChart(check: (model: WallChartModel, input: ChartInput) => void): void {
  fc.assert(
    fc.property(chart, sheet, by, (input, s, rows) => check(layOutWallChart(input, s, rows), input)),
    { numRuns: 150 },
  )
}

const many = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    aChartTask({ id: `t${i}`, number: String(i + 1), action: `行动${i % 8}`, dueOn: null }),
  )

const late = (dueOn: string) => layOutWallChart(aChart({ tasks: [aChartTask({ dueOn })] }), sheets.A3, 'action')

const only = (given: Partial<ChartTask>) => {
  const model = layOutWallChart(aChart({ tasks: [aChartTask(given)] }), screenSheet(1392), 'action')
  return { bar: everyRow(model).flatMap((row) => row.bars)[0]!, axis: model.measures.axis }
}

const figures = (targets: ChartTarget[]) =>
  everyRow(layOutWallChart(aChart({ targets }), sheets.A3, 'action')).flatMap((row) => row.targets.map((t) => t.figure))

describe('any chart', () => {
  test('no two tasks of one lane touch, words included', () => {
    forEveryChart((model) => {
      for (const { bars } of everyRow(model)) {
        for (const a of bars) {
          for (const b of bars) {
            if (a.task.id >= b.task.id || a.y !== b.y) continue
            expect(a.extent[1] < b.extent[0] || b.extent[1] < a.extent[0]).toBe(true)
          }
        }
      }
    })
  })

  test('every task stands in its rows exactly once, on one page or another', () => {
    forEveryChart((model, { tasks }) => {
      const drawn = everyRow(model).flatMap((row) => row.bars.map((bar) => bar.task.id))
      const wanted = tasks.flatMap((t) =>
        Array.from({ length: model.rows === 'action' ? 1 : Math.max(1, t.leads.length) }, () => t.id),
      )
      expect(drawn.sort()).toEqual(wanted.sort())
    })
  })

  test('words stay between the edges of the months', () => {
    forEveryChart(({ measures, pages }) => {
      for (const { label } of pages.flat().flatMap((row) => row.bars)) {
        expect(label.x).toBeGreaterThanOrEqual(measures.axis.left - 1e-6)
        expect(label.x + textWidth(label.text, measures.text)).toBeLessThanOrEqual(measures.axis.right + 1e-6)
      }
    })
  })

  test('the figure of a target stands beside the last line of its name', () => {
    forEveryChart(({ measures, pages }) => {
      for (const { label, figure, width } of pages.flat().flatMap((row) => row.targets)) {
        const last = textWidth(label.at(-1) ?? '', measures.text) + textWidth(figure, measures.text)
        expect(last).toBeLessThanOrEqual(width)
        for (const line of label) expect(textWidth(line, measures.text)).toBeLessThanOrEqual(width)
      }
    })
  })

  test('the first target of a task stands on the line of its bar when it is alone there', () => {
    forEveryChart(({ measures, pages }) => {
      for (const { bars, targets } of pages.flat()) {
        for (const bar of bars.filter((one) => bars.every((other) => other === one || other.y !== one.y))) {
          const first = targets.find((placed) => placed.target.taskId === bar.task.id)
          if (first) expect(first.y + measures.pitch / 2).toBeCloseTo(bar.y + measures.barHeight / 2)
        }
      }
    })
  })

  test('no two targets share a place', () => {
    forEveryChart(({ pages }) => {
      for (const { targets } of pages.flat()) {
        const places = targets.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)
        expect(new Set(places).size).toBe(places.length)
      }
    })
  })

  test('bars and targets stay inside their row', () => {
    forEveryChart(({ measures, pages }) => {
      for (const { height, bars, targets } of pages.flat()) {
        for (const { y } of bars) expect(y + measures.barHeight).toBeLessThanOrEqual(height)
        for (const { y, lines } of targets) expect(y + lines * measures.pitch).toBeLessThanOrEqual(height + 1e-6)
      }
    })
  })
})

describe('a page', () => {
  test('of A3 holds a county plan of 27 tasks', () => {
    const model = layOutWallChart(aChart({ tasks: many(27) }), sheets.A3, 'action')
    expect(model.pages).toHaveLength(1)
    expect(model.measures.text).toBeGreaterThanOrEqual(2.6)
  })

  test('is filled: few tasks are drawn larger than many', () => {
    const few = layOutWallChart(aChart({ tasks: many(8) }), sheets.A3, 'action')
    const full = layOutWallChart(aChart({ tasks: many(40) }), sheets.A3, 'action')
    expect(few.measures.pitch).toBeGreaterThan(full.measures.pitch)
  })

  test('of the wall screen never goes under 24 px; what does not fit turns the page', () => {
    const { measures, pages } = layOutWallChart(aChart({ tasks: many(60) }), sheets.wall, 'action')
    expect(measures.text).toBe(24)
    expect(measures.small).toBe(24)
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) {
      expect(page.reduce((sum, row) => sum + row.height, 0)).toBeLessThanOrEqual(measures.room ?? 0)
    }
  })

  test('of A0 writes the names of its targets out, over several lines where one is too short', () => {
    const name = '规模以上工业企业建有研发机构并开展研发活动的比例较上年度提高的百分点数'
    const targets = Array.from({ length: 60 }, (_, i) =>
      aChartTarget({ id: `g${i}`, taskId: `t${i % 30}`, label: `${name}（${i}）` }),
    )
    const { pages } = layOutWallChart(aChart({ tasks: many(30), targets }), sheets.A0, 'action')
    expect(pages).toHaveLength(1)
    const labels = pages.flat().flatMap((row) => row.targets.map((t) => t.label))
    expect(labels).toHaveLength(60)
    expect(Math.max(...labels.map((lines) => lines.length))).toBeGreaterThan(1)
    for (const lines of labels) expect(lines.join('')).toContain(name)
  })

  test('an action taller than a page goes on and says so', () => {
    const tasks = many(40).map((t) => ({ ...t, action: '企业培育行动' }))
    const [first, second] = layOutWallChart(aChart({ tasks }), sheets.wall, 'action').pages
    expect(first?.[0]?.continued).toBe(false)
    expect(second?.[0]?.continued).toBe(true)
    expect(second?.[0]?.heading.join('')).toContain('（续）')
  })

  test('shows what is wanted alone until anything has been reported', () => {
    const unknown = aChartTarget({ valueText: '未知', progress: null })
    expect(figures([unknown])).toEqual(['12 个'])
    expect(figures([unknown, aChartTarget({ id: 'g2' })])).toEqual(['未知 / 12 个', '8 / 12 个'])
  })

  test('targets that find no room are counted, not dropped in silence', () => {
    const targets = Array.from({ length: 200 }, (_, i) => aChartTarget({ id: `g${i}`, taskId: `t${i % 20}` }))
    const { pages } = layOutWallChart(aChart({ tasks: many(20), targets }), sheets.A3, 'action')
    const labels = pages.flat().flatMap((row) => row.targets.map((t) => t.label.join('')))
    const stoodFor = labels.map((label) => Number(/等 (\d+) 项$/.exec(label)?.[1] ?? 1))
    expect(labels.length).toBeLessThan(200)
    expect(stoodFor.reduce((sum, n) => sum + n, 0)).toBe(200)
  })
})

describe('months', () => {
  const axis = timeAxis(monthsBetween('2026-01-15', '2028-12-31'), 0, 360)

  test('run from the first to the last of the period, both counted', () => {
    expect(axis.months).toHaveLength(36)
    expect(monthsBetween('2026-11-30', '2027-02-01')).toEqual([
      { year: 2026, month: 11 },
      { year: 2026, month: 12 },
      { year: 2027, month: 1 },
      { year: 2027, month: 2 },
    ])
  })

  test('a day stands where it belongs: start at its first, deadline at its last moment', () => {
    expect(dayStart(axis, '2026-01-01')).toBe(0)
    expect(dayStart(axis, '2027-01-01')).toBe(120)
    expect(dayEnd(axis, '2026-12-31')).toBe(120)
    expect(dayEnd(axis, '2026-02-14')).toBe(15)
    expect(dayEnd(axis, '2031-01-01')).toBe(360)
    expect(dayStart(axis, '2019-01-01')).toBe(0)
  })

  test('are named one by one where there is room, by quarter or half-year where not', () => {
    const named = (size: number) =>
      monthLabels(axis, size)
        .filter((l) => l.text !== '')
        .map((l) => l.text)
    expect(named(6)).toHaveLength(36)
    expect(named(12).slice(0, 4)).toEqual(['1', '4', '7', '10'])
    expect(named(24).slice(0, 3)).toEqual(['1', '7', '1'])
    expect(yearLabels(axis, 10).map((l) => l.text)).toEqual(['2026年', '2027年', '2028年'])
  })

  test('reach as far as the latest deadline, two years beyond the period at most', () => {
    expect(late('2029-06-30').months).toHaveLength(42)
    expect(late('2049-06-30').months).toHaveLength(60)
  })
})

describe('one task', () => {
  test('with a deadline ends there, with its words inside', () => {
    const { bar, axis } = only({ startOn: '2026-01-01', dueOn: '2027-12-31' })
    expect(bar).toMatchObject({ end: 'dated', x: axis.left, label: { where: 'inside', text: '1 建设科技服务站' } })
    expect(bar.x + bar.width).toBeCloseTo(axis.left + axis.monthWidth * 24)
  })

  test('that goes on has no end; one without any deadline is told apart', () => {
    expect(only({ dueOn: null, ongoing: true }).bar.end).toBe('open')
    expect(only({ dueOn: null, ongoing: false }).bar.end).toBe('undated')
  })

  test('too short for its words carries them beside it', () => {
    expect(only({ startOn: '2026-02-01', dueOn: '2026-02-28' }).bar.label.where).toBe('right')
    expect(only({ startOn: '2028-12-01', dueOn: '2028-12-31' }).bar.label.where).toBe('left')
  })

  test('that is due before it starts is still drawn', () => {
    expect(only({ startOn: '2027-06-01', dueOn: '2026-03-31' }).bar.width).toBeGreaterThan(0)
  })
})
