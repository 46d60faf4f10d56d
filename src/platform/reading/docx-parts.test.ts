import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { docx, kindsOf, paragraph, refusalOf, utf8, zip } from './reading.fixture.ts'

const read = (bytes: Uint8Array) => readDocument({ name: '方案.docx', bytes })
const linesOf = async (body: string, others?: Record<string, string>) =>
  (await read(docx(body, others))).text.split('\n')

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...all: [type: string, target: string][]): string =>
  `<Relationships>${all.map(([type, target], i) => `<Relationship Id="r${i}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`
const word = (body: string) => `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`

const numbering =
  '<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
const listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
const deleted = '<w:rPr><w:del w:id="9"/></w:rPr>'

test.each([
  ['a leading slash', '/content/main.xml', '/content/lists.xml'],
  ['a backslash', 'content\\main.xml', 'lists.xml'],
  ['other letters', 'CONTENT/Main.xml', './lists.xml'],
])('parts are found by their relations: %s', async (_, main, lists) => {
  const bytes = zip([
    { name: '[Content_Types].xml', content: utf8('<Types><Override PartName="/content/main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>') },
    { name: '_rels/.rels', content: utf8(relations(['officeDocument', main])) },
    { name: 'content/_rels/main.xml.rels', content: utf8(relations(['numbering', lists])) },
    { name: 'content/main.xml', content: utf8(word(paragraph('建园区', listed) + paragraph('引人才', listed))) },
    { name: 'content/lists.xml', content: utf8(numbering) },
  ]) // biome-ignore format: a table
  expect((await read(bytes)).text).toBe('（一）建园区\n（二）引人才')
})

test('a paragraph whose end was deleted runs into the next; one deleted whole leaves no line and takes no number', async () => {
  const gone = `<w:p><w:pPr>${listed}${deleted}</w:pPr><w:del><w:r><w:delText>引院所</w:delText></w:r></w:del></w:p>`
  const body =
    paragraph('建园区', listed) +
    gone +
    paragraph('引人才，达到', listed + deleted) +
    paragraph('30家') +
    paragraph('办展会', listed)
  const document = await read(docx(body, { 'word/numbering.xml': numbering }))
  expect(document.text).toBe('（一）建园区\n（二）引人才，达到30家\n（三）办展会')
  expect(kindsOf(document)).toContain('deletionsDropped')
})

test('paragraphs moved away stand in their new place alone', async () => {
  const moved =
    '<w:p><w:pPr><w:rPr><w:moveFrom w:id="3"/></w:rPr></w:pPr><w:moveFrom><w:r><w:t>引人才</w:t></w:r></w:moveFrom></w:p>'
  const there = '<w:p><w:moveTo><w:r><w:t>引人才</w:t></w:r></w:moveTo></w:p>'
  expect(await linesOf(moved + paragraph('建园区') + there)).toEqual(['建园区', '引人才'])
})

const run = (text: string, property = '') => `<w:r><w:rPr>${property}</w:rPr><w:t>${text}</w:t></w:r>`

test.each([
  ['of its own', '<w:strike/>'],
  ['twice', '<w:dstrike w:val="1"/>'],
  ['by its style', '<w:rStyle w:val="old"/>'],
])('words struck through %s are left out and told with their place', async (_, property) => {
  const styles =
    '<w:styles><w:style w:styleId="base"><w:rPr><w:strike/></w:rPr></w:style><w:style w:styleId="old"><w:basedOn w:val="base"/></w:style></w:styles>'
  const body = `<w:p>${run('建成中试基地')}${run('5', property)}${run('2家')}${run('。', '<w:strike w:val="0"/>')}</w:p>`
  const document = await read(docx(body, { 'word/styles.xml': styles }))
  expect(document.text).toBe('建成中试基地2家。')
  expect(document.notices).toMatchObject([{ kind: 'wordsLeftOut' }])
  expect(document.notices[0]?.message).toContain('“5”（在“建成中试基地”之后）')
})

const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`

test('a cell merged downwards stands in every row it covers, one merged sideways leaves its columns empty', async () => {
  const start = '<w:vMerge w:val="restart"/>'
  const table = `<w:tbl>${row(cell('序号'), cell('任务'), cell('单位'))}${row(cell('1'), cell('建园区'), cell('县科技局', start))}${row(
    cell('2'), cell('引人才'), cell('', '<w:vMerge/>'))}${row(cell('合计', '<w:gridSpan w:val="2"/>'), cell('2项', start))}</w:tbl>` // biome-ignore format: rows
  expect(await linesOf(table)).toEqual([
    '序号\t任务\t单位',
    '1\t建园区\t县科技局',
    '2\t引人才\t县科技局',
    '合计\t\t2项',
  ])
})

test('cells and rows deleted under revision are not read', async () => {
  const table = `<w:tbl>${row(cell('建园区'), cell('县教育局', '<w:cellDel w:id="1"/>'), cell('县科技局'))}<w:tr><w:trPr><w:del w:id="2"/></w:trPr>${cell('引院所')}</w:tr></w:tbl>`
  const document = await read(docx(table))
  expect(document.text).toBe('建园区\t县科技局')
  expect(kindsOf(document)).toEqual(['deletionsDropped'])
})

test('a page or a text put in whole is read in its place; what cannot be read is told', async () => {
  const chunk = (id: string) => `<w:altChunk r:id="${id}"/>`
  const document = await read(
    docx(paragraph('一、任务') + chunk('r0') + chunk('r1') + paragraph('三、保障'), {
      'word/_rels/document.xml.rels': relations(['aFChunk', 'a.html'], ['aFChunk', 'b.bin']),
      'word/a.html': '<html><body><p>二、措施</p></body></html>',
      'word/b.bin': '\u0000\u0001\u0002\u0003\u0004\u0005\u0006',
    }),
  )
  expect(document.text).toBe('一、任务\n二、措施\n三、保障')
  expect(document.notices).toMatchObject([{ kind: 'partsSkipped' }])
  expect(document.notices[0]?.message).toContain('1 处')
})

test('what the reader knows nothing of gives its words and is told; comments are told', async () => {
  const strange = '<m:oMathPara><m:r><m:t>R=Q/P</m:t></m:r></m:oMathPara>'
  const document = await read(
    docx(`${paragraph('公式如下')}${strange}<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>`),
  )
  expect(document.text).toBe('公式如下\nR=Q/P')
  expect(kindsOf(document)).toEqual(['wordsLeftOut', 'partsSkipped'])
})

test('an archive whose main part is missing is torn', async () => {
  const bytes = zip([
    { name: '[Content_Types].xml', content: utf8('<Types/>') },
    { name: '_rels/.rels', content: utf8(relations(['officeDocument', 'word/none.xml'])) },
  ])
  expect((await refusalOf('方案.docx', bytes)).code).toBe('reading.torn')
})

test.each(['w:sdt', 'w:ins', 'w:tbl'])(
  '%s nested without end is refused with a sentence before it costs any time',
  async (tag) => {
    const nested = `<${tag}>`.repeat(20_000) + paragraph('建园区') + `</${tag}>`.repeat(20_000)
    expect((await refusalOf('方案.docx', docx(nested))).code).toBe('reading.tooDeep')
  },
)
