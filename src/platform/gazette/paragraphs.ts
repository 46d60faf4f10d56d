import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx'
import { breakTitle } from './break-title.ts'
import { type Face, fontOf } from './faces.ts'
import type { Block } from './gazette.ts'
import { bodySize, bodySpacing, linePitch, points } from './page.ts'

/** Two characters of the body; `firstLineChars` lets Word follow a change of size. */
const firstLine = { firstLine: points(bodySize * 2), firstLineChars: 200 }

export const exactly = (pt: number) => ({ line: points(pt), lineRule: LineRuleType.EXACT, before: 0, after: 0 })

export const run = (
  text: string,
  face: Face,
  look: { size?: number; color?: string; spacing?: number } = {},
): TextRun =>
  new TextRun({
    text,
    font: fontOf(face),
    size: Math.round((look.size ?? bodySize) * 2),
    ...(look.color === undefined ? {} : { color: look.color }),
    characterSpacing: look.spacing ?? (look.size === undefined ? bodySpacing : 0),
  })

export const blank = (pitch: number = linePitch, keepNext = false): Paragraph =>
  new Paragraph({ spacing: exactly(pitch), keepNext })

/** A paragraph of the body: 3号, fixed pitch, set to both edges. */
export const body = (children: TextRun[], more: Partial<IParagraphOptions> = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: exactly(linePitch),
    indent: firstLine,
    widowControl: false,
    ...more,
    children,
  })

const levelFaces: Record<1 | 2 | 3 | 4, Face> = { 1: 'hei', 2: 'kai', 3: 'body', 4: 'body' }

/**
 * Words of the letter proper; its tables are drawn elsewhere.
 * @param isLast what stands before the signature, which does not stand alone on a page
 */
export function block(part: Extract<Block, { kind: 'heading' | 'paragraph' }>, isLast = false): Paragraph[] {
  if (part.kind === 'heading') {
    return [body([run(part.text, levelFaces[part.level])], { keepNext: true, outlineLevel: part.level - 1 })]
  }
  const [first = '', ...rest] = part.text.split(/\n+/u)
  const opening = part.lead
    ? [run(part.lead.text, levelFaces[part.lead.level]), run(first, 'body')]
    : [run(first, 'body')]
  const lines = [opening, ...rest.map((text) => [run(text, 'body')])]
  return lines.map((line, n) => body(line, { keepNext: isLast && n === lines.length - 1 }))
}

const titleSize = 22

/** 2号小标宋, centred, broken into lines that keep words whole. */
export function title(text: string, widthMm: number): Paragraph[] {
  const perLine = Math.floor(((widthMm / 25.4) * 72) / titleSize)
  return breakTitle(text, perLine).map(
    (line) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: exactly(34),
        keepNext: true,
        children: [run(line, 'title', { size: titleSize })],
      }),
  )
}
