import { decodeText } from './decode-text.ts'
import type { Reading, ReadingContext } from './document.ts'
import type { BodyTally } from './docx-body.ts'
import { docxNotices } from './docx-notices.ts'
import { readingErrors } from './errors.ts'
import { gridLines } from './grid-lines.ts'
import { type NumberItem, type OdtStyles, readOdtStyles } from './odt-styles.ts'
import { odtCells } from './odt-table.ts'
import { parsePart } from './open-package.ts'
import { openZip } from './open-zip.ts'
import { isZip } from './sniff-format.ts'
import { attributeOf, childAt, descendants, type MarkupNode, parseXml, tagOf, wordsOf } from './xml.ts'

const kind = 'OpenDocument 文档（.odt）'

interface OdtReader {
  styles: OdtStyles
  tally: BodyTally
  notes: string[]
  /** Ids of the changes that are deletions, whose words may still stand in the text between two marks. */
  deletions: Set<string>
  isDeleted: boolean
}

/** Reads an OpenDocument text (ISO/IEC 26300), packed or in one XML file, as readDocx reads Word's. */
export async function readOdt(bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  const archive = isZip(bytes) ? await openZip(bytes, context.limits) : undefined
  const flat = archive ? undefined : childAt(parseXml(decodeText(bytes).text), 'document')
  const manifest = await (archive && parsePart(archive, 'META-INF/manifest.xml'))
  if (manifest && !descendants(manifest, 'encryption-data').next().done) throw readingErrors.passwordProtected({ kind })
  const content = flat ?? childAt(await (archive && parsePart(archive, 'content.xml')), 'document-content')
  const named = flat ?? childAt(await (archive && parsePart(archive, 'styles.xml')), 'document-styles')
  const text = childAt(content, 'body', 'text')
  if (!text) throw readingErrors.torn({ kind })
  context.checkpoint()
  const tally = { deletions: 0, pictures: 0, contents: 0, numbered: 0, comments: 0, struck: [], unknown: [], chunks: 0 }
  const reader: OdtReader = {
    styles: readOdtStyles([named, content]),
    tally,
    notes: [],
    deletions: new Set(),
    isDeleted: false,
  }
  const lines = blockLines(text, reader)
  const meta = flat ?? childAt(await (archive && parsePart(archive, 'meta.xml')), 'document-meta')
  const title = childAt(meta, 'meta', 'title')
  return {
    text: [...lines, ...reader.notes]
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/^\n+|\n+$/g, ''),
    mediaType: 'application/vnd.oasis.opendocument.text',
    encoding: 'binary',
    title: title ? wordsOf(title).trim() || null : null,
    pages: [],
    notices: docxNotices(reader.tally, reader.notes.length),
  }
}

/** The lines of a body, a cell, a box or a note. */
function blockLines(container: MarkupNode, reader: OdtReader): string[] {
  return (container.children ?? []).flatMap((node) => blocks[tagOf(node)]?.(node, reader) ?? [])
}

/** Blocks by their names; those not named hold settings or nothing. */
const blocks: Readonly<Record<string, (node: MarkupNode, reader: OdtReader) => string[]>> = {
  p: (node, reader) => paragraph(node, reader),
  h: (node, reader) => paragraph(node, reader, () => reader.styles.numberHeading(node)),
  list: (node, reader) => listLines(node, reader, { style: undefined, level: 0 }),
  table: (node, reader) => gridLines(odtCells(node), (cell) => blockLines(cell, reader)),
  section: blockLines,
  'index-body': blockLines,
  frame: drawn,
  'tracked-changes': (node, { tally, deletions }) => {
    for (const region of descendants(node, 'changed-region')) {
      if (!childAt(region, 'deletion')) continue
      tally.deletions += 1
      deletions.add(attributeOf(region, 'id') ?? '')
    }
    return []
  },
  'table-of-content': (_, { tally }) => {
    tally.contents += 1
    return []
  },
}

