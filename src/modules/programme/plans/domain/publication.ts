import type { CompiledPlan, Diagnostic } from '#compiler/compiled-plan.ts'
import type { Span } from '#kernel/span.ts'
import { type Ground, sayGround } from './corrections/ground.ts'

/** A name of the plan the register does not know for certain, with the words that bear it. */
export interface UnsettledName {
  name: string
  explanation: string
  mentions: readonly Span[]
}

/** A reason an office gave for publishing although something stands in the way. */
export interface Acceptance {
  id: string
  code: string
  at: Span
}

/** Code of “单位…尚未确认”, found at the first mention of the name. */
export const nameUnsettled = 'GT301'
const correctionLost = 'GT302'
const correctionOpen = 'GT305'
const correctionDecided = 'GT306'

/** Kinds of what recognition of a scan was unsure of, with their codes. */
const doubtCodes: Record<string, string> = { doubtfulWords: 'GT303', doubtfulFigure: 'GT304' }

/** What reading tells of the text, some of it with a place. */
export interface ToldOfText {
  kind: string
  message: string
  span?: readonly [start: number, end: number] | undefined
  picture?: string | undefined
}

/** Told as a problem at its place, not above the text. */
export const isDoubt = ({ kind, span }: ToldOfText): boolean => kind in doubtCodes && span !== undefined

/** A problem, with a cutting of the scanned page where it speaks of one. */
export type PictureProblem = Diagnostic & { picture?: string }

export interface AgainstPublishing {
  unsettled: readonly UnsettledName[]
  /** Where corrections stood that no longer find their words. */
  lost: readonly Span[]
  told: readonly ToldOfText[]
  /** Corrections of the issue before whose words this one has not. */
  open: readonly { at: Span; what: string; ground: Ground | null }[]
  /** Carried over from the issue before, and decided by somebody: whether it still holds is to be asked. */
  decided: readonly { at: Span; what: string; ground: Ground }[]
}

/**
 * Everything that speaks against publishing, errors first: what the compiler found, agencies nobody has settled, what was
 * recognised without certainty, and corrections that no longer find their words.
 */
export function listProblems(
  plan: CompiledPlan,
  { unsettled, lost, told, open, decided }: AgainstPublishing,
): PictureProblem[] {
  const names = unsettled.map(({ name, explanation, mentions }): Diagnostic => {
    const message = `单位“${name}”尚未确认：${explanation}`
    return { code: nameUnsettled, severity: 'error', message, span: mentions[0] ?? [0, 0] }
  })
  const corrections = lost.map((span): Diagnostic => {
    const message = '一处更正在重新编译后找不到原来的位置，没有生效。请在“更正记录”中撤销它，需要时重新更正。'
    return { code: correctionLost, severity: 'warning', message, span }
  })
  const kept = [
    ...open.map(({ at, what, ground }): Diagnostic => {
      const by = ground ? `（${sayGround(ground)}）` : ''
      const message = `上一版作过更正“${what}”${by}，这一版找不到原来的文字。需要的请重新更正，不需要的写明理由后接受。`
      return { code: correctionOpen, severity: 'error', message, span: at }
    }),
    ...decided.map(({ at, what, ground }): Diagnostic => {
      const message = `上一版按“${sayGround(ground)}”作了更正（${what}），已承接。请核对这一版是否仍照办，不再照办的在更正记录中撤销。`
      return { code: correctionDecided, severity: 'warning', message, span: at }
    }),
  ]
  const doubts = told.flatMap(({ kind, message, span, picture }): PictureProblem[] => {
    const code = doubtCodes[kind]
    if (code === undefined || !span) return []
    return [{ code, severity: 'warning', message, span: [span[0], span[1]], ...(picture && { picture }) }]
  })
  const rank = { error: 0, warning: 1, info: 2 }
  return [...names, ...plan.diagnostics, ...doubts, ...corrections, ...kept].sort(
    (a, b) => rank[a.severity] - rank[b.severity] || a.span[0] - b.span[0],
  )
}

/** The acceptance that covers a problem: same code, same words. */
export const findAcceptance = <A extends Acceptance>(problem: Diagnostic, acceptances: readonly A[]): A | undefined =>
  acceptances.find(({ code, at }) => code === problem.code && at[0] === problem.span[0] && at[1] === problem.span[1])

/** Errors that are neither mended nor accepted; while there is one the plan cannot be published. */
export const listBlockers = (problems: readonly Diagnostic[], acceptances: readonly Acceptance[]): Diagnostic[] =>
  problems.filter((problem) => problem.severity === 'error' && !findAcceptance(problem, acceptances))
