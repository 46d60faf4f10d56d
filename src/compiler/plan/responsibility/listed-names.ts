import type { Range } from '../text/reading-text.ts'
import { looksLikeAgency } from './agency-shape.ts'
import { labelsIn } from './clause-marks.ts'
import { opensLine } from './line-clauses.ts'
import { type FoundClause, isTime, mentionAs } from './parse-clause.ts'
import { splitAgencies } from './split-agencies.ts'

/** A label alone on its line (牵头单位：) with the agencies on the lines below it. */

const LONGEST_LABEL = 24
const LONGEST_LINE = 120

const labelAtEnd = (text: string, { start, end }: Range) => {
  const from = Math.max(start, end - LONGEST_LABEL)
  const words = text.slice(from, end)
  const label = /[:】]$/.test(words) ? labelsIn(words).at(-1) : undefined
  return label && label.end === words.length && opensLine(words, label)
    ? { ...label, start: from + label.start }
    : undefined
}

export const endsWithLabel = (text: string, range: Range): boolean => labelAtEnd(text, range) !== undefined

/** It holds the label and nothing else, a bullet perhaps. */
export const isLabelAlone = (text: string, range: Range): boolean =>
  range.end - range.start <= LONGEST_LABEL && (labelAtEnd(text, range)?.start ?? range.end) - range.start <= 1

/** Nothing but names, or nothing but a day. */
export function areNames(text: string, { start, end }: Range): boolean {
  const words = text.slice(start, end)
  if (words.length > LONGEST_LINE || /[。:】]/.test(words)) return false
  const names = splitAgencies(words, 0)
  return names.length > 0 && names.every((name) => isTime(words) || looksLikeAgency(words.slice(name.start, name.end)))
}

/** The clause of a label and the lines below it. */
export function listedClause(text: string, start: number, lines: readonly Range[]): FoundClause | undefined {
  const [first, last] = [lines[0], lines.at(-1)]
  const label = first && labelAtEnd(text, { start, end: first.start })
  if (!label || !last) return undefined
  const { role } = label
  const range = { start: label.start, end: last.end, outerStart: label.start, outerEnd: last.end }
  const clause: FoundClause = { ...range, mentions: [], due: null, defaults: [], bracketed: false }
  if (role === 'due') return { ...clause, due: { start: first.start, end: last.end } }
  if (role === 'person' || role === 'other') return undefined
  const names = lines.flatMap((line) => splitAgencies(text.slice(line.start, line.end), line.start))
  return { ...clause, mentions: names.map((name) => mentionAs(name, role, { jointly: true, labelled: true })) }
}
