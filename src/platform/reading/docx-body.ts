import type { NumberParagraph } from './docx-numbering.ts'
import type { Styles } from './docx-styles.ts'
import { isDeletedPart, tableCells } from './docx-table.ts'
import { gridLines } from './grid-lines.ts'
import { attributeOf, childAt, descendants, type MarkupNode, tagOf, wordsOf } from './xml.ts'

/** What was met on the way through a body, for the notices. */
export interface BodyTally {
  deletions: number
  pictures: number
  contents: number
  numbered: number
  comments: number
  /** Words struck through, each with the words before it. */
  struck: string[]
  /** Words of elements the reader does not know. */
  unknown: string[]
  /** Documents within the document that could not be read. */
  chunks: number
}

export interface BodyReader {
  numberOf: NumberParagraph
  styles: Styles
  /** The lines of the documents put into this one whole (`w:altChunk`), by the id of their relation. */
  chunks: ReadonlyMap<string, readonly string[]>
  tally: BodyTally
}

/** The lines of a `w:body`, cell, text box or note: paragraphs, and one line per table row with tabs between cells. */
export function bodyLines(container: MarkupNode, reader: BodyReader): string[] {
  const lines: string[] = []
  /** A paragraph whose end was deleted under revision runs into the next (ECMA-376 part 1, 17.13.5.15). */
  let open: OpenParagraph | undefined
  for (const node of blocksOf(container, reader)) {
    if (tagOf(node) === 'p') {
      open = readParagraph(node, reader, open)
      if (isEndDeleted(node)) {
        reader.tally.deletions += 1
        continue
      }
      lines.push(...closed(open, reader))
    } else {
      if (open) lines.push(...closed(open, reader))
      lines.push(...(tagOf(node) === 'tbl' ? tableLines(node, reader) : otherLines(node, reader)))
    }
    open = undefined
  }
  return open ? [...lines, ...closed(open, reader)] : lines
}

/** Paragraphs, tables and what the reader knows nothing of, without the wrappings around them. */
function blocksOf(container: MarkupNode, reader: BodyReader): MarkupNode[] {
  return (container.children ?? []).flatMap((node): MarkupNode[] => {
    switch (tagOf(node)) {
      case 'sdt':
        return isContents(node) ? skipContents(node, reader) : blocksOf(childAt(node, 'sdtContent') ?? node, reader)
      case 'del':
      case 'moveFrom':
        reader.tally.deletions += 1
        return []
      case 'ins':
      case 'moveTo':
      case 'customXml':
      case 'smartTag':
        return blocksOf(node, reader)
      case 'AlternateContent':
        return blocksOf(childAt(node, 'Choice') ?? childAt(node, 'Fallback') ?? node, reader)
      default:
        return [node]
    }
  })
}

function otherLines(node: MarkupNode, { chunks, tally }: BodyReader): string[] {
  if (tagOf(node) === 'altChunk') {
    const chunk = chunks.get(attributeOf(node, 'id') ?? '')
    if (!chunk) tally.chunks += 1
    return chunk ? [...chunk] : []
  }
  const words = silent.has(tagOf(node)) ? '' : wordsOf(node).trim()
  if (words === '') return []
  tally.unknown.push(words)
  return [words]
}

/** Elements of a body that say how it looks, not what it says. */
const silent = new Set([
  'sectPr',
  'tblPr',
  'tblGrid',
  'tcPr',
  'trPr',
  'tblPrEx',
  'pPr',
  'sdtPr',
  'sdtEndPr',
  'customXmlPr',
])

const isContents = (sdt: MarkupNode): boolean =>
  /table of contents/i.test(attributeOf(childAt(sdt, 'sdtPr', 'docPartObj', 'docPartGallery'), 'val') ?? '')

function skipContents(node: MarkupNode, { tally }: BodyReader): MarkupNode[] {
  tally.contents += [...descendants(node, 'p')].length
  return []
}

const isEndDeleted = (paragraph: MarkupNode): boolean => {
  const mark = childAt(paragraph, 'pPr', 'rPr')
  return childAt(mark, 'del') !== undefined || childAt(mark, 'moveFrom') !== undefined
}

interface OpenParagraph {
  words: string
  boxes: string[]
  /** The paragraph whose number and style count: the first that has words, else the last. */
  node: MarkupNode
}

