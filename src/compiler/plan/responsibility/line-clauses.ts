import { isSurelyAgency } from './bare-names.ts'
import { mayHoldLabel, roleOfLabel } from './clause-marks.ts'
import type { FoundClause } from './found-clause.ts'
import { parseClause, type ResponsibilityClause } from './parse-clause.ts'
import { LABEL, LINE_LABEL } from './role-words.data.ts'

/** Clauses without brackets: a line of their own or the last words of a paragraph. */

const REACH = 1500
/** A paragraph without one of these near its end says nothing of who answers. */
const SPEAKS = /牵头|负责|配合|落实|参与|协助|职责分工/
const TAIL_REACH = 24
const LONGEST_LINE = 220
const LONGEST_DUE = 60
const OPENING_LABEL = new RegExp(`^(?:${LABEL.source})`)
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

/** 牵头单位：A 责任单位：B 完成时限：…… , also 【责任单位】A and ……。责任单位为A. */
function labelled(text: string, start: number, end: number): FoundClause | undefined {
  const paragraph = text.slice(start, end)
  const label = mayHoldLabel(paragraph) ? LINE_LABEL.exec(paragraph) : null
  if (!label) return undefined
  const own = label[1] ?? label[2] ?? ''
  const at = label.index + label[0].length - own.length
  const words = paragraph.slice(at).replace(/[。;\s]+$/, '')
  if (words.length > REACH || /。.{8}/.test(words.slice(own.length))) return undefined
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

function dueLine(words: string, base: number): ResponsibilityClause | undefined {
  const label = OPENING_LABEL.exec(words)
  if (!label || roleOfLabel(label[0]) !== 'due' || words.length > LONGEST_DUE) return undefined
  return {
    start: base,
    end: base + words.length,
    mentions: [],
    due: { start: base + label[0].length, end: base + words.length },
    defaults: [],
  }
}

/** The clause a paragraph ends with, where it has none in brackets. */
export const findLineClause = (text: string, start: number, end: number): FoundClause | undefined =>
  labelled(text, start, end) ?? spoken(text, start, end)
