import { matchNames } from '#modules/office/organisations/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { NameMatch } from '../contract.ts'
import { listNames } from '../domain/agency-names.ts'
import { isDecided } from '../domain/corrections/ground.ts'
import { listProblems, type PictureProblem } from '../domain/publication.ts'
import type { OpenedPlan } from './load-plan.ts'

/** Every agency name of the plan held against the register on the day the plan was issued. */
export async function matchPlanNames(tx: Tx, { row, plan }: OpenedPlan): Promise<NameMatch[]> {
  const listed = listNames(plan)
  const matches = await matchNames(tx, {
    divisionCode: row.divisionCode,
    names: listed.map((one) => one.name),
    on: row.issuedOn ?? undefined,
  })
  return listed.flatMap((one) => {
    const match = matches.get(one.name)
    return match ? [{ ...one, match }] : []
  })
}

/** What speaks against publishing this plan now, by the compiler, the register and the corrections. */
export function problemsOf(
  { row, plan, corrections, lost, compilation }: OpenedPlan,
  names: readonly NameMatch[],
): PictureProblem[] {
  const unsettled = names
    .filter(({ match }) => match.agencyId === null)
    .map(({ name, mentions, match }) => ({ name, mentions, explanation: match.explanation }))
  return listProblems(plan, {
    unsettled,
    lost: corrections.filter((made) => lost.has(made.id)).map((made) => made.correction.at),
    told: compilation.notices,
    open: row.state === 'draft' ? (row.carried?.open ?? []) : [],
    decided: row.state === 'draft' ? listDecided(corrections) : [],
  })
}

/** Corrections a draft has from the issue before, that rest on somebody's decision. */
const listDecided = (corrections: OpenedPlan['corrections']) =>
  corrections.flatMap(({ correction, before, after, ground }) =>
    ground && isDecided(ground)
      ? [{ at: correction.at, what: `${before || '（无）'} → ${after || '（无）'}`, ground }]
      : [],
  )
