import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { fixture, kindsOf, refusalOf } from './reading.fixture.ts'

const file = fixture('numbered-list.doc')

test('an old Word file gives its words, its table and a warning about generated numbers', async () => {
  const document = await readDocument({ name: '方案.doc', bytes: file })
  expect(document.text).toContain('青禾县科技创新行动方案\n总体要求\n')
  expect(document.text).toContain('\n序号\t任务\t牵头单位\n1\t建设园区\t县科技局\n')
  expect(kindsOf(document)).toContain('numberingLost')
})

test('what is merged, struck through or hidden cannot be told of an old file, and that is said', async () => {
  const document = await readDocument({ name: '方案.doc', bytes: fixture('merged-cells.doc') })
  expect(document.text).toContain('2\t引人才')
  const said = document.notices.map(({ message }) => message).join('')
  expect(said).toContain('合并单元格')
  expect(said).toContain('删除线')
  expect(kindsOf(await readDocument({ name: '方案.doc', bytes: file }))).not.toContain('looksLost')
})

test('the flag of a locked file is believed', async () => {
  const locked = Uint8Array.from(file)
  // The header of the WordDocument stream begins with its signature; the flags follow ten bytes later.
  const header = Buffer.from(locked).indexOf(Buffer.from('eca50101', 'hex'))
  locked[header + 11] = (locked[header + 11] ?? 0) | 1
  expect((await refusalOf('方案.doc', locked)).code).toBe('reading.passwordProtected')
})

test('torn files are refused at whatever byte they end', async () => {
  for (const length of [9, 600, 2000, 6000, 11_000]) {
    const { code } = await refusalOf('方案.doc', file.slice(0, length))
    expect(code).toBe('reading.torn')
  }
})
