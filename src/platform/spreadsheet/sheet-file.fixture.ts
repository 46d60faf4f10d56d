import { ZipFile } from 'yazl'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A part of an archive by its name. */
export type Parts = Readonly<Record<string, string>>

export async function packed(parts: Parts): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  const blocks: Buffer[] = []
  for await (const block of zip.outputStream) blocks.push(Buffer.from(block))
  return Uint8Array.from(Buffer.concat(blocks))
}

interface SheetFile {
  /** Inside `sheetData`. */
  rows: string
  /** Behind `sheetData`. */
  behind?: string
  shared?: readonly string[]
  /** Format codes; the style of an index shows by the code of that index. */
  formats?: readonly string[]
  from1904?: boolean
  /** Texts put for others in every part, and in every name, as other programs write them. */
  instead?: readonly [from: string, to: string][]
}

/** An .xlsx of one sheet written by hand, for what no writer writes. */
export function aSheetFile({
  rows,
  behind = '',
  shared,
  formats = [],
  from1904,
  instead = [],
}: SheetFile): Promise<Uint8Array> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/>${shared ? `<Relationship Id="rId3" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/>` : ''}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellXfs>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    ...(shared && {
      'xl/sharedStrings.xml': `<sst xmlns="${main}">${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    }),
  }
  const put = (text: string) => instead.reduce((all, [from, to]) => all.replaceAll(from, to), text)
  return packed(Object.fromEntries(Object.entries(parts).map(([name, text]) => [put(name), put(text)])))
}

/** An .ods of tables written by hand; `styles` are automatic styles. */
export const anOdsFile = (tables: string, styles = '', more: Parts = {}): Promise<Uint8Array> =>
  packed({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': '<manifest:manifest/>',
    ...more,
  })
