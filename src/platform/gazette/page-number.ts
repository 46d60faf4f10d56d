import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import { fontOf } from './faces.ts'
import { points } from './page.ts'

const size = 14

/** `— 1 —` in 4号半角宋体, one character from the outer edge: odd pages right, even pages left (GB/T 9704-2012 7.5). */
const pageNumber = (side: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: points(size) },
        spacing: { before: 0, after: 0 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fontOf('song'), size: size * 2 })],
      }),
    ],
  })

export const footers = (): { default: Footer; even: Footer } => ({
  default: pageNumber('right'),
  even: pageNumber('left'),
})
