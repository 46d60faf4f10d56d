import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { fixture, kindsOf, type Placed, pdf, refusalOf } from './reading.fixture.ts'

const read = (bytes: Uint8Array) => readDocument({ name: '方案.pdf', bytes })

/** Lines of 16 points, 28 characters wide at most, as GB/T 9704 sets them. */
const set = (lines: readonly string[], top = 740): Placed[] =>
  lines.map((line, i) => ({ text: line.trim(), x: 80 + (line.length - line.trimStart().length) * 16, y: top - i * 28 }))

const full = '创'.repeat(27)

test('fonts that only name a Chinese character map are read', async () => {
  const gbk = { 青: 'c7e0', 禾: 'bacc', 县: 'cfd8', 方: 'b7bd', 案: 'b0b8' }
  const encode = (text: string) =>
    [...text].map((sign) => Object.entries(gbk).find(([key]) => key === sign)?.[1]).join('')
  expect((await read(pdf([[{ text: '青禾县方案', x: 90, y: 700 }]], 'GBK-EUC-H', encode))).text).toBe('青禾县方案')
  expect((await read(pdf([[{ text: '青禾县方案', x: 90, y: 700 }]]))).text).toBe('青禾县方案')
})

test('wrapped lines become paragraphs, over the page too, and pages know their stretch', async () => {
  const first = set(['　　一、总体要求', `　　${full.slice(2)}`, `${full}`, '新到此为止。', `　　下段${full.slice(4)}`])
  const second = set(['接着上页。', '　　二、重点任务'])
  const document = await read(pdf([first, second]))
  const lines = document.text.split('\n')
  expect(lines).toEqual([
    '一、总体要求',
    `${full.slice(2)}${full}新到此为止。`,
    `下段${full.slice(4)}接着上页。`,
    '二、重点任务',
  ])
  const [one, two] = document.pages
  expect(one).toMatchObject({ page: 1, start: 0 })
  expect(document.text.slice(two?.start, two?.end)).toBe('接着上页。\n二、重点任务')
  expect(one?.end).toBe(two?.start)
})

const headedPage = (number: number) => [
  { text: '青禾县人民政府文件', x: 200, y: 800, size: 10 },
  ...set(['　　各项工作按期完成。', `　　第${number}项工作由县科技局牵头。`]),
  { text: `— ${number} —`, x: 280, y: 40, size: 12 },
]

test('page numbers and repeated headers go and are told; a body line that happens to repeat stays', async () => {
  const document = await read(pdf([headedPage(1), headedPage(2), headedPage(3)]))
  expect(document.text.split('\n')).toEqual(
    [1, 2, 3].flatMap((number) => ['各项工作按期完成。', `第${number}项工作由县科技局牵头。`]),
  )
  expect(document.notices).toEqual([
    { kind: 'furnitureDropped', message: '每页重复的页眉页脚没有读入：“青禾县人民政府文件”。' },
  ])
})

const row = (y: number, cells: readonly string[]): Placed[] => cells.map((text, i) => ({ text, x: 80 + i * 150, y }))

test('columns of a row are parted by tabs, faked bold is read once, a wide title is one line', async () => {
  const document = await read(
    pdf([
      [
        { text: '青禾县人民政府关于印发创新', x: 154, y: 780, size: 22 },
        { text: '行动方案的通知', x: 220, y: 750, size: 22 },
        ...set([`　　${full.slice(2)}`, full], 700),
        { text: '要点', x: 112, y: 640 },
        { text: '要点', x: 112.6, y: 640 },
        ...row(600, ['序号', '任务', '单位']),
        ...row(572, ['1', '建园区', '县科技局']),
      ],
    ]),
  )
  expect(document.text.split('\n')).toEqual([
    '青禾县人民政府关于印发创新行动方案的通知',
    full.slice(2) + full,
    '要点',
    '序号\t任务\t单位',
    '1\t建园区\t县科技局',
  ])
})

test('a page without text is told by its number; a file of such pages is a scan', async () => {
  const document = await read(pdf([set(['　　有字的一页。']), null, set(['　　又一页。'])]))
  expect(document.notices).toMatchObject([{ kind: 'pageWithoutText', page: 2 }])
  expect(document.notices[0]?.message).toContain('第 2 页')
  expect(document.pages).toHaveLength(3)
  const numbered = pdf(
    [1, 2, 3].map((page) => (page === 2 ? set(['　　有字的一页。']) : [{ text: `— ${page} —`, x: 280, y: 40 }])),
  )
  expect((await read(numbered)).notices).toMatchObject([{ page: 1 }, { page: 3 }])
  const scan = await refusalOf('方案.pdf', pdf([null, null]))
  expect(scan.message).toContain('共 2 页，都是扫描图片')
})

test('a page that cannot be found is told and does not cost those before it', async () => {
  const source = Buffer.from(pdf([set(['　　好的一页。']), set(['　　坏的一页。'])])).toString('latin1')
  const broken = source.replace('[6 0 R 8 0 R]', '[6 0 R 99 0 R]')
  const document = await read(Uint8Array.from(Buffer.from(broken, 'latin1')))
  expect(document.text).toBe('好的一页。')
  expect(document.notices).toMatchObject([{ kind: 'pageUnreadable', page: 2 }])
})

test('damage inside a compressed page is told, because the words after it are lost without a sign', async () => {
  const whole = Buffer.from(pdf([set(['　　好的一页。'])]))
  const packed = deflateSync(Buffer.from('BT /F1 16 Tf 80 700 Td <4e00> Tj ET'.repeat(40)))
  packed.fill(0xff, 30, 40)
  const object = Buffer.concat([
    Buffer.from(`20 0 obj\n<</Filter/FlateDecode/Length ${packed.length}>>stream\n`),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  const at = whole.indexOf('xref')
  const damaged = Buffer.concat([whole.subarray(0, at), object, whole.subarray(at)])
  expect(kindsOf(await read(Uint8Array.from(damaged)))).toEqual(['damagedParts'])
})

test('a period of years that lost its hyphen on the way gets it back, a date does not', async () => {
  const document = await read(pdf([set(['　　发展规划（20212025年）', '　　编号20260305'])]))
  expect(document.text).toBe('发展规划（2021-2025年）\n编号20260305')
})

test('text drawn in codes of the font’s own is told as garbled', async () => {
  const document = await read(pdf([set(['　　好的一页。']), set(['\ue001\ue002\ue003\ue004\ue005'])]))
  expect(kindsOf(document)).toEqual(['pageGarbled'])
})

test('locked, torn and overlong files are refused', async () => {
  expect((await refusalOf('方案.pdf', fixture('locked.pdf'))).code).toBe('reading.passwordProtected')
  const whole = pdf([set(['　　一页。'])])
  expect((await refusalOf('方案.pdf', whole.slice(0, whole.length - 60))).code).toBe('reading.torn')
  const pages = Array.from({ length: 4 }, () => set(['　　一页。']))
  const long = await refusalOf('方案.pdf', pdf(pages), { limits: { pages: 3 } })
  expect(long.message).toContain('文件有 4 页，超过 3 页的上限')
})
