import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BoardBar, type BoardLine, listLines, listUpcoming, stateOf } from './board-lines.ts'
import { placeBars, placeOn, scaleOf } from './gantt-scale.ts'

const aBar = (bar: Partial<BoardBar>): BoardBar => ({
  stepId: 's',
  title: '起草',
  mark: false,
  words: '15 个工作日，至3月20日',
  startOn: '2026-03-02',
  finishOn: '2026-03-20',
  doneOn: null,
  tentative: false,
  ...bar,
})
const aLine = (line: Partial<BoardLine>): BoardLine => ({
  taskId: 't',
  number: '1',
  title: '制定办法',
  action: '',
  leads: ['县科技局'],
  isOwn: false,
  startOn: null,
  finishOn: null,
  bars: [],
  next: null,
  failure: null,
  late: null,
  ...line,
})
const today = '2026-03-10'

describe('the lines of the board', () => {
  test.each([
    [{ failure: '…' }, 'failed'],
    [{ late: '…' }, 'late'],
    [{ next: aBar({}) }, 'current'],
    [{ next: aBar({ startOn: '2026-04-01' }) }, 'ahead'],
    [{}, 'done'],
  ] as const)('stand as %o says', (line, state) => {
    expect(stateOf(aLine(line), today)).toBe(state)
  })

  test('are found by task, step, lead and state', () => {
    const lines = [
      aLine({ bars: [aBar({ title: '征求意见' })], next: aBar({}) }),
      aLine({ title: '建平台', leads: ['县财政局'] }),
    ]
    const all = { text: '', leads: [], state: '', isOwnOnly: false, today }
    expect(listLines(lines, all).length).toBe(2)
    expect(listLines(lines, { ...all, text: '征求' }).length).toBe(1)
    expect(listLines(lines, { ...all, leads: ['县财政局'] }).map(({ title }) => title)).toEqual(['建平台'])
    expect(listLines(lines, { ...all, state: 'current' }).length).toBe(1)
    expect(listLines(lines, { ...all, isOwnOnly: true })).toEqual([])
  })

  test('a step begins on its day, and blanks are no words', () => {
    expect(stateOf(aLine({ next: aBar({ startOn: today }) }), today)).toBe('current')
    const all = { text: ' ', leads: [], state: '', isOwnOnly: false, today }
    expect(listLines([aLine({ title: 'ABC' })], all)).toHaveLength(1)
    expect(listLines([aLine({ title: 'ABC' })], { ...all, text: ' bc ' })).toHaveLength(1)
    expect(listLines([aLine({ title: 'ABC' })], { ...all, text: '甲' })).toEqual([])
  })

  test('come up to the last of the days ahead, by the day they end, those of one day as they stand', () => {
    const bars = [
      aBar({ stepId: 'b', startOn: '2026-03-15', finishOn: '2026-03-30' }), aBar({ stepId: 'c', startOn: '2026-03-15', finishOn: '2026-03-30' }),
      aBar({ stepId: 'far', startOn: '2026-03-16', finishOn: '2026-03-17' }), aBar({ stepId: 'a', startOn: '2026-03-01', finishOn: '2026-03-09' }),
      aBar({ stepId: 'done', startOn: '2026-03-01', doneOn: '2026-03-08' }),
    ] // biome-ignore format: a list
    const found = listUpcoming([aLine({ bars })], { today, days: 5 })
    expect(found.map(({ bar }) => bar.stepId)).toEqual(['a', 'b', 'c'])
    const other = listUpcoming([aLine({ bars: [...bars].reverse() })], { today, days: 5 })
    expect(other.map(({ bar }) => bar.stepId)).toEqual(['a', 'c', 'b'])
  })

  test('name the steps that come up, late ones first', () => {
    const bars = [
      aBar({ finishOn: '2026-04-10', startOn: '2026-04-01' }),
      aBar({ finishOn: '2026-03-05' }),
      aBar({ startOn: '2026-06-01' }),
      aBar({ doneOn: '2026-03-01' }),
    ]
    const found = listUpcoming([aLine({ bars })], { today, days: 30 })
    expect(found.map(({ bar }) => bar.finishOn)).toEqual(['2026-03-05', '2026-04-10'])
  })
})

describe('the scale', () => {
  test('spans whole months and marks quarters on a long stretch', () => {
    const scale = scaleOf('2026-02-10', '2028-12-20')
    expect([scale.from, scale.to]).toEqual(['2026-02-01', '2028-12-31'])
    expect(scale.marks.slice(0, 4).map(({ label }) => label)).toEqual(['4月', '7月', '10月', '2027'])
    expect(placeOn(scale, '2026-02-01')).toBe(0)
    expect(placeOn(scale, '2030-01-01')).toBe(100)
  })

  test('gives bars that overlap lanes of their own and keeps all of them within it', () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
    const bars = fc.array(
      fc.tuple(day, day).map(([a, b]) => aBar(a < b ? { startOn: a, finishOn: b } : { startOn: b, finishOn: a })),
    )
    fc.assert(
      fc.property(bars, (all) => {
        const placed = placeBars(all, scaleOf('2026-01-01', '2027-12-31'))
        for (const one of placed) {
          expect(one.left >= 0 && one.left + one.width <= 100.3).toBe(true)
          const others = placed.filter((other) => other !== one && other.lane === one.lane)
          expect(others.some(({ bar }) => bar.startOn <= one.bar.finishOn && one.bar.startOn <= bar.finishOn)).toBe(
            false,
          )
        }
      }),
    )
  })
})
