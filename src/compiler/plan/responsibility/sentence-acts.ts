import type { Range } from '../text/reading-text.ts'
import { labelsIn } from './clause-marks.ts'
import { type Mention, parseClause } from './parse-clause.ts'
import { type KnownNames, type Run, spokenRuns } from './spoken-agencies.ts'

/** What one actor, or several together, are to do: a stretch of a sentence; its mentions are placed in the sentence. */
export interface Act extends Range {
  mentions: Mention[]
}

const ROLE_WORDS =
  /共同|分别|联合|总?牵头|负责|主办|承办|具体|会同|落实|实施|办理|按(?:照)?(?:各自)?职责(?:分工)?|等|[要应由请,;。、:\s]/g
/** 其中6月底前建成60座, 确保8月底前印发: they say more of the deed before them. */
const GOES_ON = /^(?:其中|并|且|确保|力争|争取|务必|做到)/
const DAY = /^[^,]{0,24}?[前内底]/
/** 大会筹备工作由周凯同志总负责: the deed stands before who does it. */
const TOPIC = /^[^,]{4,}由$/
const SHORTEST = 2

/** The clauses of a sentence between its commas; one inside brackets or quotation marks parts nothing. */
function clausesIn(text: string): Range[] {
  const found: Range[] = []
  let [from, depth] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    const mark = text[i] ?? ''
    if ('(“《'.includes(mark)) depth++
    else if (')”》'.includes(mark)) depth = Math.max(0, depth - 1)
    else if (mark === ',' && depth === 0) {
      found.push({ start: from, end: i + 1 })
      from = i + 1
    }
  }
  return [...found, { start: from, end: text.length }]
}

const namesOf = (text: string, runs: readonly Run[]): string =>
  runs.flatMap(({ mentions }) => mentions.map(({ start, end }) => text.slice(start, end))).join()

/** Who stands behind a label of the sentence (……，责任单位为县科技局) answers for all before it. */
function runsIn(text: string, known: KnownNames): Run[] {
  const label = labelsIn(text).find(({ role, sure }) => sure && (role === 'lead' || role === 'responsible'))
  const clause = label && parseClause(text.slice(label.start).replace(/[。;,\s]+$/, ''), label.start)
  if (!clause || clause.mentions.some(({ odd }) => odd)) return spokenRuns(text, known)
  const { start, end, mentions } = clause
  return [...spokenRuns(text.slice(0, start), known), { start, end, mentions, helps: true }]
}

/**
 * Parts a sentence where another actor is told to do something of its own, or the same one until another day; who only helps, and
 * who shares a deed not yet told, stays with whom it helps: 由县科技局牵头,县财政局配合,…….
 * @param setsDay whether a clause sets a last day
 */
export function actsIn(text: string, known: KnownNames, setsDay: (clause: Range) => boolean): Act[] {
  const runs = runsIn(text, known)
  const acts: Act[] = []
  let [doers, does, dated]: [string, boolean, boolean] = ['', false, false]
  for (const clause of clausesIn(text)) {
    const here = runs.filter(({ start }) => start >= clause.start && start < clause.end)
    const leads = here.filter(({ helps }) => !helps)
    const words = text.slice(clause.start, clause.end)
    const named = namesOf(text, leads)
    const day = setsDay(clause)
    const behind = text.slice(here.at(-1)?.end ?? clause.start, clause.end)
    const said = (here.length === 0 ? words.replace(DAY, '') : behind).replace(ROLE_WORDS, '')
    const deed = said.length >= SHORTEST || TOPIC.test(text.slice(clause.start, leads[0]?.start ?? clause.start))
    const another = named !== '' && named !== doers && doers !== '' && does
    const later = here.length === 0 && day && dated && deed && !GOES_ON.test(words)
    const act = acts.at(-1)
    if (act && !another && !later) {
      act.end = clause.end
      act.mentions.push(...here.flatMap(({ mentions }) => mentions))
    } else {
      acts.push({ ...clause, mentions: here.flatMap(({ mentions }) => mentions) })
      ;[does, dated] = [false, false]
    }
    if (named !== '') doers = named
    does ||= deed && doers !== '' && (leads.length > 0 || here.length === 0)
    dated ||= day
  }
  return acts
}
