import { looksLikeAgency } from './agency-shape.ts'
import { FIRST_IS_LEAD, LABEL, LABEL_WORDS, NOT_LISTED, type RoleWord, VERB } from './role-words.data.ts'
import { splitAgencies } from './split-agencies.ts'

/** An agency as its clause names it; offsets into the reading text. */
export interface Mention {
  start: number
  end: number
  role: 'lead' | 'responsible' | 'support'
  /** Several agencies answer for their shares (按职责分工). */
  jointly: boolean
  /** Said under a label (责任单位：), not by a verb (……负责). */
  labelled: boolean
}

export interface ResponsibilityClause {
  start: number
  end: number
  mentions: Mention[]
  /** The words of a deadline inside it. */
  due: { start: number; end: number } | null
  /** Agencies that answer for everything further on without being listed again. */
  defaults: Mention[]
  /** Remarks such as 目标位置：全省前5 or 持续推进 hold no agency. */
  odd: number
}

interface Mark {
  start: number
  end: number
  role: RoleWord
  label: boolean
  jointly: boolean
  /** 会同: what stands before leads, what follows takes part. */
  joins: boolean
}

const TIME =
  /\d+月|\d{4}年|年底|年末|季度|上半年|持续|长期|常态|即时|立即|适时|全年|每[年月季]|之日起|\d+个?工作日|年前$/

function marksIn(text: string): Mark[] {
  const marks: Mark[] = []
  for (const found of text.matchAll(LABEL)) {
    const role = LABEL_WORDS.find(([word]) => word.test(found[0]))?.[1] ?? 'other'
    marks.push({
      start: found.index,
      end: found.index + found[0].length,
      role,
      label: true,
      jointly: false,
      joins: false,
    })
  }
  for (const found of text.matchAll(VERB)) {
    const start = found.index
    const end = start + found[0].length
    if (marks.some((label) => label.label && start < label.end && label.start < end)) continue
    const groups = found.groups ?? {}
    const role: RoleWord = groups.lead || groups.with ? 'lead' : groups.support ? 'support' : 'responsible'
    marks.push({
      start,
      end,
      role,
      label: false,
      jointly: /职责|职能|分工|分别|共同|各自/.test(found[0]),
      joins: Boolean(groups.with),
    })
  }
  return marks.sort((a, b) => a.start - b.start)
}

/** Takes the document-wide remarks out of a clause: 以下均需……负责，不再列出; 列首位的为牵头单位，下同. */
function cutRemarks(text: string): { body: string; remark: { start: number; text: string } | null } {
  let body = text
    .replace(FIRST_IS_LEAD, (words) => ' '.repeat(words.length))
    .replace(/[,;。]\s*下同/, (words) => ' '.repeat(words.length))
  if (!NOT_LISTED.test(body)) return { body, remark: null }
  const at = Math.max(
    body.search(/[,;。](?=(?:以下|下列|后续|其余|均需|各任务)[^。]*不再)/),
    body.search(/。(?=[^。]*不)/),
  )
  const start = at < 0 ? 0 : at
  const remark = { start, text: body.slice(start) }
  body = body.slice(0, start)
  return { body, remark }
}

const DEFAULT_BEFORE = /^[,;。\s]*(?:以下|下列|后续|其余)?(?:各项|工作|任务|事项|措施|内容)*(?:均|都)?(?:需|须|由|要)?/
const DEFAULT_AFTER = /(?:按(?:照)?职责(?:分工)?)?(?:均为责任单位|均为配合单位|均需|负责|落实|配合|参与)/

function readDefaults(remark: { start: number; text: string } | null, base: number): Mention[] {
  if (!remark) return []
  const before = DEFAULT_BEFORE.exec(remark.text)?.[0].length ?? 0
  const after = remark.text.slice(before).search(DEFAULT_AFTER)
  if (after <= 0) return []
  return splitAgencies(remark.text.slice(before, before + after), base + remark.start + before).map(
    ({ start, end }) => ({ start, end, role: 'responsible' as const, jointly: true, labelled: true }),
  )
}

/**
 * Reads one clause of responsibility, bracket or line, given without its brackets; `base` is its place in the
 * reading text. Labels (牵头单位：A；责任单位：B), verbs (A牵头，B配合; A、B按职责分工负责; A会同B负责) and mixtures of both.
 * Undefined when the words are not about who does what.
 */
export function parseClause(text: string, base: number): ResponsibilityClause | undefined {
  const { body, remark } = cutRemarks(text)
  const marks = marksIn(body)
  const clause: ResponsibilityClause = {
    start: base,
    end: base + text.length,
    mentions: [],
    due: null,
    defaults: readDefaults(remark, base),
    odd: 0,
  }
  if (marks.length === 0) return clause.defaults.length > 0 ? clause : undefined
  let label: Mark | undefined
  let at = 0
  let joined = false
  for (const mark of [...marks, undefined]) {
    const to = mark?.start ?? body.length
    const speaks = mark && !mark.label ? mark : undefined
    const role = joined && speaks?.role !== 'lead' ? 'support' : roleOf(label, speaks)
    take(clause, body.slice(at, to), {
      at: base + at,
      role,
      jointly: speaks?.jointly ?? false,
      labelled: label !== undefined && !(speaks && speaks.role !== 'responsible'),
    })
    if (mark?.label) label = mark
    joined = mark?.joins ?? false
    at = mark?.end ?? to
  }
  return clause.mentions.length + clause.defaults.length > 0 && isAboutAgencies(text, clause, marks)
    ? clause
    : undefined
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

function take(clause: ResponsibilityClause, text: string, { at, role, jointly, labelled }: Chunk): void {
  if (role === 'person' || role === 'other') return
  if (role === 'due') {
    const words = text.replace(/[,;。\s]+$/, '')
    if (words) clause.due = { start: at, end: at + words.length }
    return
  }
  for (const { start, end, marked } of splitAgencies(text, at)) {
    const name = text.slice(start - at, end - at)
    if (TIME.test(name) && !looksLikeAgency(name)) clause.due ??= { start, end }
    else if (looksLikeAgency(name) || (labelled && name.length <= 40 && !/[。!?]/.test(name))) {
      clause.mentions.push({ start, end, role: marked ?? role, jointly, labelled })
      if (!looksLikeAgency(name)) clause.odd++
    } else clause.odd += 2
  }
}

/** Prose in brackets that only happens to hold a role word is no clause: most of what it names must be agencies. */
function isAboutAgencies(text: string, clause: ResponsibilityClause, marks: readonly Mark[]): boolean {
  if (clause.mentions.length === 0) return clause.defaults.length > 0
  if (marks.some((mark) => mark.label && mark.role !== 'other' && mark.start <= 12 && clause.mentions.length > 0))
    return clause.odd <= clause.mentions.length * 2
  return clause.odd === 0 || (clause.odd <= clause.mentions.length && text.length < 300)
}
