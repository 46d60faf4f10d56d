import { endOfDay } from '#kernel/day.ts'
import type { TaskVerdict } from '#modules/programme/lamps/contract.ts'
import { loadLampsOn, loadStanding } from '#modules/programme/lamps/server/index.ts'
import { loadContents, type ProgrammeContents } from '#modules/programme/programmes/server/index.ts'
import { listFinished, loadOwed } from '#modules/programme/reports/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { listSilent, type SilentAgency } from '../domain/silence.ts'
import { weekBefore } from '../domain/week.ts'

/** A programme on a day: what it is, how it stands, how it stood a week before. */
export interface Present extends ProgrammeContents {
  standing: Awaited<ReturnType<typeof loadStanding>>
  before: ReadonlyMap<string, TaskVerdict['summary']>
  /** Tasks whose finish was signed in the week. */
  finished: ReadonlyMap<string, string>
  silent: readonly SilentAgency[]
}

/** Reads what the home page rests on; nothing older than a week is read but for the standing verdict. */
export async function loadPresent(
  tx: Tx,
  programme: { id: string; divisionCode: string },
  today: string,
): Promise<Present> {
  const contents = await loadContents(tx, programme)
  const since = weekBefore(today)
  const { tasks } = contents
  const asOf = endOfDay(today)
  return {
    ...contents,
    standing: await loadStanding(tx, programme, today),
    before: await loadLampsOn(tx, programme, since),
    finished: await listFinished(tx, programme, { tasks, asOf, after: since }),
    silent: listSilent(await loadOwed(tx, { programme, tasks, asOf }), today),
  }
}
