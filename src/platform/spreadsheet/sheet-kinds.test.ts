import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Refusal } from '#kernel/errors.ts'
import { readRows } from './read-rows.ts'
import { anOdsFile, aSheetFile } from './sheet-file.fixture.ts'

const fixture = (name: string) => Uint8Array.from(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)))
const cellsOf = async (bytes: Uint8Array) => (await readRows(bytes)).rows.map(({ cells }) => cells)
const codeOf = (bytes: Uint8Array) =>
  readRows(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )
const inline = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
const number = (place: string, value: number, style = 0) => `<c r="${place}" s="${style}"><v>${value}</v></c>`

test.each([
  ['0%', 0.35, '35%'],
  ['0.00%', 0.12345, '12.345%'],
  ['0%;[Red]-0%', -0.05, '-5%'],
  ['yyyy"年"m"月"', 46082, '2026年3月'],
  ['yyyy-mm', 46082, '2026-03'],
  ['yyyy"年"m"月"d"日"', 46082, '2026-03-01'],
  ['[$-804]yyyy"年"m"月"d"日";@', 46082, '2026-03-01'],
  ['[DBNum1][$-804]yyyy"年"m"月"', 46082, '2026年3月'],
  ['m"月"d"日"', 46082, '2026-03-01'],
  ['yyyy"年"', 46082, '2026年'],
  ['yyyy/m/d h:mm', 46082.5, '2026-03-01 12:00:00'],
  ['h:mm', 0.375, '09:00'],
  ['000000', 801, '000801'],
  ['"第"0"号"', 7, '7'],
  ['"NO."0000', 12, 'NO.0012'],
  ['#,##0.00', 1234567.5, '1234567.5'],
  ['0"万元"', 300, '300'],
  ['General', 0.1 + 0.2, '0.3'],
  ['@', 13_812_345_678, '13812345678'],
])('a number shown by %s', async (format, value, shown) => {
  const file = await aSheetFile({ rows: `<row r="1">${number('A1', value)}</row>`, formats: [format] })
  expect(await cellsOf(file)).toEqual([[shown]])
})

test.each([
  ['a fault of a formula', '<c r="A1" t="e"><f>NA()</f><v>#N/A</v></c>', '#N/A'],
  ['a fault that somebody pasted as text', inline('A1', '#REF!'), '#REF!'],
  ['a formula nobody has counted', '<c r="A1"><f>1+1</f></c>', '还没有算过'],
  ['a code with its last figures lost', number('A1', 110_101_199_001_011_200), '超过 15 位'],
  ['a number shown in thousands', number('A1', 120_000, 1), '按千或万缩小'],
  ['a number shown in tens of thousands', number('A1', 120_000, 2), '按千或万缩小'],
])('%s is told', async (_, cell, fault) => {
  const rows = `<row r="1">${cell}${inline('B1', '旁')}</row>`
  const [row] = (await readRows(await aSheetFile({ rows, formats: ['General', '#,##0,', '0!.0,"万"'] }))).rows
  expect(row?.faults?.[0]).toContain(fault)
  expect(row?.cells[1]).toBe('旁')
})

const shared = ['<t>名称</t>', '<r><t>县科</t></r><r><t>技局</t></r><rPh sb="0" eb="1"><t>xian</t></rPh>']
const twoTexts = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>'
const read = [['名称'], ['县科技局']]

