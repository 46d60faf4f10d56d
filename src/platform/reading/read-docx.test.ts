import {
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { docx, kindsOf, paragraph, refusalOf, utf8, zip } from './reading.fixture.ts'

const read = (bytes: Uint8Array, name = '方案.docx') => readDocument({ name, bytes })
const linesOf = async (bytes: Uint8Array) => (await read(bytes)).text.split('\n')

const plain = (text: string) => new Paragraph({ children: [new TextRun(text)] })
const item = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'plan', level } })

test('a plan made by a word processor: generated numbers, tables, footnotes', async () => {
  const levels = [
    { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
    { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
    { level: 2, format: LevelFormat.DECIMAL, text: '%3.' },
  ]
  const rows = [
    ['序号', '任务'],
    ['1', '建设园区'],
  ]
  const table = new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [plain(cell)] })) }),
    ),
  })
  const noted = new Paragraph({ children: [new TextRun('达到30家'), new FootnoteReferenceRun(1)] })
  const file = new Document({
    numbering: { config: [{ reference: 'plan', levels }] },
    footnotes: { 1: { children: [plain('县统计局口径。')] } },
    sections: [
      {
        children: [
          plain('青禾县创新行动方案'),
          item('总体要求', 0),
          item('重点任务', 0),
          item('育企业', 1),
          item('建平台', 2),
          item('引人才', 2),
          item('优服务', 1),
          item('办实事', 2),
          noted,
          table,
          item('保障措施', 0),
        ],
      },
    ],
  })
  const document = await read(Uint8Array.from(await Packer.toBuffer(file)))
  expect(document.text.split('\n')).toEqual([
    '青禾县创新行动方案',
    '一、总体要求',
    '二、重点任务',
    '（一）育企业',
    '1.建平台',
    '2.引人才',
    '（二）优服务',
    '1.办实事',
    '达到30家',
    '序号\t任务',
    '1\t建设园区',
    '三、保障措施',
    '脚注1：县统计局口径。',
  ])
  expect(kindsOf(document)).toEqual(['numberingWritten', 'notesAppended'])
})

const level = (ilvl: number, format: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`
const numbering = (levels: string, nums: string) =>
  `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}</w:numbering>`
const num = (id: number, inside = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${inside}</w:num>`
const listed = (text: string, id: number, ilvl: number) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${id}"/></w:numPr>`)

