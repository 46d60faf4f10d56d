import { expect, test } from 'vitest'
import { aPlan, aTask } from '#compiler/compiled-plan.fixture.ts'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { carryCorrections } from './carry-corrections.ts'
import type { Correction } from './correction.ts'

/** A plan of tasks told by their titles, each with the words after it. */
function planOf(tasks: readonly (readonly [title: string, words: string])[], head = ''): CompiledPlan {
  let text = head
  const made = tasks.map(([title, words], i) => {
    const start = text.length
    text += `${title}。${words}`
    return aTask({
      id: `t${i}`,
      title,
      titleSpan: [start, start + title.length],
      span: [start, text.length],
      text: `${title}。${words}`,
    })
  })
  return aPlan({
    source: { file: '方案.txt', sha256: '', mediaType: 'text/plain', encoding: 'utf-8', text },
    tasks: made,
  })
}

const before = planOf([
  ['建设服务站', '每个乡镇一个，由相关单位负责推进，全年完成。'],
  ['选派特派员', '每村一名，由相关单位负责推进，全年完成。'],
])
const carry = (after: CompiledPlan, ...corrections: Correction[]) =>
  carryCorrections(
    before,
    after,
    corrections.map((correction) => ({ correction })),
  )
const renamed = (i: number): Correction => ({ kind: 'retitleTask', at: before.tasks[i]!.titleSpan, title: '新名' })

test('a correction follows its words wherever the task stands now', () => {
  const after = planOf(
    [
      ['选派特派员', '每村一名，由相关单位负责推进，全年完成。'],
      ['建设服务站', '每个乡镇一个，由相关单位负责推进，两年完成。'],
    ],
    '关于印发修订方案的通知。'.repeat(3),
  )
  const { carried, open } = carry(after, renamed(0), renamed(1))
  expect(open).toEqual([])
  expect(carried.map(({ correction }) => after.source.text.slice(...correction.at))).toEqual([
    '建设服务站',
    '选派特派员',
  ])
})

test('of words that stand in several tasks those of the same task are meant', () => {
  const after = planOf([
    ['开展培训', '由相关单位负责推进，全年完成。'],
    ['建设服务站', '每个乡镇一个，由相关单位负责推进，全年完成。'],
    ['选派特派员', '每村一名，由相关单位负责推进，全年完成。'],
  ])
  const words = before.source.text.lastIndexOf('相关单位')
  const added: Correction = { kind: 'addTask', at: [words, words + 4], title: '相关单位的任务', taskKind: 'task' }
  const [one] = carry(after, added).carried
  expect(one?.correction.at[0]).toBe(after.source.text.lastIndexOf('相关单位'))
})

test('where the words are gone the correction is open, and what the new issue has right already is left out', () => {
  const after = planOf([['设立服务驿站', '每个乡镇一个，由相关单位负责推进，全年完成。']])
  expect(carry(after, renamed(0))).toMatchObject({ carried: [], open: [{ of: { correction: renamed(0) } }] })
  const same: Correction = { kind: 'dropAgency', at: before.tasks[0]!.titleSpan, name: '县水利局' }
  expect(carry(before, same)).toEqual({ carried: [], open: [] })
})
