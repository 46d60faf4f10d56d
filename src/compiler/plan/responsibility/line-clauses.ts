import { isSurelyAgency } from './bare-names.ts'
import { labelsIn, type Mark } from './clause-marks.ts'
import type { FoundClause } from './parse-clause.ts'
import { parseClause, type ResponsibilityClause } from './parse-clause.ts'
import { ASKS_WHO } from './role-words.data.ts'

/** Clauses without brackets: a line of their own or the last words of a paragraph. */

const REACH = 1500
/** A paragraph without one of these near its end says nothing of who answers. */
const SPEAKS = /牵头|负责|配合|落实|参与|协助|职责分工/
const TAIL_REACH = 24
const LONGEST_LINE = 220
const LONGEST_DUE = 60
/** 2027年12月底前完成 and a little more; what is longer tells a deed. */
const LONGEST_DAY = 16
const CLOSES_WITH = '(?:牵头|负责|配合|落实|参与|协助|按职责分工[一-龥]{2})(?:,[^,。;]{2,14}(?:完成|底前|月前))?'
const VERB_LINE = new RegExp(`^[^。]{2,200}${CLOSES_WITH}[。;]?$`)
/** The last sentence of a paragraph and its last part; the agencies may be introduced by 由, 以上由. */
const VERB_TAILS = [
  new RegExp(`(?<=[。;])[^。;]{4,160};[^。;]{4,160}${CLOSES_WITH}[。;]?$`),
  new RegExp(`(?<=[。;])[^。;]{4,160}${CLOSES_WITH}[。;]?$`),
]
const LEAD_IN = /^(?:(?:以上|上述|此|该|本)(?:各?项)?(?:任务|工作|措施|内容)?)?(?:均?由)?/

const unlabelled = (clause: ResponsibilityClause, end: number): FoundClause => ({
  ...clause,
  outerStart: clause.start,
  outerEnd: end,
  bracketed: false,
})

/** Ends of sentences and bullets a label may follow. */
const OPENERS = '。;,:) ■●◆▲★□◇·•*【—-'

/** It stands where a line or a sentence begins, and asks who or when. */
export const opensLine = (text: string, { start, end, role }: Mark): boolean =>
  role !== 'other' &&
  (start === 0 || OPENERS.includes(text[start - 1] ?? '')) &&
  (role === 'due' || ASKS_WHO.test(text.slice(start, end).replace(/[:】为是。;]+$/, '')))

/** A label stands first, after a bullet perhaps. */
export const opensWithLabel = (text: string): boolean =>
  labelsIn(text).some((label) => label.start <= 1 && opensLine(text, label))

/** 牵头单位：A 责任单位：B 完成时限：…… , also 【责任单位】A and ……。责任单位为A. */
function labelled(text: string, start: number, end: number): FoundClause | undefined {
  const paragraph = text.slice(start, end)
  const at = labelsIn(paragraph).find((label) => opensLine(paragraph, label))?.start
  if (at === undefined) return undefined
  const words = paragraph.slice(at).replace(/[。;\s]+$/, '')
  if (words.length > REACH || /。(?![一-龥]{2,8}:).{8}/.test(words.slice(6))) return undefined
  const clause = parseClause(words, start + at) ?? dueLine(words, start + at)
  return clause && unlabelled(clause, end)
}

/** Told to do well rather than named. */
const EXHORTS = /切实|认真|必须|应当?|要(?!素)/

/** Nothing but names, role words and a deadline. */
function covers({ mentions, due }: ResponsibilityClause, words: string): boolean {
  const told = words.length - (due ? due.end - due.start : 0)
  const named = mentions.reduce((sum, mention) => sum + mention.end - mention.start, 0)
  return (
    mentions.length > 0 &&
    (due === null || due.end - due.start <= LONGEST_DAY) &&
    named >= told * 0.5 &&
    mentions.every((mention) => !mention.odd && mention.end - mention.start < 24)
  )
}

/** A牵头，B配合。 as a paragraph of its own, or as the last sentence where one agency at least is beyond doubt. */
function spoken(text: string, start: number, end: number): FoundClause | undefined {
  if (!SPEAKS.test(text.slice(Math.max(start, end - TAIL_REACH), end))) return undefined
  const paragraph = text.slice(Math.max(start, end - LONGEST_LINE - 1), end)
  const isWhole = end - start <= LONGEST_LINE && VERB_LINE.test(paragraph)
  const tails = VERB_TAILS.flatMap((tail) => tail.exec(paragraph)?.[0] ?? [])
  for (const sentence of isWhole ? [paragraph, ...tails] : tails) {
    const words = sentence.replace(/[。;]$/, '').replace(LEAD_IN, '')
    const clause = parseClause(words, end - sentence.length + sentence.indexOf(words))
    if (!clause || !covers(clause, words) || EXHORTS.test(sentence)) continue
    if (sentence === paragraph || clause.mentions.some((name) => isSurelyAgency(text.slice(name.start, name.end))))
      return unlabelled(clause, end)
  }
  return undefined
}

/** 完成时限：2027年底 and nothing else. */
function dueLine(words: string, base: number): ResponsibilityClause | undefined {
  const label = labelsIn(words)[0]
  if (label?.role !== 'due' || words.length > LONGEST_DUE) return undefined
  const [start, end] = [base, base + words.length]
  return { start, end, mentions: [], due: { start: start + label.end, end }, defaults: [] }
}

/** The clause a paragraph ends with, where it has none in brackets. */
export const findLineClause = (text: string, start: number, end: number): FoundClause | undefined =>
  labelled(text, start, end) ?? spoken(text, start, end)
