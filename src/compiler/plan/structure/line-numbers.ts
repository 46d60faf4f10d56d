import { characterTable } from '../text/character-table.ts'
import { endsSentence } from '../text/line-shape.ts'
import type { Line, ReadingText } from '../text/reading-text.ts'
import { MEASURES, type NumberKind, type NumberToken, readNumber } from './numbering.ts'

/** The numbers lines begin with: those with a mark behind them, and those the lines around them vouch for. */

const GLUED = /^(\d{1,2})[.、](?=\d)/
const BARE = new RegExp(`^(\\d{1,2})(?![${MEASURES}\\d])(?=[\\u4e00-\\u9fff“《A-Z])`)
/** So many in a row are a numbering without marks. */
const RUN = 3
const LONGEST_HEADING = 30
/** 1 → 1.1 → 1.1.1 nest like 一、→（一）→ 1. */
const DECIMAL_KINDS: readonly NumberKind[] = ['cn', 'cnParen', 'num', 'numParen']

const tokenOf = (found: RegExpExecArray | null): NumberToken | undefined =>
  found ? { kind: 'num', ordinal: Number(found[1]), text: found[1] ?? '', length: found[0].length } : undefined

const DIGITS = characterTable('0123456789')
const opensBare = (text: string, { number, start }: Line): boolean => !number && DIGITS[text.charCodeAt(start)] === 1

const isNum = (line: Line | undefined): line is Line & { number: NumberToken } => line?.number?.kind === 'num'

/** 2.5G网络 after item 1: the number and the figure behind it run together; only the numbers around tell. */
function numberGlued({ text, lines }: ReadingText): void {
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    const token =
      opensBare(text, line) && before ? tokenOf(GLUED.exec(text.slice(line.start, line.start + 5))) : undefined
    if (!token || !before || (!endsSentence(text, before) && before.end - before.start > LONGEST_HEADING)) continue
    const last = lines.slice(Math.max(0, i - 40), i).findLast(isNum)?.number.ordinal ?? 0
    const next = lines.slice(i + 1, i + 40).find(isNum)?.number.ordinal
    if (token.ordinal === 1 ? next === 2 : token.ordinal === last + 1) line.number = token
  }
}

/** 1总则, 2任务: numerals without a mark are numbers where they run on from line to line. */
function numberBare({ text, lines }: ReadingText): void {
  const heads = new Set(
    lines.flatMap(({ number }) => (number?.kind === 'decimal' ? [Number.parseInt(number.text, 10)] : [])),
  )
  let run: [Line, NumberToken][] = []
  const settle = (): void => {
    if (run.length >= RUN || run.some(([, { ordinal }]) => heads.has(ordinal)))
      for (const [line, token] of run) line.number = token
    run = []
  }
  for (const line of lines) {
    const token = opensBare(text, line) ? tokenOf(BARE.exec(text.slice(line.start, line.start + 4))) : undefined
    if (!token || token.ordinal > run.length + 1) continue
    if (token.ordinal === 1) settle()
    if (token.ordinal === run.length + 1) run.push([line, token])
  }
  settle()
}

const isDecimal = ({ number }: Line): boolean => number?.kind === 'decimal'

/** A document numbered in decimals throughout is read as the levels of GB/T 9704. */
function settleDecimals({ lines }: ReadingText): void {
  const numbered = lines.filter(({ number }) => number)
  if (!numbered.some(isDecimal) || numbered.some(({ number }) => /^(?:cn|chapter|volume)/.test(number?.kind ?? '')))
    return
  let head = 0
  for (const [i, line] of numbered.entries()) {
    const { number } = line
    if (!number) continue
    const heads = numbered[i + 1]?.number?.text === `${number.text}.1`
    const isHead =
      number.kind === 'num' && number.ordinal === head + 1 && (heads || line.end - line.start <= LONGEST_HEADING)
    if (isHead) head++
    const depth = isHead ? 0 : isDecimal(line) ? number.text.split('.').length - 1 : undefined
    if (depth !== undefined) line.number = { ...number, kind: DECIMAL_KINDS[depth] ?? 'numParen' }
  }
}

/** Gives every line its number. */
export function numberLines(reading: ReadingText): ReadingText {
  for (const line of reading.lines) line.number = line.row ? line.row.number : readNumber(reading.text, line.start)
  numberGlued(reading)
  numberBare(reading)
  settleDecimals(reading)
  return reading
}
