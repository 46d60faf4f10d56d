import type { NumberParagraph } from './docx-numbering.ts'
import { attributeOf, childAt, childrenOf, descendants, type MarkupNode, numberAt, tagOf, wordsOf } from './xml.ts'

/** What was met on the way through a body, for the notices. */
export interface BodyTally {
  deletions: number
  pictures: number
  contents: number
  numbered: number
}

export interface BodyReader {
  numberOf: NumberParagraph
  /** Ids of the paragraph styles of a generated table of contents. */
  contentsStyles: ReadonlySet<string>
  tally: BodyTally
}

/** The lines of a `w:body`, cell, text box or note: paragraphs, and one line per table row with tabs between cells. */
export function bodyLines(container: MarkupNode, reader: BodyReader): string[] {
  return (container.children ?? []).flatMap((node): string[] => {
    switch (tagOf(node)) {
      case 'p':
        return paragraphLines(node, reader)
      case 'tbl':
        return tableLines(node, reader)
      case 'sdt':
        return isContents(node) ? skipContents(node, reader) : bodyLines(childAt(node, 'sdtContent') ?? node, reader)
      case 'del':
      case 'moveFrom':
        reader.tally.deletions += 1
        return []
      case 'ins':
      case 'moveTo':
      case 'customXml':
      case 'smartTag':
        return bodyLines(node, reader)
      case 'AlternateContent':
        return bodyLines(childAt(node, 'Choice') ?? childAt(node, 'Fallback') ?? node, reader)
      default:
        return []
    }
  })
}

const isContents = (sdt: MarkupNode): boolean =>
  /table of contents/i.test(attributeOf(childAt(sdt, 'sdtPr', 'docPartObj', 'docPartGallery'), 'val') ?? '')

function skipContents(node: MarkupNode, { tally }: BodyReader): string[] {
  tally.contents += [...descendants(node, 'p')].length
  return []
}

function paragraphLines(paragraph: MarkupNode, reader: BodyReader): string[] {
  const style = attributeOf(childAt(paragraph, 'pPr', 'pStyle'), 'val')
  if (style && reader.contentsStyles.has(style)) {
    reader.tally.contents += 1
    return []
  }
  const boxes: string[] = []
  const words = inline(paragraph, reader, boxes)
  const number = reader.numberOf(paragraph)
  if (number && words.trim() !== '') reader.tally.numbered += 1
  const line = number && words.trim() !== '' ? join(number, words) : words
  return [...line.split('\n'), ...boxes]
}

/** `一、` and `1.` stand against the words, `1` and `A` need a blank. */
const join = (number: string, words: string): string =>
  `${number}${/[\p{L}\p{N}•]$/u.test(number) && !/^\s/.test(words) && !/[条章节款项]$/.test(number) ? ' ' : ''}${words}`

function inline(node: MarkupNode, reader: BodyReader, boxes: string[]): string {
  return (node.children ?? []).map((child) => inlineNode(child, reader, boxes)).join('')
}

function inlineNode(node: MarkupNode, reader: BodyReader, boxes: string[]): string {
  const tag = tagOf(node)
  const plain = plainInline[tag]
  if (plain !== undefined) return plain
  switch (tag) {
    case 't':
      return wordsOf(node)
    case 'sym':
      return symbol(attributeOf(node, 'char'))
    case 'r':
      return isHidden(node) ? '' : inline(node, reader, boxes)
    case 'del':
    case 'moveFrom':
      reader.tally.deletions += 1
      return ''
    case 'AlternateContent':
      return inline(childAt(node, 'Choice') ?? childAt(node, 'Fallback') ?? node, reader, boxes)
    case 'drawing':
    case 'pict':
    case 'object':
      return drawing(node, reader, boxes)
    default:
      return inline(node, reader, boxes)
  }
}

/** Elements that stand for fixed characters, and those whose words are not part of the text. */
const plainInline: Record<string, string> = {
  tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', softHyphen: '',
  pPr: '', rPr: '', instrText: '', delText: '', delInstrText: '', rt: '', sdtPr: '',
  footnoteReference: '', endnoteReference: '', annotationRef: '', commentReference: '',
} // biome-ignore format: a table

function isHidden(run: MarkupNode): boolean {
  const vanish = childAt(run, 'rPr', 'vanish')
  return vanish !== undefined && !['0', 'false', 'off'].includes(attributeOf(vanish, 'val') ?? '')
}

/** Symbol fonts use private codes that mean nothing outside the font. */
function symbol(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16)
  return point > 0 && (point < 0xe000 || point > 0xf8ff) ? String.fromCodePoint(point) : ''
}

function drawing(node: MarkupNode, reader: BodyReader, boxes: string[]): string {
  const contents = [...descendants(node, 'txbxContent')]
  const lines = contents.flatMap((content) => bodyLines(content, reader))
  if (contents.length === 0) reader.tally.pictures += 1
  boxes.push(...lines.filter((line) => line.trim() !== ''))
  return ''
}

function tableLines(table: MarkupNode, reader: BodyReader): string[] {
  const rows = rowsOf(table).filter((row) => !isDeleted(row, reader))
  const cells = rows.map((row) => cellsOf(row).map((cell) => bodyLines(cell, reader)))
  if (cells.every((row) => row.length <= 1)) return cells.flat(2)
  return cells.map((row) =>
    row
      .map((lines) =>
        lines
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .join(' '),
      )
      .join('\t'),
  )
}

const unwrapped = (node: MarkupNode, tag: string): MarkupNode[] =>
  (node.children ?? []).flatMap((child) => {
    if (tagOf(child) === tag) return [child]
    return ['sdt', 'sdtContent', 'customXml', 'ins'].includes(tagOf(child)) ? unwrapped(child, tag) : []
  })

const rowsOf = (table: MarkupNode): MarkupNode[] => unwrapped(table, 'tr')

/** A cell merged over several columns counts as several, so that columns stay under their titles. */
const cellsOf = (row: MarkupNode): MarkupNode[] =>
  unwrapped(row, 'tc').flatMap((cell) => [
    cell,
    ...Array.from({ length: Math.min(62, (numberAt(cell, 'tcPr', 'gridSpan') ?? 1) - 1) }, () => emptyCell),
  ])

const emptyCell: MarkupNode = { type: 'tag', name: 'w:tc', children: [] }

function isDeleted(row: MarkupNode, { tally }: BodyReader): boolean {
  const deleted = childrenOf(childAt(row, 'trPr'), 'del').length > 0
  if (deleted) tally.deletions += 1
  return deleted
}
