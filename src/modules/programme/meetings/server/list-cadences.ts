import type { Actor } from '#kernel/actor.ts'
import { later } from '#kernel/day.ts'
import { dayOf } from '#kernel/moment.ts'
import { getPlanContents } from '#modules/programme/plans/server/index.ts'
import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { loadReporting } from '#modules/programme/reporting/server/index.ts'
import { loadReportFacts } from '#modules/programme/reports/server/index.ts'
import { listIssuedPapers } from '#modules/programme/supervision/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { meetingContract } from '../contract.ts'
import {
  CadenceKind,
  type CadenceRecord,
  type CadenceTrack,
  cadenceKindOf,
  periodToPropose,
  trackCadence,
  trackInWords,
} from '../domain/cadence-track.ts'
import { isUpcoming } from '../domain/meeting.ts'
import { meetingKindOf, meetingsOfSeries, seriesOf } from '../domain/series.ts'
import { SeriesEvery } from '../domain/series-every.ts'
import { listMeetingRows } from './load-meeting.ts'

type Asking = Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'today'>

export const listCadences = implement(meetingContract.listCadences, ({ input, ...call }) =>
  trackCadences(call, input.programmeId),
)

interface Answers {
  done: readonly CadenceRecord[]
  coming: readonly CadenceRecord[]
}

/** Circulars and orders follow the end of the period they look back on (rounds.ts gives them twenty days); reports three weeks. */
const grace: Record<CadenceKind, number> = { meeting: 0, circular: 20, order: 20, report: 20, unrecorded: 0 }

const proposed = {
  meeting: ['安排', '会议', 'meetings'],
  circular: ['起草', '通报', 'circular'],
  order: ['开展', '督办', 'supervision'],
  report: ['催报', '进展', 'reports'],
} as const

/** Every rhythm the plan in force orders, with what is on record for each of its periods. */
export async function trackCadences(
  call: Asking,
  programmeId: string,
  kinds: readonly CadenceKind[] = CadenceKind.options,
): Promise<CadenceTrack[]> {
  const { tx, actor, today } = call
  const programme = await getProgrammeRow(tx, programmeId, actor)
  const plan = await getPlanContents(tx, programme.planId, programme.divisionCode)
  const cadences = plan.cadences
    .map((cadence) => ({ ...cadence, kind: cadenceKindOf(cadence.what, cadence.every) }))
    .filter(({ kind }) => kinds.includes(kind))
  const asked = new Set(cadences.map(({ kind }) => kind))
  const answers = await loadAnswers(call, { programmeId, kinds: asked, all: seriesOf(plan.cadences, plan.source.text) })
  const since = dayOf(programme.createdAt)
  const beginsOn = later(programme.startOn ?? since, since)
  return cadences.map(({ what, every, times, kind, span: [start, end] }): CadenceTrack => {
    const head = { span: [start, end] as [number, number], kind }
    const rhythm = SeriesEvery.safeParse(every)
    if (kind === 'unrecorded' || !rhythm.success)
      return { ...head, periods: [], words: '由承办单位办理，系统内不留记录', proposal: null }
    const rule = { every: rhythm.data, times: Math.max(1, Math.round(times)), graceDays: grace[kind] }
    const periods = trackCadence({ ...rule, ...answers(kind, { what, every: rhythm.data }) }, { beginsOn, today })
    const wanting = periodToPropose(periods)
    const [act, thing, page] = proposed[kind]
    const proposal = wanting && {
      title: `${act}${wanting.title}${thing}`,
      link: `/programmes/${programmeId}/${page}`,
      dueOn: wanting.endOn,
    }
    return { ...head, periods, words: trackInWords(periods, today), proposal: proposal ?? null }
  })
}

type FindAnswers = (kind: CadenceKind, cadence: { what: string; every: SeriesEvery }) => Answers

async function loadAnswers(
  { tx, actor, now }: Asking,
  {
    programmeId,
    kinds,
    all,
  }: { programmeId: string; kinds: ReadonlySet<CadenceKind>; all: ReturnType<typeof seriesOf> },
): Promise<FindAnswers> {
  const rows = kinds.has('meeting') ? await listMeetingRows(tx, programmeId, actor.divisionCode) : []
  const issued = kinds.has('circular') || kinds.has('order')
  const papers = issued ? await listIssuedPapers(tx, { id: programmeId, divisionCode: actor.divisionCode }) : []
  const reports = kinds.has('report') ? await listReported(tx, { programmeId, actor, now }) : []
  return (kind, { what, every }) => {
    if (kind === 'report') return { done: reports, coming: [] }
    if (kind !== 'meeting') {
      const asked = papers.filter((paper) => kind === 'order' || paper.kind === 'circular')
      return { done: asked, coming: [] }
    }
    const series = { key: `${meetingKindOf(what)}.${every}`, kind: meetingKindOf(what) ?? 'other' }
    const its = meetingsOfSeries(series, all, rows).filter(({ state }) => state !== 'cancelled')
    const recorded = its.map((meeting) => ({
      on: meeting.periodOn ?? meeting.heldOn,
      title: meeting.title,
      link: `/meetings/${meeting.id}`,
      isComing: isUpcoming(meeting),
    }))
    return { done: recorded.filter(({ isComing }) => !isComing), coming: recorded.filter(({ isComing }) => isComing) }
  }
}

/** The cycles of which anything was reported, by the day they end. */
async function listReported(
  tx: Tx,
  { programmeId, actor, now }: { programmeId: string; actor: Actor; now: Date },
): Promise<CadenceRecord[]> {
  const programme = { id: programmeId, divisionCode: actor.divisionCode }
  const cycles = (await loadReporting(tx, programme, now))?.cycles ?? []
  const { reports } = await loadReportFacts(tx, programme, now)
  const reported = new Set(reports.map(({ cycle }) => cycle))
  return cycles
    .filter(({ key }) => reported.has(key))
    .map(({ key, endOn }) => ({
      on: endOn,
      title: `${formatCycle(key)}报送`,
      link: `/programmes/${programmeId}/reports`,
    }))
}
