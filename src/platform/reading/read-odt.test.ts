import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { kindsOf, refusalOf, utf8, zip } from './reading.fixture.ts'

const names = 'xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s" xmlns:draw="d" xmlns:dc="c"'
const styles = (inside: string) =>
  `<office:document-styles ${names}><office:styles>${inside}</office:styles></office:document-styles>`
const odt = (body: string, automatic = '', others: Record<string, string> = {}) =>
  zip(
    Object.entries({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `<office:document-content ${names}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ...others,
    }).map(([name, content]) => ({ name, content: utf8(content) })),
  )
const read = (bytes: Uint8Array) => readDocument({ name: '方案.odt', bytes })
const p = (text: string, attributes = '') => `<text:p ${attributes}>${text}</text:p>`

test('numbers of lists and headings are written out, deeper ones begin anew, a list that goes on counts on', async () => {
  const level = (at: number, format: string, prefix: string, suffix: string, more = '') =>
    `<text:list-level-style-number text:level="${at}" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}" ${more}/>`
  const list = `<text:list-style style:name="L1">${level(1, '一, 二, 三, ...', '（', '）')}${level(2, '1', '', '.')}</text:list-style>`
  const outline = `<text:outline-style>${'<text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'}</text:outline-style>`
  const item = (...inside: string[]) => `<text:list-item>${inside.join('')}</text:list-item>`
  const body = `<text:h text:outline-level="1">任务</text:h><text:list text:style-name="L1">${item(p('建园区'), `<text:list>${item(p('选址'))}${item(p('开工'))}</text:list>`)}${item(p(''))}${item(p('引人才'), p('续段'))}</text:list>
    <text:h text:outline-level="1">保障</text:h><text:list text:style-name="L1" text:continue-numbering="true">${item(p('办展会'), `<text:list>${item(p('筹备'))}</text:list>`)}</text:list><text:list text:style-name="L1">${item(p('另起'))}</text:list>`
  const document = await read(odt(body, list, { 'styles.xml': styles(outline) }))
  expect(document.text.split('\n')).toEqual(
    ['一、任务', '（一）建园区', '1.选址', '2.开工', '', '（二）引人才', '续段', '二、保障', '（三）办展会', '1.筹备', '（一）另起'],
  ) // biome-ignore format: a list
})

test('merged cells stand in every row they cover and leave their further columns empty', async () => {
  const cell = (text: string, more = '') => `<table:table-cell ${more}>${p(text)}</table:table-cell>`
  const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
  const table = `<table:table><table:table-header-rows>${row(cell('序号'), cell('任务'), cell('单位'))}</table:table-header-rows>${row(cell('1'), cell('建园区'), cell('县科技局', 'table:number-rows-spanned="2"'))}${row(cell('2'), cell('引人才'), '<table:covered-table-cell/>')}${row(cell('合计', 'table:number-columns-spanned="2"'), '<table:covered-table-cell/>', cell('2项'))}</table:table>`
  expect((await read(odt(table))).text.split('\n')).toEqual([
    '序号\t任务\t单位',
    '1\t建园区\t县科技局',
    '2\t引人才\t县科技局',
    '合计\t\t2项',
  ])
})

test('blanks, tabs and line ends are kept; deleted, struck and hidden words, comments and contents are left out and told', async () => {
  const automatic =
    '<style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="T2" style:parent-style-name="T1"/><style:style style:name="T3"><style:text-properties text:display="none"/></style:style>'
  const body = `<text:tracked-changes><text:changed-region><text:deletion>${p('作废')}</text:deletion></text:changed-region></text:tracked-changes>
    <text:table-of-content><text:index-body>${p('目录')}</text:index-body></text:table-of-content>
    ${p('建成<text:s text:c="2"/>基地<text:span text:style-name="T2">5</text:span><text:span>2</text:span>家<text:tab/>止<text:line-break/>完<office:annotation><text:p>议</text:p></office:annotation><text:span text:style-name="T3">密</text:span><text:note text:note-class="footnote"><text:note-body>' + p('含在建') + '</text:note-body></text:note>')}
    ${p('整段作废', 'text:style-name="T1"')}<draw:frame><draw:text-box>${p('框里的字')}</draw:text-box></draw:frame>${p('图<draw:frame><draw:image/></draw:frame>')}`
  const document = await read(odt(body, automatic))
  expect(document.text.split('\n')).toEqual(['建成  基地2家\t止', '完', '框里的字', '图', '脚注1：含在建'])
  expect(kindsOf(document)).toEqual([
    'deletionsDropped',
    'wordsLeftOut',
    'furnitureDropped',
    'notesAppended',
    'wordsLeftOut',
    'imagesSkipped',
  ])
  const struck = document.notices[1]?.message ?? ''
  for (const words of ['“5”（在“', '“整段作废”']) expect(struck).toContain(words)
})

test('the same in one XML file is read', async () => {
  const flat = `<?xml version="1.0"?><office:document ${names} office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>${p('工作方案')}</office:text></office:body></office:document>`
  expect((await readDocument({ name: '方案.fodt', bytes: utf8(flat) })).text).toBe('工作方案')
})

test.each([
  ['a locked text', odt('', '', { 'META-INF/manifest.xml': '<m><encryption-data/></m>' }), 'reading.passwordProtected'],
  ['one without a body', odt('', '', { 'content.xml': '<x/>' }), 'reading.torn'],
  ['a sheet', odt('', '', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), 'reading.unsupportedKind'],
])('%s is refused', async (_, bytes, code) => {
  expect((await refusalOf('方案.odt', bytes)).code).toBe(code)
})
