import { describe, expect, test } from 'vitest'
import { differencesOf, type LocalDraft, meet } from './draft.ts'

const local = (more: Partial<LocalDraft> = {}): LocalDraft => ({
  answer: { text: '这里' },
  at: 9000,
  asOf: 1000,
  tried: [],
  isSaved: false,
  ...more,
})
const server = (ms: number, text = '那里') => ({ answer: { text }, savedAt: new Date(ms) })

describe('of what the browser and the server hold', () => {
  test('nothing is nothing, and one alone is shown', () => {
    expect(meet(undefined, null)).toBeUndefined()
    expect(meet(undefined, server(3000))).toEqual({ answer: { text: '那里' }, at: 3000, asOf: 3000, other: null })
    expect(meet(local({ asOf: null }), null)).toEqual({ answer: { text: '这里' }, at: 9000, asOf: null, other: null })
  })

  test('what continues the server’s draft is shown, though a clock runs behind', () => {
    expect(meet(local({ at: 10 }), server(1000))).toMatchObject({ answer: { text: '这里' }, asOf: 1000, other: null })
    // The page was read before its own last saving.
    expect(meet(local(), server(500))).toMatchObject({ answer: { text: '这里' }, asOf: 1000, other: null })
  })

  test('what another device saved meanwhile stands beside what was begun here', () => {
    expect(meet(local(), server(2000))).toMatchObject({ answer: { text: '这里' }, asOf: 1000, other: server(2000) })
    expect(meet(local({ asOf: null }), server(2000))).toMatchObject({ other: server(2000) })
  })

  test('what another device saved is shown where nothing is unsaved here', () => {
    expect(meet(local({ isSaved: true }), server(2000))).toMatchObject({ answer: { text: '那里' }, other: null })
  })

  test('what this device sent without hearing of it is its own, and so is the same said twice', () => {
    const lost = local({ answer: { text: '这里又写' }, tried: [{ text: '这里' }, { text: '这里又' }] })
    expect(meet(lost, server(2000, '这里又'))).toMatchObject({ answer: { text: '这里又写' }, asOf: 2000, other: null })
    expect(meet(local(), server(2000, '这里 '))).toMatchObject({ asOf: 2000, other: null })
  })
})

test('two drafts differ by what a person filled in, in words', () => {
  const names = [{ targetId: 'a', label: '总数', unit: '家' }]
  const here = {
    progress: 'progressed' as const,
    text: '已选址',
    values: [{ targetId: 'a', value: 3 }],
    fileIds: ['x'],
  }
  const there = { progress: 'difficult' as const, needsCoordination: true, values: [], fileIds: ['y'] }
  expect(differencesOf(here, there, names)).toEqual([
    { label: '状态', here: '有进展', there: '有困难' },
    { label: '说明', here: '已选址', there: '（空）' },
    { label: '提请协调', here: '否', there: '是' },
    { label: '总数', here: '3 家', there: '（空）' },
    { label: '附件', here: '1 个，其中 1 个只在这一份', there: '1 个，其中 1 个只在这一份' },
  ])
  expect(differencesOf({ values: [{ targetId: 'b', value: 3 }] }, {}, names)).toEqual([
    { label: '数据', here: '3', there: '（空）' },
  ])
  expect(differencesOf(here, { ...here, text: ' 已选址 ', needsCoordination: false }, names)).toEqual([])
})
