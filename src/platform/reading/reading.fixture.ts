import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { Refusal } from '#kernel/errors.ts'
import type { ReadDocument, ReadingOptions } from './document.ts'
import { readDocument } from './read-document.ts'

/** Files made by hand for the tests; every county, office and number in them is invented. */

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const hex = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits, 'hex'))
export const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)))

/** The refusal a reading ends in; fails the test when it does not end in one. */
export async function refusalOf(name: string, bytes: Uint8Array, options?: ReadingOptions): Promise<Refusal> {
  const outcome = await readDocument({ name, bytes }, options).catch((error: unknown) => error)
  if (outcome instanceof Refusal) return outcome
  throw outcome instanceof Error ? outcome : new Error(`${name} was read`)
}

export const kindsOf = (document: ReadDocument): string[] => document.notices.map((notice) => notice.kind)

interface Part {
  name: string
  content: Uint8Array
  /** What the archive's directory claims the content unfolds to. */
  claims?: number
}

/** A zip archive, with the freedom to lie about sizes. */
export function zip(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claims } of parts) {
    const packed = deflateRawSync(content)
    const title = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claims ?? content.length, 18)
    fields.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, title, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, tail, title]))
    locals.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Uint8Array.from(Buffer.concat([...locals, index, end]))
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A .docx from the inside of its body, and other parts by name. */
export function docx(body: string, others: Record<string, string> = {}): Uint8Array {
  return zip([
    { name: '[Content_Types].xml', content: utf8('<Types/>') },
    { name: 'word/document.xml', content: utf8(`<w:document ${wordNamespace}><w:body>${body}</w:body></w:document>`) },
    ...Object.entries(others).map(([name, content]) => ({ name, content: utf8(content) })),
  ])
}

export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`

/** A run of text at a place on the page, in points from the lower left corner. */
export interface Placed {
  text: string
  x: number
  y: number
  size?: number
  /** Degrees against the clock. */
  turn?: number
  /** 0 black, 1 white. */
  grey?: number
  /** Laid down without ink, as recognised words are under a scan. */
  hidden?: boolean
}

const rounded = (value: number): string => value.toFixed(4)

function drawn(
  { text, x, y, size = 16, turn = 0, grey = 0, hidden = false }: Placed,
  encode: (text: string) => string,
) {
  const [across, up] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)].map((each) => rounded(each))
  const place = `${across} ${up} ${rounded(-Number(up))} ${across} ${x} ${y} Tm`
  return `BT ${grey} g /F1 ${size} Tf ${hidden ? 3 : 0} Tr ${place} <${encode(text)}> Tj ET`
}

/** A line, or a picture filling a box; points from the lower left corner. */
export const ruled = (x0: number, y0: number, x1: number, y1: number): string => `${x0} ${y0} m ${x1} ${y1} l S`
export const pictured = (x: number, y: number, width: number, height: number): string =>
  `q ${width} 0 0 ${height} ${x} ${y} cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q`

/**
 * A PDF whose fonts name a Chinese character map instead of carrying one, as old office programs wrote them; `encode`
 * gives the bytes of a text in that map. A page given as `null` draws nothing; strings are drawing instructions as they are.
 */
export function pdf(
  pages: readonly (readonly (Placed | string)[] | null)[],
  map = 'UniGB-UTF16-H',
  encode = utf16be,
): Uint8Array {
  const font = `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${map}/DescendantFonts[4 0 R]>>`
  const descendant =
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>/FontDescriptor 5 0 R>>'
  const descriptor =
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>'
  const kids = pages.map((_, i) => `${6 + i * 2} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    font,
    descendant,
    descriptor,
  ]
  pages.forEach((runs, i) => {
    const drawing = (runs ?? []).map((each) => (typeof each === 'string' ? each : drawn(each, encode))).join('\n')
    const resources = '<</Font<</F1 3 0 R>>>>'
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources${resources}/Contents ${7 + i * 2} 0 R>>`)
    objects.push(`<</Length ${drawing.length}>>stream\n${drawing}\nendstream`)
  })
  return assemble(objects)
}

export const utf16be = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

function assemble(objects: readonly string[]): Uint8Array {
  let out = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  return utf8(`${out}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${out.length}\n%%EOF`)
}