test.each<[string, readonly [string, string][]]>([
  ['the usual names', []],
  ['parts under other names', [['workbook.xml', 'workbook2.xml'], ['sheet1.xml', 'sheet00.xml'], ['sharedStrings.xml', 'texts.xml']]],
  ['the namespaces of the strict kind', [['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'], ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships']]],
  ['targets that begin at the root', [['Target="worksheets/', 'Target="/xl/worksheets/'], ['Target="sharedStrings', 'Target="/xl/sharedStrings']]],
  ['targets with backslashes', [['Target="worksheets/', 'Target="worksheets\\']]],
  ['names in capitals', [['worksheets/sheet1', 'Worksheets/SHEET1']]],
  ['prefixes before every tag', [['<sheetData', '<x:sheetData'], ['</sheetData', '</x:sheetData'], ['<row', '<x:row'], ['</row', '</x:row'], ['<c ', '<x:c '], ['</c>', '</x:c>'], ['<v>', '<x:v>'], ['</v>', '</x:v>']]],
  ['the list of texts without a relation', [['Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"', 'Id="rId3" Type="other"']]],
  ['the relations of the workbook lost', [['xl/_rels/workbook.xml.rels', 'xl/_rels/lost.rels']]],
])('an .xlsx with %s', async (_, instead) => {
  expect(await cellsOf(await aSheetFile({ rows: twoTexts, shared, instead }))).toEqual(read)
}) // biome-ignore format: a table

test('names in an archive may be written with backslashes', async () => {
  const file = Buffer.from(await aSheetFile({ rows: twoTexts, shared }))
  for (const name of [
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
    'xl/_rels/workbook.xml.rels',
  ])
    for (let at = file.indexOf(name); at >= 0; at = file.indexOf(name, at + 1))
      file.write(name.replaceAll('/', '\\'), at)
  expect(await cellsOf(Uint8Array.from(file))).toEqual(read)
})

test('texts that the file has lost are no empty cells', async () => {
  expect(await codeOf(await aSheetFile({ rows: twoTexts }))).toBe('spreadsheet.torn')
  expect(await codeOf(await aSheetFile({ rows: twoTexts, shared: ['<t>名称</t>'] }))).toBe('spreadsheet.torn')
})

test('days counted from 1904, and days written as such', async () => {
  const rows = `<row r="1">${number('A1', 43_907)}<c r="B1" t="d"><v>2024-03-18T00:00:00</v></c></row>`
  expect(await cellsOf(await aSheetFile({ rows, formats: ['yyyy-mm-dd'], from1904: true }))).toEqual([
    ['2024-03-18', '2024-03-18'],
  ])
})

test('a merged cell counts for all its rows, and for none that hold nothing else', async () => {
  const rows = `<row r="1">${inline('A1', '甲')}${inline('B1', '丙某')}</row><row r="2">${inline('A2', '乙')}</row><row r="3"><c r="B3"/></row>`
  const behind = '<mergeCells count="1"><mergeCell ref="B1:C3"/></mergeCells>'
  expect(await cellsOf(await aSheetFile({ rows, behind }))).toEqual([
    ['甲', '丙某'],
    ['乙', '丙某'],
  ])
})

test('hidden and filtered rows are read and marked', async () => {
  const rows = `<row r="1">${inline('A1', '甲')}</row><row r="2" hidden="1">${inline('A2', '乙')}</row>`
  expect((await readRows(await aSheetFile({ rows }))).rows.map(({ hidden }) => hidden)).toEqual([undefined, true])
})

test('a sheet of pictures only says so', async () => {
  const file = await aSheetFile({ rows: '', behind: '<drawing r:id="rId9"/>' })
  await expect(readRows(file)).rejects.toThrow('只有图片')
})

const old = [
  ['澄禾县项目台账'],
  ['名称', '进度', '开工', '代码', '日期', '投资', '责任人'],
  ['甲项目', '35%', '2026年3月', '000801', '2024-03-18', '1234567.5', '丙某'],
  ['乙项目', '', '', '', '', '', '丙某'],
  ['丙项目', '', '', '', '', '', '丙某'],
  ['丁项目', '3'],
  ['戊项目', '甲乙'],
]

test('a binary workbook is no empty one', async () => {
  const file = await aSheetFile({ rows: '', instead: [['workbook.xml', 'workbook.bin']] })
  await expect(readRows(file)).rejects.toThrow('.xlsb')
})

test('an .xls keeps formats, faults, merged cells and what is hidden, as an .xlsx does', async () => {
  const { rows, sheet, sheets } = await readRows(fixture('kinds.xls'))
  expect({ sheet, sheets }).toEqual({ sheet: '台账', sheets: ['台账', '备用'] })
  expect(rows.slice(0, 7).map(({ cells }) => cells)).toEqual(old)
  expect(rows.slice(3, 5).map(({ faults }) => faults)).toEqual([{ 1: '#N/A' }, { 1: '#DIV/0!' }])
  expect(rows[7]).toMatchObject({ cells: ['己项目', '123456789012345680', '13812345678', '-1.25', '0.1'] })
  expect(rows[7]?.faults?.[1]).toContain('超过 15 位')
  expect(rows.at(-1)?.cells).toEqual(['Café'])
})

test('an .xls so small that its stream lies among the small ones, and one of Excel 95', async () => {
  expect(await cellsOf(fixture('small.xls'))).toEqual([
    ['名称', '代码'],
    ['县科技局', '7'],
  ])
  const { rows } = await readRows(fixture('kinds-95.xls'))
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['澄禾县项目台账'],
    ['名称', '进度', '开工', '代码', '日期', '投资'],
    ['甲项目', '35%', '2026-03', '000801', '2024-03-18', '1234567.5'],
    ['乙项目', ''],
    ['丙项目', '甲乙'],
  ])
  expect(rows[3]?.faults).toEqual({ 1: '#N/A' })
})

