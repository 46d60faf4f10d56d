import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Every part but the rows and the shared texts of a workbook with one sheet. */
const frame: Record<string, string> = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
}

/** An .xlsx whose two large parts are written piece by piece, so that making it takes no memory. */
export async function heavySheet(rows: Iterable<string>, shared: Iterable<string> = []): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(frame)) zip.addBuffer(Buffer.from(text), name)
  zip.addReadStream(Readable.from(inBlocks(wrapped('sst', shared))), 'xl/sharedStrings.xml')
  zip.addReadStream(
    Readable.from(inBlocks(wrapped('worksheet', wrapped('sheetData', rows)))),
    'xl/worksheets/sheet1.xml',
  )
  zip.end()
  const blocks: Buffer[] = []
  for await (const block of zip.outputStream) blocks.push(Buffer.from(block))
  return Buffer.concat(blocks)
}

function* wrapped(tag: string, inner: Iterable<string>): Generator<string> {
  yield `<${tag}>`
  yield* inner
  yield `</${tag}>`
}

function* inBlocks(texts: Iterable<string>): Generator<Buffer> {
  let block = ''
  for (const text of texts) {
    block += text
    if (block.length < 100_000) continue
    yield Buffer.from(block)
    block = ''
  }
  yield Buffer.from(block)
}

/** What a part unfolds to as the archive's directory declares it; set below the truth, it lies. */
export function declareSize(file: Buffer, part: string, bytes: number): Buffer {
  const lying = Buffer.from(file)
  for (let at = lying.indexOf('PK\x01\x02'); at >= 0; at = lying.indexOf('PK\x01\x02', at + 4)) {
    const name = lying.toString('utf8', at + 46, at + 46 + lying.readUInt16LE(at + 28))
    if (name === part) lying.writeUInt32LE(bytes, at + 24)
  }
  return lying
}
