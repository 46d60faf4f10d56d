import { findProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { reportContract } from '#modules/programme/reports/contract.ts'
import { scheduleContract } from '#modules/programme/schedules/contract.ts'
import { isWrittenSince } from '#platform/audit/written-since.ts'
import { holdSubject } from '#platform/database/hold-subject.ts'
import { once } from '#platform/database/once.ts'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { lampContract } from '../contract.ts'
import { engine } from '../domain/rules/editions.ts'
import type { ProgrammeVerdict, TaskVerdict } from '../domain/verdict.ts'
import { judgeDay } from './judge-programme.ts'
import type { Part } from './load-facts.ts'
import type { ProgrammeRow } from './programme-row.ts'
import { findPart, type Head, readStanding } from './standing-rows.ts'
import { standings, touched } from './tables.ts'
import { workOut } from './work-out.ts'

/**
 * Operations after which every lamp of the county is worked out anew; whatever else is written, no lamp rests on it. A
 * module lamps read from stands here whole, without those that tell which task they touch (`touched.ts`) and those no
 * lamp rests on.
 */
export const restsOn: readonly string[] = [
  'plans.', 'programmes.', 'schedules.', 'reporting.', 'reports.', 'lamps.', 'organisations.',
] // biome-ignore format: one list

const { submitReports, signReports, returnReports, withdrawReport, settleCorrection } = reportContract
const { changeSchedule, completeStep, reopenStep } = scheduleContract
const told = [
  submitReports, signReports, returnReports, withdrawReport, settleCorrection, changeSchedule, completeStep, reopenStep,
  lampContract.setTrajectory,
].map(({ name }) => name) // biome-ignore format: one list

/** Beginnings of names. */
export const apart: readonly string[] = [
  'reports.saveDraft', 'reports.askCorrection', 'reports.export', 'reports.assignTask', 'reports.handOver', 'reports.downloadTemplate',
  'reports.importRecords', 'reporting.askQuestion',
  'reporting.withdrawQuestion', 'schedules.export', 'schedules.read', 'schedules.saveTemplate', 'schedules.restoreTemplate',
  'plans.handIn', 'plans.stopHandIn', 'plans.correct', 'programmes.export', 'lamps.export', 'organisations.matchNames',
  'organisations.importRecords', 'organisations.export', 'organisations.downloadTemplate',
] // biome-ignore format: one list

/** How the lamps that stand are: usable at all, and what was touched since. */
interface Looked {
  /** Undefined where all of them have to be worked out. */
  head: Head | undefined
  touched: boolean
}

async function look(tx: Tx, programme: ProgrammeRow, today: string): Promise<Looked> {
  const [head] = await tx.select().from(standings).where(ofRow(standings.programmeId, programme))
  if (head?.day !== today || head.engine !== engine) return { head: undefined, touched: true }
  const { divisionCode, sequence } = head
  if (await isWrittenSince(tx, { divisionCode, sequence }, { within: restsOn, apart: [...told, ...apart] }))
    return { head: undefined, touched: true }
  const rows = tx.select({ id: touched.id }).from(touched)
  return { head, touched: (await rows.where(ofRow(touched.programmeId, programme)).limit(1)).length > 0 }
}

/**
 * Sees to it that today's lamps stand, and that what is worked out anew is worked out once: who comes meanwhile, in this
 * program or another, waits for it and finds it done.
 */
async function upToDate(tx: Tx, programme: ProgrammeRow, today: string): Promise<Head> {
  const known = await look(tx, programme, today)
  if (known.head && !known.touched) return known.head
  await holdSubject(tx, `lamps:${programme.id}`)
  const again = await look(tx, programme, today)
  return again.head && !again.touched ? again.head : workOut(tx, programme, { today, head: again.head })
}

/** The lamps last read, by programme: good as long as the stamp in the database is theirs, whichever program wrote it. */
const lastRead = new Map<string, { stamp: string; verdict: ProgrammeVerdict }>()
const mostHeld = 20

/** Today's lamps as they stand. */
export const standingVerdict = (tx: Tx, programme: ProgrammeRow, today: string): Promise<ProgrammeVerdict> =>
  once(tx, `lamps.standing ${programme.divisionCode} ${programme.id} ${today}`, async () => {
    const { stamp } = await upToDate(tx, programme, today)
    const held = lastRead.get(programme.id)
    if (held?.stamp === stamp) return held.verdict
    const verdict = await readStanding(tx, programme, today)
    if (lastRead.size >= mostHeld) lastRead.clear()
    lastRead.set(programme.id, { stamp, verdict })
    return verdict
  })

/** The same of some tasks alone. */
export async function standingOf(
  tx: Tx,
  programme: ProgrammeRow,
  { today, taskIds }: { today: string; taskIds: readonly string[] },
): Promise<ProgrammeVerdict> {
  await upToDate(tx, programme, today)
  return readStanding(tx, programme, today, taskIds)
}

/** What a subject is judged together with, once its lamps stand. */
export async function partOf(
  tx: Tx,
  programme: ProgrammeRow,
  { today, subjectId }: { today: string; subjectId: string },
): Promise<Part | undefined> {
  await upToDate(tx, programme, today)
  return findPart(tx, programme, [subjectId])
}

/** The lamps of a day: today's as they stand, a past day's worked out anew. */
export const verdictOn = (
  tx: Tx,
  programme: ProgrammeRow,
  { day, today }: { day: string; today: string },
): Promise<ProgrammeVerdict> => (day === today ? standingVerdict(tx, programme, today) : judgeDay(tx, programme, day))

/** The lamps of every task today, as they stand; for those who ask often. Empty when there is no such programme. */
export async function judgeToday(tx: Tx, of: Owned, today: string): Promise<TaskVerdict[]> {
  const programme = await findProgrammeRow(tx, of)
  return programme ? [...(await standingVerdict(tx, programme, today)).tasks] : []
}
