import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import { fontOf } from './faces.ts'
import { markPitch, points } from './page.ts'
import { exactly, run } from './paragraphs.ts'

const size = 14

/** `— 1 —` in 4号半角宋体, one character from the outer edge: odd pages right, even pages left (GB/T 9704-2012 7.5). */
const grey = '999999'

/** Below the page number, which stays where it was: the footer begins lower by the height of this line. */
export const markLine = (mark: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: exactly(markPitch),
    children: [run(mark, 'song', { size: 7, color: grey })],
  })

const pageNumber = (side: 'left' | 'right', mark: string | undefined): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: points(size) },
        spacing: { before: 0, after: 0 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fontOf('song'), size: size * 2 })],
      }),
      ...(mark === undefined ? [] : [markLine(mark)]),
    ],
  })

export const footers = (mark: string | undefined): { default: Footer; even: Footer } => ({
  default: pageNumber('right', mark),
  even: pageNumber('left', mark),
})
