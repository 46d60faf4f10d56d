import { type Actor, forAgency } from '#kernel/actor.ts'
import { listOwnTasks, listTaskHands } from '#modules/programme/programmes/server/index.ts'
import type { DutyFact } from '#modules/programme/reporting/contract.ts'
import { loadReporting } from '#modules/programme/reporting/server/index.ts'
import { owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { loadOwed } from './load-owed.ts'

/** What an agency owes of a programme, as known at a moment; read without the words of the plan, for those who ask often. */
export async function listOwnDuties(
  tx: Tx,
  { programmeId, agencyId, now }: { programmeId: string; agencyId: string; now: Date },
  actor: Actor,
): Promise<DutyFact[]> {
  const programme = owned(programmeId, actor)
  const taskIds = await listTouching(tx, programmeId, { actor, agencyId, now })
  const tasks = await listTaskHands(tx, programme, taskIds)
  return loadOwed(tx, { programme, tasks, asOf: now, agencyId })
}

/** The tasks that may ask something of an agency: they name it or a group it is in, or were delegated to it. */
export async function listTouching(
  tx: Tx,
  programmeId: string,
  { actor, agencyId, now }: { actor: Actor; agencyId: string; now: Date },
): Promise<string[]> {
  const own = await listOwnTasks(tx, programmeId, { ...actor, ...forAgency(agencyId) })
  const { delegations = [] } = (await loadReporting(tx, owned(programmeId, actor), now)) ?? {}
  const given = delegations.filter(({ toAgencyId }) => toAgencyId === agencyId)
  return [...new Set([...own.keys(), ...given.map(({ taskId }) => taskId)])]
}
