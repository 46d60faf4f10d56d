import { AlignmentType, BorderStyle, Footer, Header, type IParagraphOptions, Paragraph } from 'docx'
import type { Letter } from './gazette.ts'
import { bodySize, letterPageWidth, linePitch, millimetres, points, ruleFromEdge } from './page.ts'
import { markLine } from './page-number.ts'
import { blank, exactly, run } from './paragraphs.ts'

const red = 'E60012'
/** The rules are 170 mm long and lie in the middle of the sheet, wider than the text (GB/T 9704-2012 10.1). */
const ruleLength = 170
const outside = {
  left: -millimetres(28 - (letterPageWidth - ruleLength) / 2),
  right: -millimetres(26 - (letterPageWidth - ruleLength) / 2),
}

/** Size of the mark, points: as large as the line allows and no larger than 40. */
export const letterMark = (issuer: string): number =>
  Math.max(22, Math.min(40, Math.floor(((156 / 25.4) * 72 * 0.96) / [...issuer].length)))

const empty = (): Header => new Header({ children: [blank(1)] })

const rule = (border: NonNullable<IParagraphOptions['border']>, more: Partial<IParagraphOptions>): Paragraph =>
  new Paragraph({ spacing: exactly(2), border, ...more, children: [] })

/** The first page's own head and foot: the mark over a rule thick above thin, a rule thin above thick, no page number. */
export const letterEnds = ({ issuer }: NonNullable<Letter['head']>, mark: string | undefined) => {
  const size = letterMark(issuer)
  return {
    headers: {
      first: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: exactly(size * 1.3),
            children: [run(issuer, 'title', { size, color: red })],
          }),
          rule(
            { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: red, space: 6 } },
            { indent: outside },
          ),
        ],
      }),
      default: empty(),
      even: empty(),
    },
    first: new Footer({
      children: [
        rule(
          { top: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, color: red, space: 0 } },
          {
            frame: {
              type: 'absolute',
              position: { x: millimetres((letterPageWidth - ruleLength) / 2), y: millimetres(ruleFromEdge) },
              width: millimetres(ruleLength),
              height: points(4),
              anchor: { horizontal: 'page', vertical: 'page' },
            },
          },
        ),
        ...(mark === undefined ? [blank(1)] : [markLine(mark)]),
      ],
    }),
  }
}

/** 发文字号 at the right edge of the text, seven eighths of a character under the rule; two lines above the title. */
export const letterNumber = ({ number = '' }: NonNullable<Letter['head']>): Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: { ...exactly(linePitch), before: points((bodySize * 7) / 8) },
    children: [run(number, 'body')],
  }),
  blank(),
  blank(),
]