test('numbers that come from a style, compound numbers, restarts and numbering switched off', async () => {
  const levels =
    level(0, 'chineseCounting', '第%1条', '<w:pStyle w:val="Article"/>') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')
  const restart = num(2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
  const styles = `<w:styles xmlns:w="w"><w:style w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:styleId="Child"><w:basedOn w:val="Article"/></w:style></w:styles>`
  const body = [
    paragraph('总则', '<w:pStyle w:val="Article"/>'),
    paragraph('分则', '<w:pStyle w:val="Child"/>'),
    listed('范围', 1, 1),
    paragraph('附则', '<w:pStyle w:val="Article"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    listed('另起', 2, 0),
    listed('再续', 2, 0),
  ].join('')
  const bytes = docx(body, { 'word/numbering.xml': numbering(levels, num(1) + restart), 'word/styles.xml': styles })
  expect(await linesOf(bytes)).toEqual(['第一条总则', '第二条分则', '2.1 范围', '附则', '第五条另起', '第六条再续'])
})

test.each([
  ['chineseCounting', '%1、', '十一、'], ['chineseCountingThousand', '（%1）', '（十一）'], ['decimalEnclosedCircle', '%1', '⑪'],
  ['upperLetter', '%1.', 'K.'], ['lowerRoman', '%1)', 'xi)'], ['ideographTraditional', '%1、', '甲、'],
  ['chineseLegalSimplified', '%1、', '壹拾壹、'], ['ideographDigital', '%1、', '一一、'], ['decimalZero', '%1.', '11.'],
  ['decimalFullWidth', '%1．', '11．'], ['bullet', '\uf06c', '•'],
])('the eleventh item in %s is written %s → %s', async (format, pattern, written) => {
  const body = Array.from({ length: 11 }, () => listed('项', 1, 0)).join('')
  const bytes = docx(body, { 'word/numbering.xml': numbering(level(0, format, pattern), num(1)) })
  expect((await linesOf(bytes)).at(-1)?.replace(/ ?项$/, '')).toBe(written)
}) // biome-ignore format: a table

test('deleted and moved words, hidden words, field codes and generated contents are left out and told', async () => {
  const body = [
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>',
    `<w:sdtContent>${paragraph('一、总体要求 1')}</w:sdtContent></w:sdt>`,
    '<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新增</w:t></w:r></w:ins>',
    '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:br/><w:t>次行</w:t></w:r></w:p>',
    '<w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>',
  ].join('')
  const document = await read(docx(body))
  expect(document.text.trim().split('\n')).toEqual(['保留新增', '次行'])
  expect(kindsOf(document)).toEqual(['deletionsDropped', 'furnitureDropped'])
  expect(document.notices[0]?.message).toContain('2 处修订')
})

test('words in text boxes are read once and pictures are told', async () => {
  const box = `<w:txbxContent>${paragraph('责任清单')}</w:txbxContent>`
  const body = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>正文</w:t></w:r></w:p>${'<w:p><w:r><w:drawing/></w:r></w:p>'}`
  const document = await read(docx(body))
  expect(document.text).toBe('正文\n责任清单')
  expect(kindsOf(document)).toEqual(['imagesSkipped'])
})

const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`

test('merged cells keep the columns and a table of one column is paragraphs', async () => {
  const body = `<w:tbl><w:tr>${cell('目标', '<w:gridSpan w:val="2"/>')}${cell('单位')}</w:tr><w:tr>${cell('企业')}${cell('30')}${cell('家')}</w:tr></w:tbl>
    <w:tbl><w:tr><w:tc>${paragraph('一段')}${paragraph('二段')}</w:tc></w:tr></w:tbl>`
  expect(await linesOf(docx(body))).toEqual(['目标\t\t单位', '企业\t30\t家', '一段', '二段'])
})

test('a locked file, a bomb, a liar, a torn file and other archives are refused by name', async () => {
  const locked = await writeXlsx({
    sheets: [{ name: 'a', rows: [['密']] }],
    encryption: { password: 'guatu', spinCount: 10 },
  })
  expect((await refusalOf('方案.docx', locked)).code).toBe('reading.passwordProtected')
  const bomb = docx(paragraph('一'), { 'word/media/a.bin': '0'.repeat(30_000_000) })
  expect((await refusalOf('方案.docx', bomb)).code).toBe('reading.zipBomb')
  const huge = docx(paragraph('一'), { 'word/media/a.bin': '0'.repeat(5000) })
  expect((await refusalOf('方案.docx', huge, { limits: { unzippedBytes: 4000 } })).code).toBe(
    'reading.unzippedTooLarge',
  )
  const lying = zip([{ name: 'word/document.xml', content: utf8('<w:document/>'.repeat(1000)), claims: 20 }])
  expect((await refusalOf('方案.docx', lying)).code).toBe('reading.torn')
  const whole = docx(paragraph('青禾县').repeat(500))
  expect((await refusalOf('方案.docx', whole.slice(0, whole.length - 40))).code).toBe('reading.torn')
  const xlsx = await writeXlsx({ sheets: [{ name: 'a', rows: [['一']] }] })
  expect((await refusalOf('方案.docx', xlsx)).message).toContain('电子表格（.xlsx）')
  const ofd = zip([{ name: 'OFD.xml', content: utf8('<OFD/>') }])
  expect((await refusalOf('方案.ofd', ofd)).message).toContain('OFD 文件已经损坏')
  const packed = zip([{ name: '方案.txt', content: utf8('青禾县') }])
  expect((await refusalOf('方案.zip', packed)).message).toContain('先解压')
  expect((await refusalOf('方案.docx', docx(''))).code).toBe('reading.noText')
})
