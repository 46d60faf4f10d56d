import { and, asc, lte } from 'drizzle-orm'
import { later } from '#kernel/day.ts'
import { dayOf } from '#kernel/moment.ts'
import { listDivisionAgencies, loadCalendar } from '#modules/office/organisations/server/index.ts'
import { getPlanContents } from '#modules/programme/plans/server/index.ts'
import { findProgrammeRow, listIssues } from '#modules/programme/programmes/server/index.ts'
import { once } from '#platform/database/once.ts'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Cycle, type DatedRhythm, listCycles, usualRhythm } from '../domain/cycle.ts'
import { type DutyFact, listDuties, type ReportedTask, type Reporting } from '../domain/duties.ts'
import { type ReadRhythm, readRhythm } from '../domain/read-rhythm.ts'
import type { Delegation, ReportingSetting } from '../domain/reporting.ts'
import { delegations, reportingSettings } from './tables.ts'

/** How a programme is reported, as known at a moment. */
export interface KnownReporting extends Reporting {
  divisionCode: string
  /** What the plan itself orders; undefined when it says nothing. */
  fromPlan: ReadRhythm | undefined
  planId: string
  /** Of the plan's issues, then the programme's own, which go before them. */
  rhythms: readonly DatedRhythm[]
  /** The programme's own settings, in the order they hold from. */
  settings: readonly ReportingSetting[]
  /** Cycles opened so far, oldest first. */
  cycles: readonly Cycle[]
  delegations: readonly Delegation[]
  /** The day a version of the plan came into force here. */
  sinceOf: (version: number) => string
}

/** Undefined when the programme was not yet issued at that moment. */
export const loadReporting = (tx: Tx, programme: Owned, asOf: Date): Promise<KnownReporting | undefined> =>
  once(tx, `statements.reporting ${programme.divisionCode} ${programme.id} ${asOf.getTime()}`, () =>
    readReporting(tx, programme, asOf),
  )

async function readReporting(tx: Tx, programme: Owned, asOf: Date): Promise<KnownReporting | undefined> {
  const issued = (await listIssues(tx, programme)).filter(({ publishedAt }) => publishedAt <= asOf)
  const [first, latest] = [issued[0], issued.at(-1)]
  if (!first || !latest) return undefined
  const { divisionCode, planId } = latest
  const fromPlan = await readPlanRhythm(tx, planId, divisionCode)
  const settings = await listSettings(tx, programme, asOf)
  const rhythms = [
    ...(await listIssuedRhythms(tx, issued)),
    ...settings.map(({ holdsFrom, every, dueDay, dueIn, restDay }) => {
      return { holdsFrom, rhythm: { every, dueDay, dueIn, restDay } }
    }),
  ]
  const since = dayOf(first.publishedAt)
  const startOn = (await findProgrammeRow(tx, programme))?.startOn ?? null
  const agencies = await listDivisionAgencies(tx, divisionCode)
  const publishedOn = new Map(issued.map(({ version, publishedAt }) => [version, dayOf(publishedAt)]))
  return {
    divisionCode,
    planId,
    fromPlan,
    rhythms,
    settings,
    asksMeasures: (day) => settings.findLast(({ holdsFrom }) => holdsFrom <= day)?.withMeasures ?? true,
    // A plan that begins next year asks nothing before.
    cycles: listCycles(rhythms, {
      from: later(since, startOn ?? ''),
      to: dayOf(asOf),
      calendar: await loadCalendar(tx, divisionCode),
    }).filter(({ endOn }) => endOn >= (startOn ?? '')),
    delegations: await listDelegations(tx, programme, asOf),
    membersOf: new Map(agencies.filter(({ kind }) => kind === 'group').map(({ id, memberIds }) => [id, memberIds])),
    sinceOf: (version) => publishedOn.get(version) ?? since,
  }
}

/** What each issue orders, from the day it was published: what was due before stays as it was. */
async function listIssuedRhythms(tx: Tx, issued: Awaited<ReturnType<typeof listIssues>>): Promise<DatedRhythm[]> {
  const found: DatedRhythm[] = []
  for (const { planId, divisionCode, publishedAt } of issued) {
    const read = await readPlanRhythm(tx, planId, divisionCode)
    found.push({ holdsFrom: dayOf(publishedAt), rhythm: read?.rhythm ?? usualRhythm })
  }
  return found
}

/** What published plans order, by plan: a published plan never changes, and reading all its words for one sentence is dear. */
const rhythmsRead = new Map<string, ReadRhythm | undefined>()
const rhythmsKept = 50

async function readPlanRhythm(tx: Tx, planId: string, divisionCode: string): Promise<ReadRhythm | undefined> {
  const key = `${divisionCode} ${planId}`
  if (!rhythmsRead.has(key)) {
    if (rhythmsRead.size >= rhythmsKept) rhythmsRead.clear()
    rhythmsRead.set(key, await takeFromPlan(tx, planId, divisionCode))
  }
  return rhythmsRead.get(key)
}

async function takeFromPlan(tx: Tx, planId: string, divisionCode: string): Promise<ReadRhythm | undefined> {
  const plan = await getPlanContents(tx, planId, divisionCode)
  const tasks = new Set(plan.tasks.filter(({ kind }) => kind === 'task').map(({ id }) => id))
  const sentences = plan.cadences.map(({ what, every, span, taskId }) => ({
    what,
    every,
    span,
    ofTask: taskId !== null && tasks.has(taskId),
  }))
  return readRhythm(sentences, plan.source.text)
}

const listSettings = (tx: Tx, programme: Owned, asOf: Date): Promise<ReportingSetting[]> =>
  tx
    .select()
    .from(reportingSettings)
    .where(and(ofRow(reportingSettings.programmeId, programme), lte(reportingSettings.savedAt, asOf)))
    .orderBy(asc(reportingSettings.holdsFrom), asc(reportingSettings.savedAt), asc(reportingSettings.id))

const listDelegations = (tx: Tx, programme: Owned, asOf: Date) =>
  tx
    .select()
    .from(delegations)
    .where(and(ofRow(delegations.programmeId, programme), lte(delegations.savedAt, asOf)))
    .orderBy(asc(delegations.savedAt), asc(delegations.id))

export interface PlannedTask extends Pick<ReportedTask, 'id' | 'kind' | 'leads' | 'participants'> {
  planTaskId: string
  addedIn: number
}

/** A task outside the plan (decided in a meeting) is no older than its id, which carries the moment (RFC 9562 5.7). */
const sinceOf = ({ id, planTaskId, addedIn }: PlannedTask, reporting: KnownReporting): string =>
  planTaskId.startsWith('added-')
    ? dayOf(new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)))
    : reporting.sinceOf(addedIn)

/** The programme's tasks as duties see them. */
const reportedTasks = (tasks: readonly PlannedTask[], reporting: KnownReporting): ReportedTask[] =>
  tasks.map((task) => {
    const { id, kind, leads, participants } = task
    return { id, kind, leads, participants, since: sinceOf(task, reporting) }
  })

/** Who has to report which of these tasks in each cycle. */
export const dutiesOf = (tasks: readonly PlannedTask[], reporting: KnownReporting): DutyFact[] =>
  listDuties(reportedTasks(tasks, reporting), reporting)
