import { Document, Packer, Paragraph } from 'docx'
import { closing } from './closing.ts'
import { fontOf, fontTable } from './faces.ts'
import { form } from './form.ts'
import type { Block, Gazette, Letter } from './gazette.ts'
import { imprint } from './imprint.ts'
import { letterEnds, letterMark, letterNumber } from './letter-head.ts'
import { bodySize, letterHeight, letterheadPage, letterPage, letterWidth, linePitch, sheetPage } from './page.ts'
import { footers } from './page-number.ts'
import { blank, block, exactly, run, title } from './paragraphs.ts'
import { redHead } from './red-head.ts'
import { drawTable, sheet } from './sheet.ts'

/**
 * Sets an official document (公文) as a Word file in the form of GB/T 9704-2012.
 * Faces are named, with substitutes, not embedded: their licences do not allow it.
 */
export async function writeGazette(gazette: Gazette): Promise<Uint8Array> {
  const { letter, sheets = [], mark } = gazette
  const marked = mark !== undefined
  const document = new Document({
    title: letter?.title ?? sheets[0]?.title ?? '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: fontOf('body'), size: bodySize * 2, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        },
      },
    },
    sections: [
      ...(letter ? [{ ...letterLook(letter, mark), children: letterParts(letter) }] : []),
      ...sheets.map((page) => ({
        properties: sheetPage(page.paper, marked),
        footers: footers(mark),
        children: sheet(page),
      })),
    ],
  })
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }])
}

function letterLook({ head }: Letter, mark: string | undefined) {
  const marked = mark !== undefined
  if (!head?.isLetter) return { properties: letterPage(marked), footers: footers(mark) }
  const { headers, first } = letterEnds(head, mark)
  return { properties: letterheadPage(marked, letterMark(head.issuer)), headers, footers: { ...footers(mark), first } }
}

function letterParts(letter: Letter) {
  const addressees =
    letter.addressees === undefined
      ? []
      : [new Paragraph({ spacing: exactly(linePitch), children: [run(`${letter.addressees}：`, 'body')] })]
  return [
    ...(letter.head ? (letter.head.isLetter ? letterNumber : redHead)(letter.head) : []),
    ...title(letter.title, letterWidth),
    blank(),
    ...addressees,
    ...letter.blocks.flatMap((part, n) => drawBlock(part, n === letter.blocks.length - 1)),
    ...closing(letter),
    ...(letter.imprint ? imprint(letter.imprint, letter.head?.isLetter) : []),
  ]
}

function drawBlock(part: Block, isLast: boolean) {
  if (part.kind === 'form') return form(part)
  if (part.kind !== 'table') return block(part, isLast)
  // Air on both sides: a table has none of its own; the heading above stays with it.
  const above = new Paragraph({ spacing: exactly(10), keepNext: true })
  return [above, drawTable(part.table, { width: letterWidth, height: letterHeight }), blank(10)]
}
