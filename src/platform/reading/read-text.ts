import { decodeText } from './decode-text.ts'
import type { Notice, Reading } from './document.ts'

/** Reads a plain text: the text is the file's text exactly, without its byte order mark. */
export function readText(bytes: Uint8Array): Reading {
  const { text, encoding, replaced } = decodeText(bytes)
  return { text, mediaType: 'text/plain', encoding, title: null, pages: [], notices: damagedNotice(replaced) }
}

export function damagedNotice(replaced: number): Notice[] {
  if (replaced === 0) return []
  const message = `有 ${replaced} 处字符损坏，显示为“\ufffd”。请对照原件改正，或者重新下载文件。`
  return [{ kind: 'damagedCharacters', message }]
}