function readParagraph(node: MarkupNode, reader: BodyReader, before: OpenParagraph | undefined): OpenParagraph {
  const style = styleOf(node)
  if (style && reader.styles.contents.has(style)) {
    reader.tally.contents += 1
    return before ?? { words: '', boxes: [], node }
  }
  const boxes: string[] = []
  const words = inline(node, { reader, boxes, style })
  if (!before) return { words, boxes, node }
  const first = before.words.trim() === '' ? node : before.node
  return { words: before.words + words, boxes: [...before.boxes, ...boxes], node: first }
}

const styleOf = (paragraph: MarkupNode): string | undefined => attributeOf(childAt(paragraph, 'pPr', 'pStyle'), 'val')

/** Where the whole paragraph was deleted, its end too, nothing stays, and no number is spent on it. */
function closed({ words, boxes, node }: OpenParagraph, { numberOf, styles, tally }: BodyReader): string[] {
  const style = styleOf(node)
  if (words.trim() === '' && (isEndDeleted(node) || (style && styles.contents.has(style)))) return boxes
  const number = numberOf(node)
  if (number && words.trim() !== '') tally.numbered += 1
  const line = number && words.trim() !== '' ? join(number, words) : words
  return [...line.split('\n'), ...boxes]
}

/** `一、` and `1.` stand against the words, `1` and `A` need a blank. */
const join = (number: string, words: string): string =>
  `${number}${/[\p{L}\p{N}•]$/u.test(number) && !/^\s/.test(words) && !/[条章节款项]$/.test(number) ? ' ' : ''}${words}`

/** What a run needs to know of where it stands. */
interface Line {
  reader: BodyReader
  boxes: string[]
  /** Style of the paragraph. */
  style: string | undefined
}

function inline(node: MarkupNode, line: Line): string {
  let words = ''
  for (const child of node.children ?? []) {
    if (tagOf(child) === 'r' && line.reader.styles.isStruck(child, line.style)) {
      const struck = wordsOf(child).trim()
      if (struck !== '')
        line.reader.tally.struck.push(`“${struck}”${words === '' ? '' : `（在“${words.slice(-8)}”之后）`}`)
    } else words += inlineNode(child, line)
  }
  return words
}

function inlineNode(node: MarkupNode, line: Line): string {
  const tag = tagOf(node)
  const plain = plainInline[tag]
  if (plain !== undefined) return plain
  switch (tag) {
    case 't':
      return wordsOf(node)
    case 'sym':
      return symbol(attributeOf(node, 'char'))
    case 'r':
      return line.reader.styles.isHidden(node, line.style) ? '' : inline(node, line)
    case 'del':
    case 'moveFrom':
      line.reader.tally.deletions += 1
      return ''
    case 'commentReference':
      line.reader.tally.comments += 1
      return ''
    case 'AlternateContent':
      return inline(childAt(node, 'Choice') ?? childAt(node, 'Fallback') ?? node, line)
    case 'drawing':
    case 'pict':
    case 'object':
      return drawing(node, line)
    default:
      return inline(node, line)
  }
}

/** Elements that stand for fixed characters, and those whose words are not part of the text. */
const plainInline: Record<string, string> = {
  tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', softHyphen: '',
  pPr: '', rPr: '', instrText: '', delText: '', delInstrText: '', rt: '', sdtPr: '',
  footnoteReference: '', endnoteReference: '', annotationRef: '',
} // biome-ignore format: a table

/** Symbol fonts use private codes that mean nothing outside the font. */
function symbol(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16)
  return point > 0 && (point < 0xe000 || point > 0xf8ff) ? String.fromCodePoint(point) : ''
}

function drawing(node: MarkupNode, { reader, boxes }: Line): string {
  const contents = [...descendants(node, 'txbxContent')]
  const lines = contents.flatMap((content) => bodyLines(content, reader))
  if (contents.length === 0) reader.tally.pictures += 1
  boxes.push(...lines.filter((line) => line.trim() !== ''))
  return ''
}

function tableLines(table: MarkupNode, reader: BodyReader): string[] {
  const rows = tableCells(table, (node) => {
    const isDeleted = isDeletedPart(node)
    if (isDeleted) reader.tally.deletions += 1
    return isDeleted
  })
  return gridLines(rows, (cell) => bodyLines(cell, reader))
}
