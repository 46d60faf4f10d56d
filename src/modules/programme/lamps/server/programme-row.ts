import { listIssues, listProgrammeRows } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'

export type ProgrammeRow = Awaited<ReturnType<typeof listProgrammeRows>>[number]

/** A programme of whatever division, for work nobody in particular asked for; undefined when there is none. */
export async function findProgramme(tx: Tx, programmeId: string): Promise<ProgrammeRow | undefined> {
  const [issue] = await listIssues(tx, programmeId)
  if (!issue) return undefined
  return (await listProgrammeRows(tx, issue.divisionCode)).find(({ id }) => id === programmeId)
}
