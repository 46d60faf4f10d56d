import type { Reading } from './document.ts'
import { readingErrors } from './errors.ts'

/** Groups whose words are not the document's. */
const silentGroups =
  /^\\(\*|fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|listtable|listoverridetable|revtbl|rsidtbl|generator|themedata|datastore|latentstyles|fldinst|xmlnstbl|ftnsep\w*)/

const breaks: Record<string, string> = {
  par: '\n', line: '\n', sect: '\n', page: '\n', row: '\n', cell: '\t', tab: '\t',
  emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•',
} // biome-ignore format: a table

const codePages: Record<string, string> = { '936': 'gb18030', '950': 'big5', '65001': 'utf-8', '1252': 'windows-1252' }

/** One step of the text: a control word with its number, an escaped byte, an escaped sign, a brace, or plain characters. */
const token = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+/giy

type Decoder = InstanceType<typeof TextDecoder>

interface Group {
  silent: boolean
  /** The number Word generated for a list item; the tab after it is no cell. */
  label: boolean
  /** How many plain characters follow each \u for readers that do not know it. */
  skip: number
}

/** Reads a rich text file ([MS RTF 1.9]): its words, paragraphs and table rows; bytes in the code page it names. */
export function readRtf(bytes: Uint8Array): Reading {
  const source = Buffer.from(bytes).toString('latin1')
  if (!source.trimEnd().replace(/\0+$/, '').endsWith('}')) throw readingErrors.torn({ kind: 'RTF 文件' })
  const decoder = new TextDecoder(codePages[/\\ansicpg(\d+)/.exec(source)?.[1] ?? '936'] ?? 'gb18030')
  const words = new RtfWords(decoder)
  token.lastIndex = 0
  for (let match = token.exec(source); match; match = token.exec(source)) words.take(match, source)
  return {
    text: words
      .text()
      .split('\n')
      .map((line) => line.replace(/^ +|[\s]+$/g, ''))
      .join('\n')
      .replace(/^\n+|\n+$/g, ''),
    mediaType: 'application/rtf',
    encoding: decoder.encoding === 'gb18030' ? 'GB18030' : decoder.encoding,
    title: null,
    pages: [],
    notices: [],
  }
}

class RtfWords {
  private readonly out: string[] = []
  private bytes: number[] = []
  private readonly groups: Group[] = [{ silent: false, label: false, skip: 1 }]
  private toSkip = 0
  private readonly decoder: Decoder

  constructor(decoder: Decoder) {
    this.decoder = decoder
  }

  text(): string {
    this.flush()
    return this.out.join('')
  }

  take(match: RegExpExecArray, source: string): void {
    const [whole, word, number, hex, sign, brace, plain] = match
    const group = this.groups.at(-1) ?? { silent: false, label: false, skip: 1 }
    if (brace === '{') {
      const opening = source.slice(match.index + 1, match.index + 40).trimStart()
      const silent = group.silent || silentGroups.test(opening)
      this.groups.push({ ...group, silent, label: group.label || opening.startsWith('\\listtext') })
    } else if (brace === '}') {
      if (this.groups.length > 1) this.groups.pop()
    } else if (group.silent) return
    else if (hex !== undefined) this.byte(Number.parseInt(hex, 16))
    else if (word !== undefined) this.control(word, number, group)
    else if (sign !== undefined) this.write(sign === '~' ? ' ' : /[\\{}]/.test(sign) ? sign : '')
    else if (plain !== undefined) this.plain(whole)
  }

  private control(word: string, number: string | undefined, group: Group): void {
    if (word === 'deleted') group.silent = number !== '0'
    else if (word === 'tab' && group.label) return
    else if (word === 'uc') group.skip = Number(number ?? 1)
    else if (word === 'u') {
      const code = Number(number ?? 0)
      this.write(String.fromCharCode(code < 0 ? code + 65_536 : code))
      this.toSkip = group.skip
    } else if (word in breaks) this.write(breaks[word] ?? '')
  }

  private byte(value: number): void {
    if (this.toSkip > 0) this.toSkip -= 1
    else this.bytes.push(value)
  }

  private plain(words: string): void {
    const kept = words.slice(this.toSkip)
    this.toSkip = Math.max(0, this.toSkip - words.length)
    // The second byte of a GBK character may be a plain letter.
    if (this.bytes.length % 2 === 1 && (this.bytes.at(-1) ?? 0) > 0x80) {
      for (const sign of kept) this.bytes.push(sign.charCodeAt(0))
    } else this.write(kept)
  }

  private write(words: string): void {
    this.flush()
    this.out.push(words)
  }

  private flush(): void {
    if (this.bytes.length > 0) this.out.push(this.decoder.decode(Uint8Array.from(this.bytes)))
    this.bytes = []
  }
}
