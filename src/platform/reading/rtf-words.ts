import type { BodyTally } from './docx-body.ts'
import { type RtfCell, type RtfRow, rtfTableLines } from './rtf-table.ts'

/** Groups whose words are not the document's. */
const silentGroups =
  /^\\(\*|fonttbl|colortbl|stylesheet|info|pict|nonshppict|object|header[lrf]?|footer[lrf]?|listtable|listoverridetable|revtbl|rsidtbl|generator|themedata|datastore|latentstyles|fldinst|xmlnstbl|nonesttables|ftnsep\w*)/

const breaks: Record<string, string> = {
  par: '\n', line: '\n', sect: '\n', page: '\n', nestrow: '\n', nestcell: ' ', tab: '\t',
  emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•',
} // biome-ignore format: a table

type Decoder = InstanceType<typeof TextDecoder>

/** Ways words are taken out of the text, by the control words that switch them. */
const taking: Record<string, 'isStruck' | 'isHidden' | 'isDeleted'> = {
  strike: 'isStruck', striked: 'isStruck', v: 'isHidden', deleted: 'isDeleted',
} // biome-ignore format: a table

interface Group {
  silent: boolean
  /** The number Word generated for a list item; the tab after it is no cell. */
  label: boolean
  /** How many plain characters follow each \u for readers that do not know it. */
  skip: number
  /** Words of a note, by its number. */
  note: number | undefined
  isStruck: boolean
  isHidden: boolean
  isDeleted: boolean
}

const outermost: Group = {
  silent: false, label: false, skip: 1, note: undefined, isStruck: false, isHidden: false, isDeleted: false,
} // biome-ignore format: a table

/** Takes a rich text step by step and puts its words together. */
export class RtfWords {
  private readonly out: string[] = []
  private readonly notes: string[] = []
  private readonly tally: BodyTally = {
    deletions: 0, pictures: 0, contents: 0, numbered: 0, comments: 0, struck: [], unknown: [], chunks: 0,
  } // biome-ignore format: a table
  private bytes: number[] = []
  private readonly groups: Group[] = [{ ...outermost }]
  private toSkip = 0
  private struck = ''
  private wasDeleted = false
  /** Where the words of the next cell begin, and whether the paragraph stands in a table. */
  private mark = 0
  private isInTable = false
  private cells: RtfCell[] = []
  private merges = { isBelow: false, isBeside: false }
  private words: string[] = []
  private rows: RtfRow[] = []
  private readonly decoder: Decoder

  constructor(decoder: Decoder) {
    this.decoder = decoder
  }

  end(): { lines: string[]; notes: string[]; tally: BodyTally } {
    this.flush()
    this.tell()
    this.endTable()
    const notes = this.notes.map((note, i) => `脚注${i + 1}：${note.replace(/\s+/g, ' ').trim()}`)
    return { lines: this.out.join('').split('\n'), notes, tally: this.tally }
  }

  take(match: RegExpExecArray, source: string): void {
    const [whole, word, number, hex, sign, brace, plain] = match
    const group = this.groups.at(-1) ?? outermost
    if (brace === '{') this.open(source.slice(match.index + 1, match.index + 40).trimStart(), group)
    else if (brace === '}') {
      this.flush()
      if (this.groups.length > 1) this.groups.pop()
    } else if (group.silent) return
    else if (hex !== undefined) this.byte(Number.parseInt(hex, 16))
    else if (word !== undefined) this.control(word, number, group)
    else if (sign !== undefined) this.write(sign === '~' ? ' ' : /[\\{}]/.test(sign) ? sign : '')
    else if (plain !== undefined) this.plain(whole)
  }

