import { inflateSync } from 'node:zlib'

const longestDictionary = 2000

/** A dictionary of a stream that is packed once, by the usual method, and holds neither picture nor font. */
const isPacked = (dictionary: string): boolean =>
  /\/Filter\s*\[?\s*\/FlateDecode\s*[\]/>]/.test(dictionary) && !/\/(Image|FontFile|Length1|XRef)\b/.test(dictionary)

/** More than this is pictures, which are not read anyway. */
const longestStream = 4 * 1024 * 1024

/**
 * Counts the compressed streams of a PDF that do not unfold: the PDF reader takes what it can of them and says nothing,
 * so that half a page would be missing in silence. Pictures, fonts and encrypted files are passed over.
 */
export function countDamagedStreams(bytes: Uint8Array): number {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = source.toString('latin1')
  if (/\/Encrypt\s+\d/.test(text)) return 0
  let damaged = 0
  for (const match of text.matchAll(/>>\s{0,4}stream\r?\n/g)) {
    const start = match.index + match[0].length
    const opening = text.slice(Math.max(0, match.index - longestDictionary), start)
    const dictionary = opening.slice(opening.lastIndexOf(' obj') + 1)
    if (!isPacked(dictionary)) continue
    const end = text.indexOf('endstream', start)
    if (end < 0 || end - start > longestStream) continue
    if (!unfolds(source.subarray(start, end))) damaged += 1
  }
  return damaged
}

function unfolds(stream: Uint8Array): boolean {
  try {
    inflateSync(stream, { maxOutputLength: 64 * 1024 * 1024 })
    return true
  } catch (error) {
    // Only wrong data counts: some programs leave off the end mark, which loses nothing.
    return !(error instanceof Error && 'code' in error && error.code === 'Z_DATA_ERROR')
  }
}
