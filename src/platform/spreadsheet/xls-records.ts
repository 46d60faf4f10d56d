import { spreadsheetErrors } from './errors.ts'

/** A record of an .xls workbook ([MS-XLS] 2.1.4) with the records that continue it. */
export interface XlsRecord {
  id: number
  /** Where its head stands in the stream. */
  offset: number
  parts: Uint8Array[]
}

/** The records read here ([MS-XLS] 2.3). */
export const ids = {
  formula: 0x06, end: 0x0a, date1904: 0x22, locked: 0x2f, continued: 0x3c, sheet: 0x85, mulRk: 0xbd, richText: 0xd6,
  style: 0xe0, merged: 0xe5, texts: 0xfc, textAt: 0xfd, number: 0x203, text: 0x204, boolOrError: 0x205, result: 0x207,
  row: 0x208, rk: 0x27e, format: 0x41e, begin: 0x809,
} as const // biome-ignore format: a table

/** The records from a place on, up to the end of the substream that begins there. */
export function* recordsFrom(stream: Uint8Array, start: number): Generator<XlsRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let depth = 0
  let last: XlsRecord | undefined
  for (let at = start; at + 4 <= stream.length; ) {
    const id = view.getUint16(at, true)
    const end = at + 4 + view.getUint16(at + 2, true)
    if (end > stream.length) throw spreadsheetErrors.torn({})
    const part = stream.subarray(at + 4, end)
    if (id === ids.continued && last) last.parts.push(part)
    else {
      // Charts inside a sheet are substreams of their own.
      if (last && depth <= 1) yield last
      if (id === ids.begin) depth += 1
      if (id === ids.end) depth -= 1
      if (depth === 0) return
      last = { id, offset: at, parts: [part] }
    }
    at = end
  }
  throw spreadsheetErrors.torn({})
}

/** Reads a record from its beginning; past its end it is torn. */
export interface Cursor {
  u8(): number
  u16(): number
  u32(): number
  f64(): number
  skip(bytes: number): void
  /** How much of the part at hand is left. */
  left(): number
  /** Characters of an .xls of 1997 and later, their width said before them and again where a part begins. */
  characters(count: number, isWide: boolean): string
  /** Bytes of the character set offices wrote in before. */
  oldCharacters(count: number): string
}

const gb18030 = new TextDecoder('gb18030')

export function cursorOf({ parts }: XlsRecord): Cursor {
  const blocks = parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))
  let [block, at] = [0, 0]
  const left = () => (blocks[block]?.length ?? 0) - at
  const settle = () => {
    while (left() <= 0) {
      if (block >= blocks.length) throw spreadsheetErrors.torn({})
      block += 1
      at = 0
    }
  }
  const u8 = (): number => {
    settle()
    at += 1
    return blocks[block]?.[at - 1] ?? 0
  }
  const u16 = () => u8() | (u8() << 8)
  const u32 = () => u16() + u16() * 0x10000
  const take = (bytes: number): Buffer => {
    settle()
    const piece = blocks[block]?.subarray(at, at + bytes) ?? Buffer.alloc(0)
    at += piece.length
    return piece
  }
  const skip = (bytes: number) => {
    for (let rest = bytes; rest > 0; ) rest -= take(rest).length
  }
  const f64 = () => Buffer.from(Array.from({ length: 8 }, u8)).readDoubleLE(0)
  const characters = (count: number, isWide: boolean): string => {
    let [text, wide] = ['', isWide]
    for (let rest = count; rest > 0; ) {
      if (left() <= 0) wide = (u8() & 1) === 1
      const piece = take(wide ? Math.min(rest * 2, left() & ~1) : Math.min(rest, left()))
      if (piece.length === 0) throw spreadsheetErrors.torn({})
      text += piece.toString(wide ? 'utf16le' : 'latin1')
      rest -= wide ? piece.length / 2 : piece.length
    }
    return text
  }
  const oldCharacters = (count: number) => gb18030.decode(count > 0 ? take(count) : undefined)
  return { u8, u16, u32, f64, skip, left, characters, oldCharacters }
}
