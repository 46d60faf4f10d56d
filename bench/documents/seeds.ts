import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { inventedPlan } from '#modules/programme/plans/server/invented-plan.fixture.ts'
import { ofd, ofdPage, ofdRule, ofdWords } from '#platform/reading/ofd.fixture.ts'
import { docx, paragraph, pdf, utf8, zip } from '#platform/reading/reading.fixture.ts'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'

/** A sound document and how its insides are built, which says how it can be spoilt. */
export interface Seed {
  name: string
  bytes: Uint8Array
  build: 'zip' | 'pdf' | 'text' | 'bytes'
}

/** From the project's folder, where benches run. */
const inProject = (path: string): Uint8Array => Uint8Array.from(readFileSync(path))
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`

const words = inventedPlan
  .split('\n')
  .filter((line) => line !== '')
  .slice(0, 40)

const wordBody = [
  ...words.map((line) => paragraph(line)),
  paragraph('自动编号', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
  `<w:tbl><w:tr>${cell('任务', '<w:gridSpan w:val="2"/>')}${cell('牵头单位')}</w:tr><w:tr>${cell('建设站点', '<w:vMerge w:val="restart"/>')}${cell('20个')}${cell('县科技局')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('30个')}${cell('县财政局')}</w:tr></w:tbl>`,
  '<w:p><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
  '<w:sdt><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>',
].join('')

const numbering =
  '<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'

/** A PDF whose streams are packed, as every program of today writes them. */
function packedPdf(): Uint8Array {
  const plain = Buffer.from(
    pdf([[{ text: '澄禾县工作方案', x: 100, y: 700 }], [{ text: '一、重点任务', x: 100, y: 700 }]]),
  )
  const text = plain
    .toString('latin1')
    .replaceAll(/<<\/Length \d+>>stream\n([\s\S]*?)\nendstream/g, (_, drawing: string) => {
      const packed = deflateSync(Buffer.from(drawing, 'latin1'))
      return `<</Length ${packed.length}/Filter/FlateDecode>>stream\n${packed.toString('latin1')}\nendstream`
    })
  return Uint8Array.from(Buffer.from(text, 'latin1'))
}

async function workbooks(): Promise<Seed[]> {
  const columns = ['单位名称', '简称', '数量', '日期'].map((title, i) => ({
    key: `c${i}`,
    title,
    width: 16,
    ...(i === 3 && { format: 'date' as const }),
  }))
  const rows = Array.from({ length: 30 }, (_, i) => [`县第${i}局`, `${i}局`, i * 1.5, '2026-06-30'])
  const small = await writeWorkbook([{ name: '名录', columns, rows }], { title: '澄禾县单位名录', note: '2026年' })
  const two = await writeWorkbook([
    { name: '一', columns, rows: rows.slice(0, 3) },
    { name: '二', columns, rows: [] },
  ])
  return [
    { name: '名录.xlsx', bytes: small, build: 'zip' },
    { name: '两张表.xlsx', bytes: two, build: 'zip' },
  ]
}

const gb18030 = (text: string): Uint8Array => {
  // Two-byte rows of GB 18030 as the platform's own decoder knows them.
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly number[]>()
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const sign = decoder.decode(Uint8Array.of(high, low))
      if (low !== 0x7f && sign.length === 1) codes.set(sign, [high, low])
    }
  return Uint8Array.from([...text].flatMap((sign) => codes.get(sign) ?? [sign.charCodeAt(0) & 0x7f]))
}

const page = `<!doctype html><html><head><meta charset="utf-8"><title>工作方案</title></head><body><div class="nav"><a href="/">首页</a></div><div id="content">${words.map((line) => `<p>${line}</p>`).join('')}<table><tr><th rowspan="2">项目</th><th colspan="3">指标</th></tr><tr><td>一</td><td>二</td></tr></table></div></body></html>`
const rtf = `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}\\pard \\u24037?\\u20316?\\u26041?\\u26696? \\'b9\\'a4\\par{\\*\\x y}\\tab 1.5\\par}`
const mergedRtf = `{\\rtf1\\ansi\\ansicpg936{\\footnote x}{\\strike 5}{\\deleted y}{\\v z}\\par${['', '\\clvmgf', '\\clvmrg', '\\clmgf'].map((merge) => `\\trowd\\cellx900${merge}\\cellx1900\\clmrg\\cellx2900\\pard\\intbl \\u24037?\\cell 2\\par 3\\cell 4\\cell\\row`).join('')}\\pard\\par{\\shp{\\*\\shpinst{\\shptxt box\\par}}}}`
const mht = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--=x"\r\n\r\n----=x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page).toString('base64')}\r\n----=x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=B9=A4=\r\n=D7=F7\r\n--y--\r\n----=x--\r\n`
const flat = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="p"><pkg:part pkg:name="/_rels/.rels"><pkg:xmlData><Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="w"><w:body>${wordBody}</w:body></w:document></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part></pkg:package>`

function ofdSeed(): Uint8Array {
  const lines = words.slice(0, 20).map((text, i) => ofdWords({ text: text.slice(0, 28), x: 28, y: 40 + i * 10 }))
  const table = [40, 60, 80].map((y) => ofdRule(20, y, 140, y) + ofdRule(20 + y, 40, 20 + y, 80)).join('')
  const mark = ofdWords({ text: '内部资料', x: 30, y: 60, size: 12, object: 'CTM="0.7 -0.7 0.7 0.7 0 0" Alpha="90"' })
  const inUnit = `<Res><CompositeGraphicUnit ID="5"><Content>${lines[0]}<CompositeObject ResourceID="5" Boundary="0 0 9 9"/></Content></CompositeGraphicUnit></Res>`
  const cells = ['任务', '牵头单位', '建园区']
    .map((text, i) => ofdWords({ text, x: 22 + i * 30, y: 50, size: 4 }))
    .join('')
  return ofd(
    [
      ofdPage(lines.join('') + mark, '<ofd:Template TemplateID="2"/>'),
      ofdPage(`${table}${cells}<ofd:CompositeObject ResourceID="5" Boundary="28 90 9 9"/>`),
    ],
    {
      common: '<ofd:TemplatePage ID="2" BaseLoc="Tpl.xml"/><ofd:PublicRes>Res.xml</ofd:PublicRes>',
      root: '<ofd:Annotations>Annots.xml</ofd:Annotations><ofd:Attachments>Files.xml</ofd:Attachments>',
      body: '<ofd:Signatures>/Doc_0/Signs.xml</ofd:Signatures>',
      others: {
        'Doc_0/Tpl.xml': ofdPage(ofdWords({ text: '澄禾县人民政府文件', x: 28, y: 20 })),
        'Doc_0/Res.xml': inUnit,
        'Doc_0/Annots.xml': '<Annotations><Page PageID="20"><FileLoc>Annot.xml</FileLoc></Page></Annotations>',
        'Doc_0/Annot.xml': `<PageAnnot><Annot Type="Watermark"><Appearance>${mark}</Appearance></Annot></PageAnnot>`,
        'Doc_0/Files.xml': '<Attachments><Attachment Name="a.xlsx"/></Attachments>',
        'Doc_0/Signs.xml': '<Signatures><Signature ID="1"/></Signatures>',
      },
    },
  )
}

const listLevel = (at: number) =>
  `<text:list-level-style-number text:level="${at}" style:num-format="一, 二, 三, ..." style:num-suffix="、" text:display-levels="${at}" text:start-value="2"/>`
const listItem = (text: string, more = '') =>
  `<text:list-item text:start-value="3"><text:p>${text}</text:p>${more}</text:list-item>`

function odtSeed(): Uint8Array {
  const list = `<text:list text:style-name="L1">${words
    .slice(0, 5)
    .map((line) => listItem(line, `<text:list>${listItem('内')}</text:list>`))
    .join('')}</text:list>`
  const table =
    '<table:table><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-rows-spanned="3" table:number-columns-repeated="2"><text:p>任务</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>'
  const inline =
    '<text:p text:style-name="P1"><text:span text:style-name="T1">删</text:span><text:s text:c="3"/><text:tab/><text:note><text:note-body><text:p>注</text:p></text:note-body></text:note><text:change-start text:change-id="c1"/>去<text:change-end text:change-id="c1"/></text:p>'
  const changes =
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion/></text:changed-region></text:tracked-changes>'
  const automatic = `<text:list-style style:name="L1">${listLevel(1)}${listLevel(2)}</text:list-style><style:style style:name="T1" style:parent-style-name="P1"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="P1" style:parent-style-name="T1"/>`
  const content = `<office:document-content><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${changes}<text:h text:outline-level="1">总</text:h>${list}${table}${inline}</office:text></office:body></office:document-content>`
  const styles = `<office:document-styles><office:styles><text:outline-style>${listLevel(1)}</text:outline-style></office:styles></office:document-styles>`
  return zip(
    Object.entries({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': content,
      'styles.xml': styles,
      'meta.xml': '<office:document-meta><office:meta><dc:title>x</dc:title></office:meta></office:document-meta>',
    }).map(([name, text]) => ({ name, content: utf8(text) })),
  )
}
const csv = '单位名称,简称,数量\n"县教育局","教""育",3\n县财政局,财政,4\n'

/** Sound documents of every kind people hand in, small ones of our own making and the project's own samples. */
export async function makeSeeds(): Promise<Seed[]> {
  const plan = new TextDecoder().decode(inProject('seed/sample-plan.txt'))
  const short = plan.slice(0, 3000)
  return [
    { name: '方案.docx', bytes: docx(wordBody, { 'word/numbering.xml': numbering, 'word/styles.xml': '<w:styles xmlns:w="x"><w:style w:styleId="a"><w:name w:val="toc 1"/></w:style></w:styles>', 'word/footnotes.xml': '<w:footnotes xmlns:w="x"><w:footnote w:id="2"><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote></w:footnotes>', 'docProps/core.xml': '<cp xmlns:dc="y"><dc:title>方案</dc:title></cp>', 'word/_rels/document.xml.rels': '<Relationships/>' }), build: 'zip' },
    { name: '通知.docx', bytes: docx(words.slice(0, 5).map((line) => paragraph(line)).join('')), build: 'zip' },
    ...(await workbooks()),
    { name: '方案.pdf', bytes: pdf([[{ text: '澄禾县工作方案', x: 100, y: 700 }, { text: '一、目标', x: 100, y: 650 }], null, [{ text: '二、任务', x: 100, y: 700 }]]), build: 'pdf' },
    { name: '压缩.pdf', bytes: packedPdf(), build: 'pdf' },
    { name: '有密码.pdf', bytes: inProject('src/platform/reading/fixtures/locked.pdf'), build: 'pdf' },
    { name: '编号.doc', bytes: inProject('src/platform/reading/fixtures/numbered-list.doc'), build: 'bytes' },
    { name: '名录.xls', bytes: inProject('src/platform/spreadsheet/fixtures/agencies.xls'), build: 'bytes' },
    { name: '台账.xls', bytes: inProject('src/platform/spreadsheet/fixtures/kinds.xls'), build: 'bytes' },
    { name: '旧台账.xls', bytes: inProject('src/platform/spreadsheet/fixtures/kinds-95.xls'), build: 'bytes' },
    { name: '方案.txt', bytes: utf8(short), build: 'text' },
    { name: '全文.txt', bytes: utf8(plan), build: 'text' },
    { name: '会议.txt', bytes: inProject('seed/sample-minutes-1.txt'), build: 'text' },
    { name: '国标.txt', bytes: gb18030(short), build: 'bytes' },
    { name: '宽字符.txt', bytes: Uint8Array.from(Buffer.from(`\ufeff${short}`, 'utf16le')), build: 'bytes' },
    { name: '反序.txt', bytes: Uint8Array.from(Buffer.from(`\ufeff${short}`, 'utf16le').swap16()), build: 'bytes' },
    { name: '名录.csv', bytes: utf8(csv), build: 'text' },
    { name: '单位.tsv', bytes: inProject('seed/sample-agencies.tsv'), build: 'text' },
    { name: '网页.html', bytes: utf8(page), build: 'text' },
    { name: '接口.json', bytes: utf8(JSON.stringify({ title: '工作方案', data: { body: page } })), build: 'text' },
    { name: '说明.md', bytes: utf8(`# 方案\n\n| 一 | 二 |\n|---|---|\n| 3 | 4 |\n\n${short}`), build: 'text' },
    { name: '富文本.rtf', bytes: utf8(rtf), build: 'text' },
    { name: '合并.rtf', bytes: utf8(mergedRtf), build: 'text' },
    { name: '合并.doc', bytes: inProject('src/platform/reading/fixtures/merged-cells.doc'), build: 'bytes' },
    { name: '版式.ofd', bytes: ofdSeed(), build: 'zip' },
    { name: '开放.odt', bytes: odtSeed(), build: 'zip' },
    { name: '单页.mht', bytes: utf8(mht), build: 'text' },
    { name: '平面.xml', bytes: utf8(flat), build: 'text' },
    { name: '压缩包.zip', bytes: docx('', { 'a.txt': '正文', 'b/c.txt': '附件' }), build: 'zip' },
  ] // biome-ignore format: a table
}
