import { looksLikeAgency } from './agency-shape.ts'
import { type Mark, marksIn } from './clause-marks.ts'
import { cutRemarks } from './remarks.ts'
import type { RoleWord } from './role-words.data.ts'
import { type AgencyRange, splitAgencies } from './split-agencies.ts'

/** An agency as its clause names it; offsets into the reading text. */
export interface Mention {
  start: number
  end: number
  role: 'lead' | 'responsible' | 'support'
  /** Several agencies answer for their shares (按职责分工). */
  jointly: boolean
  /** Said under a label (责任单位：), not by a verb (……负责). */
  labelled: boolean
  /** Its last characters are not those of an agency. */
  odd: boolean
}

export interface ResponsibilityClause {
  start: number
  end: number
  mentions: Mention[]
  /** The words of a deadline inside it. */
  due: { start: number; end: number } | null
  /** Agencies that answer for everything further on without being listed again. */
  defaults: AgencyRange[]
}

/** A clause with the brackets that hold it, so that the sentence can be read without it. */
export interface FoundClause extends ResponsibilityClause {
  /** With brackets. */
  outerStart: number
  outerEnd: number
  bracketed: boolean
}

/** A name as a mention; a role of its own (市水务局（牵头）) outweighs the one given. */
export const mentionAs = (
  { start, end, marked }: AgencyRange,
  role: Mention['role'],
  known: Partial<Omit<Mention, 'start' | 'end' | 'role'>> = {},
): Mention => ({ start, end, role: marked ?? role, jointly: false, labelled: false, odd: false, ...known })

const TIME =
  /\d+月|\d{4}年|年底|年末|季度|上半年|按进度|按时|持续|长期|常态|即时|立即|适时|全年|每[年月季]|之日起|\d+个?工作日|\d{4}年|年前$/
/** Words of a deadline rather than a name. */
export const isTime = (words: string): boolean => TIME.test(words)

const LONGEST_ODD_NAME = 40

/**
 * Reads one clause of responsibility, bracket or line, given without its brackets; `base` is its place in the
 * reading text. Labels (牵头单位：A；责任单位：B), verbs (A牵头，B配合; A、B按职责分工负责; A会同B负责) and mixtures of both.
 * Undefined when the words are not about who does what.
 */
export function parseClause(text: string, base: number): ResponsibilityClause | undefined {
  const { body, defaults, here } = cutRemarks(text, base)
  const marks = marksIn(body)
  const clause: ResponsibilityClause = { start: base, end: base + text.length, mentions: [], due: null, defaults }
  let label: Mark | undefined
  let at = 0
  let joined = false
  for (const mark of [...marks, undefined]) {
    const to = mark?.start ?? body.length
    const verb = mark && !mark.label ? mark : undefined
    const role = joined && verb?.role !== 'lead' ? 'support' : roleOf(label, verb)
    const labelled = label !== undefined && (verb === undefined || verb.role === 'responsible')
    if (marks.length > 0)
      take(clause, body.slice(at, to), { at: base + at, role, jointly: verb?.jointly ?? false, labelled })
    if (mark?.label) label = mark
    joined = mark?.joins ?? false
    at = mark?.end ?? to
  }
  clause.mentions.push(...here.map((name) => mentionAs(name, 'responsible', { jointly: true, labelled: true })))
  return isAboutAgencies(clause, marks) ? clause : undefined
}

/** A verb of its own (牵头, 配合) outweighs the label before it; 负责 only repeats the label. */
function roleOf(label: Mark | undefined, verb: Mark | undefined): RoleWord {
  if (verb && (verb.role !== 'responsible' || !label)) return verb.role
  return label?.role ?? 'responsible'
}

interface Chunk {
  at: number
  role: RoleWord
  jointly: boolean
  labelled: boolean
}

/** The agencies of one chunk, or its deadline. */
function take(clause: ResponsibilityClause, text: string, { at, role, jointly, labelled }: Chunk): void {
  if (role === 'person' || role === 'other') return
  if (role === 'due') {
    const words = text.replace(/[,;。\s]+$/, '')
    if (words) clause.due = { start: at, end: at + words.length }
    return
  }
  const isOpen = /等[^、,;]{0,12}$/.test(text)
  for (const name of splitAgencies(text, at)) {
    const words = text.slice(name.start - at, name.end - at)
    const odd = !looksLikeAgency(words)
    if (odd && TIME.test(words)) clause.due ??= { start: name.start, end: name.end }
    else clause.mentions.push(mentionAs(name, role, { jointly: jointly || isOpen, labelled, odd }))
  }
}

/**
 * Prose that only happens to hold a role word is no clause: at least half of what a verb clause names must look like
 * agencies; a label that opens the clause vouches for what follows it.
 */
function isAboutAgencies({ mentions, defaults }: ResponsibilityClause, marks: readonly Mark[]): boolean {
  const odd = mentions.filter((mention) => mention.odd)
  if (odd.some((mention) => mention.end - mention.start > LONGEST_ODD_NAME)) return false
  if (mentions.length === 0) return defaults.length > 0
  const opens = marks.some((mark) => mark.label && mark.sure && mark.role !== 'other' && mark.start <= 12)
  return opens ? odd.length <= Math.max(1, mentions.length * 0.7) : odd.length * 2 <= mentions.length
}
