import type { Span } from '#kernel/span.ts'
import type { CompiledPlan, Diagnostic } from './compiled-plan.ts'

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

/**
 * Everything that speaks against publishing, errors first: what the compiler found, agencies nobody has settled, and
 * corrections that no longer find their words.
 */
export function listProblems(
  plan: CompiledPlan,
  unsettled: readonly UnsettledName[],
  lost: readonly Span[],
): Diagnostic[] {
  const names = unsettled.map(({ name, explanation, mentions }): Diagnostic => {
    const message = `单位“${name}”尚未确认：${explanation}`
    return { code: nameUnsettled, severity: 'error', message, span: mentions[0] ?? [0, 0] }
  })
  const corrections = lost.map((span): Diagnostic => {
    const message = '一处更正在重新编译后找不到原来的位置，没有生效。请在“更正记录”中撤销它，需要时重新更正。'
    return { code: correctionLost, severity: 'warning', message, span }
  })
  const rank = { error: 0, warning: 1, info: 2 }
  return [...names, ...plan.diagnostics, ...corrections].sort(
    (a, b) => rank[a.severity] - rank[b.severity] || a.span[0] - b.span[0],
  )
}

/** The acceptance that covers a problem: same code, same words. */
export const findAcceptance = <A extends Acceptance>(problem: Diagnostic, acceptances: readonly A[]): A | undefined =>
  acceptances.find(({ code, at }) => code === problem.code && at[0] === problem.span[0] && at[1] === problem.span[1])

/** Errors that are neither mended nor accepted; while there is one the plan cannot be published. */
export const listBlockers = (problems: readonly Diagnostic[], acceptances: readonly Acceptance[]): Diagnostic[] =>
  problems.filter((problem) => problem.severity === 'error' && !findAcceptance(problem, acceptances))
