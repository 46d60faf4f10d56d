import { Paragraph } from 'docx'
import { chineseDay } from './chinese-day.ts'
import type { Letter } from './gazette.ts'
import { bodySize, linePitch, points } from './page.ts'
import { blank, body, exactly, run } from './paragraphs.ts'
import { textWidth } from './text-width.ts'

/** 附件说明, 署名 and date, 附注 (GB/T 9704-2012 7.3.4–7.3.7). */
export function closing(letter: Letter): Paragraph[] {
  return [
    ...annexes(letter.annexes ?? []),
    ...(letter.signature ? signature(letter.signature) : []),
    ...note(letter.note),
  ]
}

/** The names line up behind their numbers; a single annex carries none. */
function annexes(names: readonly string[]): Paragraph[] {
  if (names.length === 0) return []
  if (names.length === 1) return [blank(), annex('附件：', names[0] ?? '', 3)]
  return [blank(), ...names.map((name, n) => annex(n === 0 ? '附件：1.' : `${n + 1}.`, name, n === 0 ? 3.75 : 0.75))]
}

/** @param opening characters the opening takes; all names begin at the same place, five or six characters in */
function annex(opening: string, name: string, openingWidth: number): Paragraph {
  const at = 2 + (opening.includes('1') || !opening.startsWith('附') ? 3.75 : 3)
  return body([run(`${opening}${name}`, 'body')], {
    indent: { left: points(bodySize * at), hanging: points(bodySize * openingWidth) },
  })
}

/**
 * The date stands four characters from the right with the name centred over it; a name longer than that, two. Both stay on
 * one page with the last words before them: a page with nothing but them is not allowed (GB/T 9704-2012 7.3.5.4).
 */
function signature({ issuer, on }: NonNullable<Letter['signature']>): Paragraph[] {
  const date = chineseDay(on)
  const [nameWidth, dateWidth] = [textWidth(issuer), textWidth(date) + airIn(date)]
  const dateIndent = nameWidth > dateWidth + 4 ? 2 + (nameWidth - dateWidth) / 2 : 4
  const nameIndent = dateIndent + (dateWidth - nameWidth) / 2
  return [
    blank(linePitch, true),
    blank(linePitch, true),
    fromRight(issuer, nameIndent, true),
    fromRight(date, dateIndent),
  ]
}

/** Word sets a quarter of a character between ideographs and digits. */
const airIn = (text: string): number => (text.match(/\d(?=\D)|\D(?=\d)/gu)?.length ?? 0) / 4

const fromRight = (text: string, indent: number, keepNext = false): Paragraph =>
  new Paragraph({
    alignment: 'right',
    spacing: exactly(linePitch),
    indent: { right: points(bodySize * indent) },
    keepLines: true,
    keepNext,
    children: [run(text, 'body')],
  })

const note = (text: string | undefined): Paragraph[] =>
  text === undefined ? [] : [blank(), body([run(`（${text}）`, 'body')])]
