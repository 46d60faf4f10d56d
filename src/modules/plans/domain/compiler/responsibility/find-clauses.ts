import { BRACKETS, CLOSES, OPENS } from '../text/marks.ts'
import { parseBareNames } from './bare-names.ts'
import { roleOfLabel } from './clause-marks.ts'
import { parseClause, type ResponsibilityClause } from './parse-clause.ts'
import { ROLE_HINT } from './role-words.data.ts'

/** A clause with the brackets that hold it, so that the sentence can be read without it. */
export interface FoundClause extends ResponsibilityClause {
  /** With brackets. */
  outerStart: number
  outerEnd: number
  bracketed: boolean
}

/** The longest list of agencies seen takes some 700 characters. */
const REACH = 1500
const LINE_LABEL =
  /(?:^|[。;:)\s])((?:(?:总|省|市|县|区)?(?:牵头|责任|主办|主责|承办|主管|配合|协办|参与|实施|落实)(?:责任)?(?:单位|部门|处室|科室|主体)|完成时限|完成时间|责任分工)(?:\([^()]{0,8}\))?:)/
const SENTENCE_END = /[。;!]/
const VERB_LINE = /^[^。]{2,200}(?:牵头|负责|配合|落实|参与|按职责分工[一-龥]{2})[。;]?$/

/** Every opening bracket with the place of its closing one (-1: never closed), whatever the kinds; in reading order. */
function matchBrackets(text: string, start: number, end: number): [open: number, close: number][] {
  const pairs: [number, number][] = []
  const open: [number, number][] = []
  for (let i = start; i < end; i++) {
    const mark = BRACKETS[text.charCodeAt(i)]
    if (mark === OPENS) {
      const pair: [number, number] = [i, -1]
      pairs.push(pair)
      open.push(pair)
    } else if (mark === CLOSES) {
      const pair = open.pop()
      if (pair) pair[1] = i
    }
  }
  return pairs
}

/** Clauses in brackets of any kind between `start` and `end`; what is nested inside a clause belongs to it. */
function inBrackets(text: string, start: number, end: number): FoundClause[] {
  const found: FoundClause[] = []
  let after = start
  for (const [at, close] of matchBrackets(text, start, end)) {
    const stop = close < 0 ? end : close
    if (at < after || stop - at < 4 || stop - at > REACH) continue
    const inner = text.slice(at + 1, stop)
    if (close < 0 && !LINE_LABEL.test(inner.slice(0, 12))) continue
    const spoken = ROLE_HINT.test(inner) ? parseClause(inner, at + 1) : undefined
    const closes = close >= 0 && end - close <= 2 && SENTENCE_END.test(text[at - 1] ?? '')
    const clause = spoken ?? (closes ? parseBareNames(inner, at + 1) : undefined)
    if (!clause) continue
    found.push({ ...clause, outerStart: at, outerEnd: close < 0 ? end : close + 1, bracketed: true })
    after = stop
  }
  return found
}

/** 牵头单位：A 责任单位：B 完成时限：…… without brackets: a line of its own or the tail of a paragraph. */
function onLine(text: string, start: number, end: number): FoundClause | undefined {
  const paragraph = text.slice(start, end)
  const label = paragraph.includes(':') ? LINE_LABEL.exec(paragraph) : null
  if (label) {
    const at = label.index + label[0].length - (label[1] ?? '').length
    const words = paragraph.slice(at).replace(/[。;\s]+$/, '')
    const isTail = words.length <= REACH && !/。.{8}/.test(words)
    const clause = isTail ? parseClause(words, start + at) : undefined
    const dueOnly = !clause && isTail ? dueLine(words, start + at) : undefined
    const read = clause ?? dueOnly
    if (read) return { ...read, outerStart: start + at, outerEnd: end, bracketed: false }
  }
  if (paragraph.length > 220 || !VERB_LINE.test(paragraph)) return undefined
  const clause = parseClause(paragraph.replace(/[。;]$/, ''), start)
  return clause && covers(clause, paragraph)
    ? { ...clause, outerStart: start, outerEnd: end, bracketed: false }
    : undefined
}

/** Nothing but names and role words on the line. */
function covers(clause: ResponsibilityClause, paragraph: string): boolean {
  const named = clause.mentions.reduce((sum, mention) => sum + mention.end - mention.start, 0)
  return (
    clause.mentions.length > 0 &&
    named >= paragraph.length * 0.5 &&
    clause.mentions.every((mention) => !mention.odd && mention.end - mention.start < 24)
  )
}

function dueLine(words: string, base: number): ResponsibilityClause | undefined {
  const colon = words.indexOf(':')
  const isDue = roleOfLabel(words.slice(0, colon)) === 'due'
  if (!isDue || colon < 0 || words.length > 60) return undefined
  return {
    start: base,
    end: base + words.length,
    mentions: [],
    due: { start: base + colon + 1, end: base + words.length },
    defaults: [],
  }
}

/** All clauses of responsibility in a paragraph of the reading text, in order. */
export function findClauses(text: string, start: number, end: number): FoundClause[] {
  const found = inBrackets(text, start, end)
  if (found.length > 0) return found
  const line = onLine(text, start, end)
  return line ? [line] : []
}
