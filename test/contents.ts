import { loadContents, type ProgrammeContents } from '#modules/programme/programmes/server/index.ts'
import type { Db } from '#platform/database/tx.ts'
import { divisionCode } from './county.ts'

/** Tasks and targets in force of a programme of the test county, whole; a list shows them page by page, without their words. */
export const contentsOf = (db: Db, programmeId: string): Promise<ProgrammeContents> =>
  db.transaction((tx) => loadContents(tx, { id: programmeId, divisionCode }))

export const tasksOf = async (db: Db, programmeId: string): Promise<ProgrammeContents['tasks']> =>
  (await contentsOf(db, programmeId)).tasks
