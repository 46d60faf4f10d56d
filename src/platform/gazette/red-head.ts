import { AlignmentType, BorderStyle, Paragraph } from 'docx'
import type { Letter } from './gazette.ts'
import { bodySize, bodySpacing, letterWidth, linePitch, millimetres, points } from './page.ts'
import { blank, exactly, run } from './paragraphs.ts'

const red = 'E60012'

/** 发文字号 one character in from the left, 签发人 one from the right, on one line (7.2.5, 7.2.6). */
const upwards = { tabStops: [{ type: 'right' as const, position: millimetres(letterWidth) - points(bodySize) }] }

/** 发文机关标志, 发文字号 and the red rule (GB/T 9704-2012 7.2.4–7.2.7). */
export function redHead(head: NonNullable<Letter['head']>): Paragraph[] {
  const size = markSize(head.issuer)
  // 35 mm from the top of the text to the top of the mark; the air above the letters inside their line is taken off
  const above = millimetres(35) - points(size * 0.15)
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { ...exactly(size * 1.3), before: above },
      children: [run(head.issuer, 'title', { size, color: red })],
    }),
    blank(),
    blank(),
    new Paragraph({
      alignment: head.signer === undefined ? AlignmentType.CENTER : AlignmentType.LEFT,
      spacing: exactly(linePitch),
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 11 } },
      ...(head.signer === undefined ? {} : upwards),
      children: [
        run(`${head.signer === undefined ? '' : '　'}${head.number ?? ''}`, 'body', { size: 16, spacing: bodySpacing }),
        ...(head.signer === undefined
          ? []
          : [run('\t签发人：', 'body'), run(head.signer === '' ? '　　　' : head.signer, 'kai', { size: 16 })]),
      ],
    }),
    blank(),
    blank(),
  ]
}

/** As large as the line allows and no larger than 50 pt; the standard leaves the size to taste (7.2.4). */
function markSize(issuer: string): number {
  const available = (letterWidth / 25.4) * 72
  return Math.max(22, Math.min(50, Math.floor((available * 0.96) / [...issuer].length)))
}
