import type { FileKind } from './file.ts'

/** What the readers of containers found in a file; undefined where it is no such container. */
export interface Contents {
  /** Names in a zip archive. */
  entries?: readonly string[] | undefined
  /** Streams of an old office file. */
  streams?: ReadonlySet<string> | undefined
}

/** Why a file is not taken. */
export type Refused = 'locked' | 'otherKind'

const pictures: readonly [FileKind, readonly number[]][] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
]

const startsWith = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, i) => bytes[at + i] === byte)

const letters = (word: string): number[] => [...word].map((letter) => letter.charCodeAt(0))

/**
 * Says what a file is by its bytes; its name only tells a WPS file from a Word one and a sheet
 * from the other OpenDocument files. Archives, programs, pages and
 * drawings that can carry a script (HTML, SVG) are none of the kinds and refused.
 */
export function sniffKind(bytes: Uint8Array, name: string, { entries, streams }: Contents): FileKind | Refused {
  const picture = pictures.find(([, magic]) => startsWith(bytes, magic))
  if (picture) return picture[0]
  if (startsWith(bytes, letters('RIFF')) && startsWith(bytes, letters('WEBP'), 8)) return 'webp'
  if (startsWith(bytes, letters('%PDF-'))) return 'pdf'
  if (entries) return kindOfArchive(entries, name)
  if (streams) return kindOfOldOffice(streams, name)
  return looksLikeText(bytes) ? 'txt' : 'otherKind'
}

function kindOfArchive(entries: readonly string[], name: string): FileKind | Refused {
  // A file that carries macros is a program.
  if (entries.some((entry) => /vbaProject\.bin$|^(?:Basic|Scripts)\//iu.test(entry))) return 'otherKind'
  if (entries.includes('content.xml') && entries.includes('mimetype'))
    return /\.ods$/iu.test(name) ? 'ods' : 'otherKind'
  if (!entries.includes('[Content_Types].xml')) return 'otherKind'
  const has = (start: string) => entries.some((entry) => entry.startsWith(start))
  if (has('word/')) return 'docx'
  if (has('xl/')) return 'xlsx'
  return has('ppt/') ? 'pptx' : 'otherKind'
}

function kindOfOldOffice(streams: ReadonlySet<string>, name: string): FileKind | Refused {
  if (streams.has('EncryptedPackage')) return 'locked'
  const ending = name.toLowerCase().replace(/^.*\./u, '')
  if (streams.has('WordDocument')) return ending === 'wps' ? 'wps' : 'doc'
  if (streams.has('Workbook') || streams.has('Book')) return ending === 'et' ? 'et' : 'xls'
  return 'otherKind'
}

/** Enough of the beginning to tell text from bytes. */
const looked = 4096

function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, looked)
  const strange = head.filter((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d).length
  if (head.length === 0 || strange > 0) return false
  const words = String.fromCharCode(...head).trimStart()
  return !/^(?:<|MZ|#!|\{\\rtf)/u.test(words)
}
