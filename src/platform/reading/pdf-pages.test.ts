import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { kindsOf, type Placed, pdf, pictured, ruled } from './reading.fixture.ts'

const read = (bytes: Uint8Array) => readDocument({ name: '方案.pdf', bytes })
const linesOf = async (...pages: (Placed | string)[][]) => (await read(pdf(pages))).text.split('\n')

/** Lines of one column from the top of the page down. */
const column = (x: number, lines: readonly string[], { top = 700, size = 12 } = {}): Placed[] =>
  lines.map((text, i) => ({ text, x, y: top - i * 20, size }))

const full = '建设青禾县农产品加工中试基地并开放共享设备'

test('words drawn again for bold are read once, however their pieces are cut, and letters that come twice stay twice', async () => {
  const strokes = [0, 0.24, 0.48, 0.72].flatMap((by): Placed[] => [
    { text: '到2028年达到', x: 80 + by, y: 700 },
    { text: '33', x: 208 + by, y: 700 - by },
    { text: '家，天天上报', x: 240 + by, y: 700 },
  ])
  const [line] = await linesOf(strokes)
  expect(line?.replaceAll(' ', '')).toBe('到2028年达到33家，天天上报')
})

test('a page in two columns is read down the left one, then down the right, under a title over both', async () => {
  const left = column(60, [full.slice(0, 18), full.slice(0, 18), full.slice(0, 18), '左栏最后一行。'], { top: 680 })
  const right = column(320, [full.slice(0, 18), full.slice(0, 18), full.slice(0, 18), '右栏最后一行。'], { top: 680 })
  const lines = await linesOf([{ text: '青禾县人民政府公报第三期', x: 200, y: 740, size: 18 }, ...left, ...right])
  const text = lines.join('')
  expect(lines[0]).toBe('青禾县人民政府公报第三期')
  expect(text.indexOf('左栏最后一行')).toBeLessThan(text.indexOf('右栏最后一行'))
  expect(text).not.toContain('\t')
})

test('rows of a table without lines stay rows', async () => {
  const rows = [['序号', '任务', '单位'], ['1', '建园区', '县科技局'], ['2', '引人才', '县委组织部'], ['3', '办展会', '县商务局']]
  const lines = await linesOf(rows.flatMap((row, i) => row.map((text, j) => ({ text, x: 80 + j * 150, y: 700 - i * 24 }))))
  expect(lines).toEqual(rows.map((row) => row.join('\t')))
}) // biome-ignore format: a table

test('slanted words and pale ones over the text are left out and told; pale words that stand free are read', async () => {
  const words: Placed[] = [
    { text: '一、建设中试基地二家', x: 80, y: 700 },
    { text: '送审稿', x: 80, y: 740, grey: 0.8 },
  ]
  const slanted = [120, 320, 520].map((y): Placed => ({ text: '青禾县科技局', x: 150, y, turn: 45, grey: 0.7 }))
  const over: Placed = { text: '内部资料', x: 110, y: 698, grey: 0.85, size: 20 }
  const document = await read(pdf([[...words, ...slanted, over]]))
  expect(document.text).toBe('送审稿\n一、建设中试基地二家')
  expect(document.notices).toHaveLength(1)
  expect(document.notices[0]).toMatchObject({ kind: 'wordsLeftOut', page: 1 })
  expect(document.notices[0]?.message).toMatch(/第 1 页.*“青禾县科技局”.*“内部资料”/)
})

test('black words strewn over the page across others are a mark, words of the text that come again are not', async () => {
  const lines = ['县科技局', '县财政局', '县科技局', '县教育局', '县科技局'].map((text, i) => ({
    text,
    x: 80,
    y: 700 - i * 28,
  }))
  const strewn = [0, 1, 2, 3].map((i): Placed => ({ text: '青禾机密', x: 100 + i * 40, y: 704 - i * 30 }))
  const document = await read(pdf([[...lines, ...strewn]]))
  expect(document.text.split('\n')).toEqual(lines.map(({ text }) => text))
  expect(kindsOf(document)).toEqual(['wordsLeftOut'])
})

test('a page laid on its side as a whole is read upright', async () => {
  const turned = ['一、总体要求', '二、重点任务'].map(
    (text, i): Placed => ({ text, x: 100 + i * 28, y: 200, turn: 90 }),
  )
  expect((await read(pdf([turned]))).text).toBe('一、总体要求\n二、重点任务')
})

