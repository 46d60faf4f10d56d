import { addDays } from './day.ts'

/** What a test answers. What is not known is neither yes nor no: it becomes a question. */
export type Truth = 'yes' | 'no' | 'unknown'

export const truthOf = (value: boolean | null | undefined): Truth => (value == null ? 'unknown' : value ? 'yes' : 'no')

export const not = (one: Truth): Truth => (one === 'yes' ? 'no' : one === 'no' ? 'yes' : 'unknown')

/** All hold: one that does not settles it, however many are unknown (Kleene's strong logic of three values, 1952, §64). */
export const allOf = (...all: readonly Truth[]): Truth =>
  all.includes('no') ? 'no' : all.includes('unknown') ? 'unknown' : 'yes'

/** One holds: that settles it, however many are unknown. */
export const anyOf = (...all: readonly Truth[]): Truth =>
  all.includes('yes') ? 'yes' : all.includes('unknown') ? 'unknown' : 'no'

/** One clause of a body of rules as it read for a time: its test and the sentence that follows stand beside its source. */
export interface Rule<F, S> {
  /** Stays the same through its editions: `schedule.stepsLate`. */
  clause: string
  /** The rule in the words of the office. */
  when: string
  /** Document and clause it is taken from; where it is ours, that it is. */
  source: string
  /** First and last day it holds for, as `2026-12-01`; null while no later edition is known. */
  validFrom: string
  validTo: string | null
  test: (facts: F) => Truth
  /** What is said where it holds. */
  say: (facts: F) => S
  /** What is said where it cannot be known: the question that would settle it. Without it nothing is said. */
  ask?: (facts: F) => S
}

export interface Finding<S> {
  clause: string
  truth: Exclude<Truth, 'no'>
  said: S
}

export interface Rulebook<F, S> {
  /** Every edition of every clause. */
  rules: readonly Rule<F, S>[]
  /** The clauses as they read on a day, in their order. Days before the first edition are judged by the first. */
  on(day: string): readonly Rule<F, S>[]
  /** What follows from facts by the clauses of a day. */
  find(facts: F, day: string): Finding<S>[]
  /** The same where the clauses are read in their order and the first that holds, or asks, settles it. */
  first(facts: F, day: string): Finding<S> | undefined
}

/**
 * Editions are followed, never edited: a clause that changes gets another row that begins when the one before ends, so
 * that an old day is judged as it was.
 * @throws an error when two rows of one clause hold on one day, or when days between them are left without a rule
 */
export function rulebook<F, S>(rules: readonly Rule<F, S>[]): Rulebook<F, S> {
  const clauses = [...new Set(rules.map(({ clause }) => clause))].map((clause) => editionsOf(rules, clause))
  // A programme is judged row by row on one day.
  let [asked, found]: [string, Rule<F, S>[]] = ['', []]
  const on = (day: string): readonly Rule<F, S>[] => {
    if (day !== asked) [asked, found] = [day, clauses.flatMap((editions) => inForce(editions, day))]
    return found
  }
  return {
    rules,
    on,
    find(facts, day) {
      const all: Finding<S>[] = []
      for (const rule of on(day)) {
        const one = applied(rule, facts)
        if (one) all.push(one)
      }
      return all
    },
    first(facts, day) {
      for (const rule of on(day)) {
        const one = applied(rule, facts)
        if (one) return one
      }
      return undefined
    },
  }
}

function applied<F, S>({ clause, test, say, ask }: Rule<F, S>, facts: F): Finding<S> | undefined {
  const truth = test(facts)
  if (truth === 'yes') return { clause, truth, said: say(facts) }
  return truth === 'unknown' && ask ? { clause, truth, said: ask(facts) } : undefined
}

/** The rows of a clause, oldest first. */
function editionsOf<F, S>(rules: readonly Rule<F, S>[], clause: string): Rule<F, S>[] {
  const editions = rules.filter((rule) => rule.clause === clause)
  editions.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  for (const [i, { validTo }] of editions.slice(0, -1).entries()) {
    const next = editions[i + 1]?.validFrom
    if (validTo === null || addDays(validTo, 1) !== next)
      throw new Error(`the editions of ${clause} do not join: one ends ${validTo}, the next begins ${next}`)
  }
  return editions
}

function inForce<F, S>(editions: readonly Rule<F, S>[], day: string): Rule<F, S>[] {
  const [first] = editions
  const found = editions.findLast(({ validFrom }) => validFrom <= day) ?? first
  return found && (found.validTo === null || day <= found.validTo) ? [found] : []
}
