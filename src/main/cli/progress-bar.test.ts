import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { progressBar } from './progress-bar.ts'
import type { Terminal } from './terminal.ts'

function watch(isWatched: boolean, total: number): string {
  let said = ''
  const err = (text: string) => {
    said += text
  }
  const terminal: Terminal = {
    out: () => {},
    err,
    isWatched,
    stdin: Readable.from([]),
    language: 'zh',
    environment: {},
    now: new Date('2026-03-02T02:00:00Z'),
    today: '2026-03-02',
  }
  const bar = progressBar(total, terminal)
  for (let n = 1; n <= total; n++) bar.step([`第 ${n} 行`])
  bar.end()
  return said
}

test('where a person watches several documents, lines stand above a bar that is wiped at the end', () => {
  const said = watch(true, 3)
  expect(said).toContain('] 3/3')
  expect(said).toContain('第 2 行\n')
  expect(said.endsWith('\r\u001b[K')).toBe(true)
})

test('into a file go the lines alone', () => expect(watch(false, 2)).toBe('第 1 行\n第 2 行\n'))

test('one document needs no bar', () => expect(watch(true, 1)).toBe('第 1 行\n'))
