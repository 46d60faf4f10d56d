import type { Reading } from './document.ts'
import { readingErrors } from './errors.ts'
import { readHtml } from './read-html.ts'
import { readText } from './read-text.ts'

const kind = '单个文件网页（.mht）'

/** A part of a message (RFC 2045): its type, what it says of its characters, its bytes. */
interface MimePart {
  type: string
  charset: string | undefined
  content: Uint8Array
}

/** Parts stand in parts no deeper than this. */
const deepest = 8

/** Reads a page kept in one file with its pictures (RFC 2557), as browsers and office systems save it: the page alone. */
export function readMht(bytes: Uint8Array): Reading {
  const parts = partsOf(Buffer.from(bytes).toString('latin1'), deepest)
  for (const type of ['text/html', 'text/plain']) {
    for (const each of parts.filter((one) => one.type === type)) {
      const reading = type === 'text/html' ? readHtml(each.content, each.charset) : readText(each.content)
      if (reading.text.trim() !== '') return { ...reading, mediaType: 'multipart/related' }
    }
  }
  throw parts.length === 0 ? readingErrors.torn({ kind }) : readingErrors.noText({ kind })
}

function partsOf(source: string, depth: number): MimePart[] {
  const [, head = '', body = ''] = /^([\s\S]*?)(?:\r?\n\r?\n([\s\S]*))?$/.exec(source.trimStart()) ?? []
  // A line that begins with a blank goes on from the one before (RFC 5322, 2.2.3).
  const heads = head.replace(/\r?\n[ \t]+/g, ' ')
  const type = /^Content-Type:\s*([^;\s]+)/im.exec(heads)?.[1]?.toLowerCase() ?? 'text/plain'
  if (type.startsWith('multipart/')) {
    const boundary = parameter(heads, 'boundary')
    if (!boundary || depth === 0) return []
    return piecesBetween(body, `--${boundary}`).flatMap((piece) => partsOf(piece, depth - 1))
  }
  const encoding = /^Content-Transfer-Encoding:\s*([\w-]+)/im.exec(heads)?.[1]?.toLowerCase()
  return [{ type, charset: parameter(heads, 'charset'), content: decode(body, encoding) }]
}

const parameter = (heads: string, name: string): string | undefined => {
  const found = new RegExp(`[;\\s]${name}\\s*=\\s*(?:"([^"\\n]*)"|([^\\s;]+))`, 'i').exec(heads)
  return found?.[1] ?? found?.[2]
}

/** What stands between two lines of the boundary; before the first is nothing of the message. */
function piecesBetween(body: string, line: string): string[] {
  const pieces: string[] = []
  let from: number | undefined
  for (let at = body.indexOf(line); at >= 0; at = body.indexOf(line, at + line.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue
    if (from !== undefined) pieces.push(body.slice(from, at))
    from = at + line.length
    if (body.startsWith('--', from)) return pieces
  }
  // A file cut off within a part still has that part's beginning.
  return from === undefined ? pieces : [...pieces, body.slice(from)]
}

function decode(body: string, encoding: string | undefined): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body.replace(/[^\w+/=-]/g, ''), 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const plain = body
    .replace(/[ \t]*=[ \t]*\r?\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(plain, 'latin1')
}