test('a ruled table keeps its cells: wrapped words run on, merged ones stand in every row they cover', async () => {
  const across = [700, 660, 600, 560].map((y) => ruled(60, y, y === 600 ? 360 : 500, y))
  const down = [60, 110, 360, 500].map((x) => ruled(x, 700, x, 560))
  const words: Placed[] = [
    { text: '序号', x: 65, y: 675 }, { text: '任务', x: 120, y: 675 }, { text: '责任单位', x: 370, y: 675 },
    { text: '1', x: 65, y: 640 }, { text: '建设农产品加工中试基地并开放', x: 120, y: 640 }, { text: '共享设备', x: 120, y: 615 },
    { text: '2', x: 65, y: 575 }, { text: '引进人才十五名', x: 120, y: 575 }, { text: '县科技局', x: 370, y: 610 },
  ] // biome-ignore format: a table
  const lines = await linesOf([
    { text: '附件 任务分解表', x: 80, y: 740 },
    ...across,
    ...down,
    ...words,
    { text: '以上由县科技局汇总。', x: 80, y: 500 },
  ])
  expect(lines).toEqual([
    '附件 任务分解表',
    '序号\t任务\t责任单位',
    '1\t建设农产品加工中试基地并开放共享设备\t县科技局',
    '2\t引进人才十五名\t县科技局',
    '以上由县科技局汇总。',
  ])
})

describe('a table that goes on over the edge of the paper', () => {
  const xs = [60, 110, 200, 360, 530]
  /** Rows of a ruled table from a height down; `merged` lists rows whose second cell goes on from above. */
  const tableAt = (top: number, rows: readonly (readonly string[])[], merged: readonly number[] = []) => {
    const ys = [...rows.map((_, i) => top - i * 40), top - rows.length * 40]
    const across = ys.flatMap((y, i) =>
      merged.includes(i) ? [ruled(60, y, 110, y), ruled(200, y, 530, y)] : [ruled(60, y, 530, y)],
    )
    const words = rows.flatMap((row, i) =>
      row.flatMap((text, j): Placed[] => (text === '' ? [] : [{ text, x: (xs[j] ?? 0) + 4, y: top - i * 40 - 25 }])),
    )
    return [...across, ...xs.map((x) => ruled(x, top, x, top - rows.length * 40)), ...words]
  }
  const head = ['序号', '任务', '措施', '单位']
  const [one, two] = [
    ['1', '壮大主体', '新增高企十家', '县科技局'],
    ['2', '', '建设中试基地并开放共', '县商务局、县统计局、'],
  ]
  const rest = ['', '', '享设备', '县财政局']
  const three = ['3', '', '引进人才十五名', '县委组织部']

  test('a row cut there is one row again, and a merged cell says its words on both pages', async () => {
    const lines = await linesOf(tableAt(160, [head, one, two], [2]), tableAt(780, [rest, three], [1]))
    expect(lines).toEqual([
      head.join('\t'),
      one.join('\t'),
      '2\t壮大主体\t建设中试基地并开放共享设备\t县商务局、县统计局、县财政局',
      '3\t壮大主体\t引进人才十五名\t县委组织部',
    ])
  })

  test('the same under headings said again', async () => {
    const lines = await linesOf(tableAt(160, [head, one, two], [2]), tableAt(780, [head, rest, three], [2]))
    expect(lines[2]).toBe('2\t壮大主体\t建设中试基地并开放共享设备\t县商务局、县统计局、县财政局')
  })

  test('a row of its own stays one, however little it says', async () => {
    const [four, five] = [
      ['3', '', '', '县教育局'],
      ['', '', '合计', '三项'],
    ]
    expect(await linesOf(tableAt(160, [head, one]), tableAt(780, [four]))).toContain(four.join('\t'))
    expect(await linesOf(tableAt(160, [head, ['', '', '开放设备', '']]), tableAt(780, [five]))).toContain(
      five.join('\t'),
    )
  })

  test('another table behind it is none of its rows', async () => {
    const other = [
      ruled(60, 780, 400, 780),
      ruled(60, 740, 400, 740),
      ...[60, 200, 400].map((x) => ruled(x, 780, x, 740)),
    ]
    const lines = await linesOf(tableAt(160, [head, one]), [...other, { text: '联系人', x: 210, y: 755 }])
    expect(lines).toEqual([head.join('\t'), one.join('\t'), '\t联系人'])
  })
})

test('a picture in the place of words is told with its page, the paper’s own background is not', async () => {
  const text = [0, 1, 2].map((i): Placed => ({ text: '　　第一段文字。', x: 80, y: 780 - i * 28 }))
  const document = await read(pdf([[...text, pictured(60, 60, 480, 500)], text]))
  expect(document.notices).toMatchObject([{ kind: 'imagesSkipped', page: 1 }])
  const page = [pictured(0, 0, 595, 842), ...text]
  expect((await read(pdf([page, page, page]))).notices).toEqual([])
})

test('words laid under a scan are read and told to be somebody’s recognition', async () => {
  const words: Placed = { text: '一、到2028年达到30家', x: 80, y: 700, hidden: true }
  const document = await read(pdf([[pictured(0, 0, 595, 842), words]]))
  expect(document.text).toBe('一、到2028年达到30家')
  expect(document.notices).toMatchObject([{ kind: 'recognisedElsewhere', page: 1 }])
})