  private open(opening: string, group: Group): void {
    this.flush()
    if (!group.silent && /^\\(\*\\shppict|pict|object)\b/.test(opening)) this.tally.pictures += 1
    if (opening.startsWith('\\*\\annotation')) this.tally.comments += 1
    const isBox = /^\\shptxt\b/.test(opening)
    const isNote = /^\\footnote\b/.test(opening) && !group.silent
    if (isNote) this.notes.push('')
    if (isBox && !this.isInTable) this.put('\n')
    this.groups.push({
      ...(isBox || isNote ? outermost : group),
      silent: !isBox && (group.silent || silentGroups.test(opening)),
      label: group.label || opening.startsWith('\\listtext'),
      skip: group.skip,
      note: isNote ? this.notes.length - 1 : group.note,
    })
  }

  private control(word: string, number: string | undefined, group: Group): void {
    const taken = taking[word]
    if (taken || word === 'plain') this.flush()
    if (taken) group[taken] = number !== '0'
    else if (word === 'plain') Object.assign(group, { isStruck: false, isHidden: false, isDeleted: false })
    else if (word === 'tab' && group.label) return
    else if (word === 'uc') group.skip = Number(number ?? 1)
    else if (word === 'u') {
      const code = Number(number ?? 0)
      this.write(String.fromCharCode(code < 0 ? code + 65_536 : code))
      this.toSkip = group.skip
    } else if (word in breaks) this.write(breaks[word] ?? '')
    else if (group.note === undefined) this.table(word, number)
  }

  /** What lays out tables: rows define their cells by their right edges, and may do so again behind their words. */
  private table(word: string, number: string | undefined): void {
    if (word === 'intbl') this.isInTable = true
    else if (word === 'pard') this.isInTable = false
    else if (word === 'trowd') this.cells = []
    else if (word === 'clvmrg') this.merges.isBelow = true
    else if (word === 'clmrg') this.merges.isBeside = true
    else if (word === 'cellx') {
      this.cells.push({ right: Number(number ?? 0), ...this.merges })
      this.merges = { isBelow: false, isBeside: false }
    } else if (word === 'cell') {
      this.flush()
      this.words.push(this.out.splice(this.mark).join(''))
    } else if (word === 'row') {
      this.flush()
      // What no mark of a cell's end follows is the last cell.
      const last = this.out.splice(this.mark).join('')
      this.rows.push({ cells: this.cells, words: last.trim() === '' ? this.words : [...this.words, last] })
      this.words = []
    }
  }

  private endTable(): void {
    if (this.words.length > 0) this.rows.push({ cells: this.cells, words: this.words })
    this.words = []
    const rows = this.rows
    this.rows = []
    const after = this.out.splice(this.mark)
    for (const line of rows.length > 0 ? rtfTableLines(rows) : []) this.out.push(line, '\n')
    this.mark = this.out.length
    this.out.push(...after)
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
    this.put(words)
  }

  private flush(): void {
    const { bytes } = this
    this.bytes = []
    if (bytes.length > 0) this.put(this.decoder.decode(Uint8Array.from(bytes)))
  }

  private put(words: string): void {
    const { note, isStruck, isHidden, isDeleted } = this.groups.at(-1) ?? outermost
    if (isDeleted && !this.wasDeleted) this.tally.deletions += 1
    this.wasDeleted = isDeleted
    if (isDeleted || isHidden) return
    if (isStruck && words !== '\n') {
      this.struck += words
      return
    }
    if (words !== '') this.tell()
    if (note !== undefined) {
      this.notes[note] += words
      return
    }
    this.out.push(words)
    if (words !== '\n' || this.isInTable || this.words.length > 0) return
    if (this.rows.length > 0) this.endTable()
    this.mark = this.out.length
  }

  /** Struck words are told with what stands before them. */
  private tell(): void {
    const struck = this.struck.trim()
    this.struck = ''
    if (struck === '') return
    const before = this.out.slice(-16).join('').split('\n').at(-1)?.slice(-8) ?? ''
    this.tally.struck.push(`“${struck}”${before === '' ? '' : `（在“${before}”之后）`}`)
  }
}
