import { workingDays } from './working-days.ts'

/** One case: its input beside `expected`, of which only the names of the answers are read. */
export interface Case {
  id: string
  expected?: Readonly<Record<string, unknown>> | readonly unknown[]
  [input: string]: unknown
}

/** A file of cases; what holds for all of them (a calendar) stands beside the list. */
export interface CaseFile {
  cases: readonly Case[]
  [common: string]: unknown
}

/** Answers of one case by name, worked out from its input by the code of the product. */
export type Solve = (input: Case, file: CaseFile) => unknown

export const sets: Readonly<Record<string, Solve | undefined>> = {
  'working-days': workingDays,
}

export type CaseLine = { id: string; got: unknown } | { id: string; got: null; error: string }

/** A case that can not be read or solved says so and the next ones are still run. */
export function lineOf(solve: Solve, one: Case, file: CaseFile): CaseLine {
  try {
    const { expected, ...input } = one
    return { id: one.id, got: named(solve(input, file), expected) }
  } catch (error) {
    return { id: one.id, got: null, error: error instanceof Error ? error.message : String(error) }
  }
}

/** Only the answers asked for, where they have names. */
function named(got: unknown, expected: Case['expected']): unknown {
  if (!expected || Array.isArray(expected) || typeof got !== 'object' || got === null || Array.isArray(got)) return got
  const answers: Record<string, unknown> = { ...got }
  return Object.fromEntries(Object.keys(expected).map((key) => [key, answers[key]]))
}
