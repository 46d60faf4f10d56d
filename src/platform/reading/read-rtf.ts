import type { Reading } from './document.ts'
import { docxNotices } from './docx-notices.ts'
import { readingErrors } from './errors.ts'
import { RtfWords } from './rtf-words.ts'

const codePages: Record<string, string> = { '936': 'gb18030', '950': 'big5', '65001': 'utf-8', '1252': 'windows-1252' }

/** One step of the text: a control word with its number, an escaped byte, an escaped sign, a brace, or plain characters. */
const token = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+/giy

/** Reads a rich text file ([MS RTF 1.9]): its words, paragraphs and table rows; bytes in the code page it names. */
export function readRtf(bytes: Uint8Array): Reading {
  const source = Buffer.from(bytes).toString('latin1')
  if (!source.trimEnd().replace(/\0+$/, '').endsWith('}')) throw readingErrors.torn({ kind: 'RTF 文件' })
  const decoder = new TextDecoder(codePages[/\\ansicpg(\d+)/.exec(source)?.[1] ?? '936'] ?? 'gb18030')
  const words = new RtfWords(decoder)
  token.lastIndex = 0
  for (let match = token.exec(source); match; match = token.exec(source)) {
    words.take(match, source)
    // Bytes as they are, which may look like anything.
    if (match[1] === 'bin') token.lastIndex += Math.max(0, Number(match[2] ?? 0))
  }
  const { lines, notes, tally } = words.end()
  return {
    text: [...lines, ...notes]
      .map((line) => line.replace(/^ +|[\s]+$/g, ''))
      .join('\n')
      .replace(/^\n+|\n+$/g, ''),
    mediaType: 'application/rtf',
    encoding: decoder.encoding === 'gb18030' ? 'GB18030' : decoder.encoding,
    title: null,
    pages: [],
    notices: docxNotices(tally, notes.length),
  }
}
