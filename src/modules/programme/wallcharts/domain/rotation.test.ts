import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOnPage, listChanged, rotationOf, stayOf, turnedTo } from './rotation.ts'
import { aChart, aChartTask } from './wall-chart/chart.fixture.ts'
import { sheets } from './wall-chart/chart.ts'
import { layOutWallChart } from './wall-chart.ts'

const changed = (id: string, kind: 'worse' | 'better' | 'finished' | 'moved') =>
  aChartTask({ id, change: { kind, text: kind } })

const rotation = (tasks: ReturnType<typeof aChartTask>[]) =>
  rotationOf(layOutWallChart(aChart({ tasks, targets: [] }), sheets.wall, 'action'))

describe('the wall shows', () => {
  test('what turned worse first, then what was finished, mended, moved', () => {
    const tasks = [
      changed('a', 'moved'),
      changed('b', 'better'),
      aChartTask({ id: 'c' }),
      changed('d', 'worse'),
      changed('e', 'finished'),
    ]
    expect(listChanged(tasks).map(({ id }) => id)).toEqual(['d', 'e', 'b', 'a'])
  })

  test('the changes before the chart, and only the chart in a quiet week', () => {
    expect(rotation([changed('a', 'worse')]).map(({ kind }) => kind)).toEqual(['changes', 'chart'])
    expect(rotation([aChartTask()]).map(({ kind }) => kind)).toEqual(['chart'])
  })

  test('every change and every page of the chart exactly once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }), (changes, count) => {
        const tasks = [
          aChartTask({ id: 'quiet' }),
          ...Array.from({ length: changes }, (_, i) => changed(`c${i}`, 'worse')),
        ]
        const pages = Array.from({ length: count }, () => [])
        const shown = rotationOf({ input: aChart({ tasks }), pages })
        const told = shown.flatMap((page) => (page.kind === 'changes' ? page.tasks.map(({ id }) => id) : []))
        expect(told).toEqual(tasks.slice(1).map(({ id }) => id))
        expect(shown.flatMap((page) => (page.kind === 'chart' ? [page.page] : []))).toEqual([...pages.keys()])
        for (const page of shown)
          if (page.kind === 'changes') expect(page.tasks.length).toBeLessThanOrEqual(changesOnPage)
      }),
    )
  })
})

test('turning goes round, forwards and back, and stays inside when pictures become fewer', () => {
  expect([0, 1, 2, 3, -1].map((turns) => turnedTo(turns, 3))).toEqual([0, 1, 2, 0, 2])
  expect(turnedTo(7, 2)).toBe(1)
})

test('a stay that is not offered is the usual one', () => {
  expect(stayOf('60')).toBe(60)
  expect(stayOf('')).toBe(20)
  expect(stayOf('1')).toBe(20)
})