function paragraph(node: MarkupNode, reader: OdtReader, number?: NumberItem): string[] {
  const boxes: string[] = []
  const words = inline(node, reader, boxes)
  const style = attributeOf(node, 'style-name')
  if (reader.styles.isTaken(style, 'hidden')) return boxes
  if (reader.styles.isTaken(style, 'struck')) {
    if (words.trim() !== '') reader.tally.struck.push(`“${words.trim()}”`)
    return boxes
  }
  // An empty line takes no number.
  const label = words.trim() === '' ? '' : (number?.() ?? '')
  if (label !== '') reader.tally.numbered += 1
  return [...`${label}${words}`.split('\n'), ...boxes]
}

/** Where in a list of lists a list stands. */
interface Place {
  style: string | undefined
  level: number
}

function listLines(list: MarkupNode, reader: OdtReader, place: Place): string[] {
  const style = attributeOf(list, 'style-name') ?? place.style
  const level = place.level + 1
  const goesOn = attributeOf(list, 'continue-numbering') === 'true' || attributeOf(list, 'continue-list') !== undefined
  if (!goesOn) reader.styles.restart(style, level)
  return (list.children ?? []).flatMap((item) => {
    let number: NumberItem | undefined =
      tagOf(item) === 'list-item'
        ? () => reader.styles.numberItem(style, level, attributeOf(item, 'start-value'))
        : undefined
    return (item.children ?? []).flatMap((node) => {
      if (tagOf(node) === 'list') return listLines(node, reader, { style, level })
      if (tagOf(node) !== 'p' && tagOf(node) !== 'h') return blocks[tagOf(node)]?.(node, reader) ?? []
      const own = number
      number = undefined
      return paragraph(node, reader, own)
    })
  })
}

/** A frame: the lines of its box, or a picture. */
function drawn(node: MarkupNode, reader: OdtReader): string[] {
  const box = childAt(node, 'text-box')
  if (!box) reader.tally.pictures += 1
  return box ? blockLines(box, reader).filter((line) => line.trim() !== '') : []
}

/** Longest run of blanks one element may stand for. */
const mostBlanks = 200

function inline(node: MarkupNode, reader: OdtReader, boxes: string[]): string {
  if (node.type === 'text') return reader.isDeleted ? '' : (node.data ?? '').replace(/[ \t\r\n]+/g, ' ')
  let words = ''
  for (const child of node.children ?? []) {
    const said = inlineNode(child, reader, boxes)
    if (!reader.styles.isTaken(attributeOf(child, 'style-name'), 'struck')) words += said
    else if (said.trim() !== '')
      reader.tally.struck.push(`“${said.trim()}”${words === '' ? '' : `（在“${words.slice(-8)}”之后）`}`)
  }
  return words
}

function inlineNode(node: MarkupNode, reader: OdtReader, boxes: string[]): string {
  switch (tagOf(node)) {
    case 's':
      return ' '.repeat(Math.min(mostBlanks, Number.parseInt(attributeOf(node, 'c') ?? '1', 10) || 1))
    case 'tab':
      return '\t'
    case 'line-break':
      return '\n'
    case 'note': {
      const body = childAt(node, 'note-body')
      const label = attributeOf(node, 'note-class') === 'endnote' ? '尾注' : '脚注'
      if (body) reader.notes.push(`${label}${reader.notes.length + 1}：${blockLines(body, reader).join(' ').trim()}`)
      return ''
    }
    case 'change-start':
      reader.isDeleted = reader.deletions.has(attributeOf(node, 'change-id') ?? '')
      return ''
    case 'change-end':
      reader.isDeleted = false
      return ''
    case 'annotation':
      reader.tally.comments += 1
      return ''
    case 'frame':
      boxes.push(...drawn(node, reader))
      return ''
    case 'ruby-text':
      return ''
    default:
      return reader.styles.isTaken(attributeOf(node, 'style-name'), 'hidden') ? '' : inline(node, reader, boxes)
  }
}
