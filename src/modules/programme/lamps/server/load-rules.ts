import { and, asc, desc, lte } from 'drizzle-orm'
import { endOfDay } from '#kernel/day.ts'
import { ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Edition } from '../domain/rules/edition.ts'
import { editionOn } from '../domain/rules/editions.ts'
import type { LampSettings } from '../domain/settings.ts'
import type { Thresholds } from '../domain/thresholds.ts'
import type { Course } from '../domain/trajectory.ts'
import type { ProgrammeRow } from './programme-row.ts'
import { settings, trajectories } from './tables.ts'

export interface Rules {
  edition: Edition
  thresholds: Thresholds
}

/** Every change of a programme's thresholds, newest first. */
export const listSettings = (tx: Tx, programme: ProgrammeRow): Promise<LampSettings[]> =>
  tx
    .select()
    .from(settings)
    .where(ofRow(settings.programmeId, programme))
    .orderBy(desc(settings.setAt), desc(settings.id))

/** The rules a day is judged by: the edition in force, with what the office had set by the end of that day. */
export async function rulesOn(tx: Tx, programme: ProgrammeRow, day: string): Promise<Rules> {
  const edition = editionOn(day)
  const set = (await listSettings(tx, programme)).find(
    ({ setAt, validFrom }) => setAt <= endOfDay(day) && validFrom <= day,
  )
  // A threshold that came with a later edition is not among what was set before.
  return { edition, thresholds: { ...edition.defaults, ...set?.thresholds } }
}

/** Courses set by hand as known at the end of a day, by target. */
export async function coursesOn(tx: Tx, programme: ProgrammeRow, day: string): Promise<Map<string, Course>> {
  const known = and(ofRow(trajectories.programmeId, programme), lte(trajectories.setAt, endOfDay(day)))
  const rows = await tx.select().from(trajectories).where(known).orderBy(asc(trajectories.setAt), asc(trajectories.id))
  return new Map(rows.map(({ targetId, course }) => [targetId, course]))
}