test('an .xls cut short anywhere is torn, not half read', async () => {
  const whole = fixture('kinds.xls')
  for (let end = 0; end < whole.length; end += 97)
    expect(await codeOf(whole.slice(0, end))).toMatch(/torn|empty|otherKind/)
})

const odsCell = (attributes: string, text: string) =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
const odsRow = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`

test('an .ods keeps what an .xlsx keeps', async () => {
  const rows = [
    odsRow(
      ['名称', '进度', '开工', '代码', '日期', '责任人']
        .map((title) => odsCell('office:value-type="string"', title))
        .join(''),
    ),
    odsRow(
      [
        odsCell('office:value-type="string"', '甲<text:s/>项目</text:p><text:p>二期'),
        odsCell('office:value-type="percentage" office:value="0.35"', '35%'),
        odsCell('office:value-type="date" office:date-value="2026-03-01"', '2026年3月'),
        odsCell('office:value-type="float" office:value="801"', '000801'),
        odsCell('office:value-type="date" office:date-value="2024-03-18T00:00:00"', '24.3.18'),
        '<table:table-cell table:number-rows-spanned="2" office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>丙某</text:p></table:table-cell>',
      ].join(''),
    ),
    odsRow(
      `${odsCell('office:value-type="string"', '乙项目')}${odsCell('table:formula="of:=NA()" office:value-type="string" calcext:value-type="error"', '#N/A')}${odsCell('office:value-type="float" office:value="1234567.5" table:number-columns-repeated="2"', '1,234,567.50')}<table:table-cell/><table:covered-table-cell/>`,
      'table:visibility="filter"',
    ),
    odsRow('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048573"'),
  ].join('')
  const tables = `<table:table table:name="藏" table:style-name="ta2">${odsRow(odsCell('', '藏'))}</table:table><table:table table:name="台账" table:style-name="ta1">${rows}</table:table><table:table table:name="空"/><table:table table:name="备用">${odsRow(odsCell('', '另'))}</table:table>`
  const styles = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
  const reading = await readRows(await anOdsFile(tables, styles))
  expect({ sheet: reading.sheet, sheets: reading.sheets }).toEqual({ sheet: '台账', sheets: ['台账', '备用'] })
  expect(reading.rows).toEqual([
    { row: 1, cells: ['名称', '进度', '开工', '代码', '日期', '责任人'] },
    { row: 2, cells: ['甲 项目\n二期', '35%', '2026年3月', '000801', '2024-03-18', '丙某'] },
    {
      row: 3,
      cells: ['乙项目', '', '1234567.5', '1234567.5', '', '丙某'],
      faults: { 1: '#N/A' },
      hidden: true,
      fromAbove: [5],
    },
  ])
})

test('an .ods that repeats a full row without end is refused, not unfolded', async () => {
  const full = odsCell('table:number-columns-repeated="16384"', '甲')
  const table = `<table:table table:name="表">${odsRow(full, 'table:number-rows-repeated="1000000"')}</table:table>`
  expect(await codeOf(await anOdsFile(table))).toBe('spreadsheet.tooManyPlaces')
})

test('an .ods that is locked, empty or no sheet is refused by its reason', async () => {
  const locked = { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }
  expect(await codeOf(await anOdsFile('', '', locked))).toBe('spreadsheet.passwordProtected')
  expect(await codeOf(await anOdsFile('<table:table table:name="空"/>'))).toBe('spreadsheet.empty')
  const words = { mimetype: 'application/vnd.oasis.opendocument.text' }
  expect(await codeOf(await anOdsFile('', '', words))).toBe('spreadsheet.otherKind')
})

const utf8 = (text: string) => new TextEncoder().encode(text)
test.each([
  ['semicolons beside commas', '名称;说明;数\n甲,乙;"x\ny";1,5\n', [['名称', '说明', '数'], ['甲,乙', 'x\ny', '1,5']]],
  ['tabs beside commas', '名称\t说明\n甲,乙\t"x\ny"\n', [['名称', '说明'], ['甲,乙', 'x\ny']]],
  ['line ends of old kinds and guarded figures', '名称,代码\r甲,="007"\r乙,\'008\r', [['名称', '代码'], ['甲', '007'], ['乙', '008']]],
  ['a title over the head', '澄禾县名录\n\n单位名称;简称\n甲;乙\n', [['澄禾县名录'], ['单位名称', '简称'], ['甲', '乙']]],
  ['a name that begins with a mark of its own', '名称,代码\n\'七一\'工程,1', [['名称', '代码'], ["'七一'工程", '1']]],
])('.csv with %s', async (_, text, cells) => {
  expect(await cellsOf(utf8(text))).toEqual(cells)
}) // biome-ignore format: a table
