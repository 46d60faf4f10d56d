import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { listTaskHands } from '#modules/programme/programmes/server/index.ts'
import type { DutyFact } from '#modules/programme/reporting/contract.ts'
import {
  dutiesOf,
  type KnownReporting,
  loadReporting,
  type PlannedTask,
} from '#modules/programme/reporting/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { listOwed } from '../domain/owed.ts'
import { reports } from './tables.ts'

/** What an agency owes of a programme, as known at a moment; read without the words of the plan, for those who ask often. */
export async function listOwnDuties(
  tx: Tx,
  { programmeId, agencyId, now }: { programmeId: string; agencyId: string; now: Date },
  { divisionCode }: Actor,
): Promise<DutyFact[]> {
  const reporting = await loadReporting(tx, programmeId, now)
  if (!reporting) return []
  const tasks = (await listTaskHands(tx, programmeId)).filter(touching(agencyId, reporting))
  const duties = dutiesOf(tasks, reporting).filter((duty) => duty.agencyId === agencyId)
  const { taskId, cycle, status, attempt } = reports
  const rows = await tx
    .select({ taskId, agencyId: reports.agencyId, cycle, status, attempt })
    .from(reports)
    .where(
      and(
        eq(reports.divisionCode, divisionCode),
        eq(reports.programmeId, programmeId),
        inArray(
          taskId,
          tasks.map(({ id }) => id),
        ),
        eq(reports.agencyId, agencyId),
      ),
    )
  const said = new Set(
    rows
      .filter((row) => row.status === 'submitted' || row.status === 'signed')
      .map((row) => `${row.taskId} ${row.cycle}`),
  )
  return listOwed(duties, { rows, cycles: reporting.cycles }).filter(
    (duty) => !said.has(`${duty.taskId} ${duty.cycle}`),
  )
}

/** Whether a task may ask anything of an agency: it names the agency or a group it is in, or was delegated to it. */
const touching =
  (agencyId: string, { membersOf, delegations }: KnownReporting) =>
  ({ id, leads, participants }: PlannedTask): boolean =>
    [...leads, ...participants].some(
      (named) =>
        named.agencyId === agencyId || (named.agencyId !== null && membersOf.get(named.agencyId)?.includes(agencyId)),
    ) || delegations.some(({ taskId, toAgencyId }) => taskId === id && toAgencyId === agencyId)
