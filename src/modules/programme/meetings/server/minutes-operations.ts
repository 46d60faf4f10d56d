import { and, count, eq, max, ne } from 'drizzle-orm'
import { seesWholeCounty } from '#kernel/actor.ts'
import { takeIn } from '#modules/office/files/server/index.ts'
import { holdSubject } from '#platform/database/hold-subject.ts'
import { ofRow, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { addJob } from '#platform/jobs/add-job.ts'
import { type Call, implement, implementPrepared, type Preparing } from '#platform/operation/implement.ts'
import { MinutesView, meetingContract } from '../contract.ts'
import type { CompiledMinutes } from '../domain/compile-minutes.ts'
import { meetingErrors } from '../domain/errors.ts'
import { type Meeting, meetingFlow, minutesNumberOf } from '../domain/meeting.ts'
import type { Minutes } from '../domain/minutes.ts'
import { compileWords, wordsOf } from './compile-words.ts'
import { keepMinutes } from './keep-minutes.ts'
import { findMinutes, lockMeeting, type OpenedMeeting, openMeeting } from './load-meeting.ts'
import type { MeetingPorts } from './ports.ts'
import { readMinutes } from './read-minutes.ts'
import { meetings, minutes } from './tables.ts'
import { viewMeeting } from './view-meeting.ts'

const view = (row: Minutes): MinutesView => MinutesView.parse(row)

/** Words already acted upon are not replaced under the hands of those who acted. */
function assertReplaceable({ meeting, minutes: present, decisions: its }: OpenedMeeting): void {
  meetingFlow.next(meeting.state, 'hold')
  if (present?.state === 'received' || present?.state === 'reading') throw meetingErrors.minutesBusy({})
  const used = its.filter(({ fate, correction }) => fate !== 'open' || correction !== null).length
  if (used > 0) throw meetingErrors.minutesInUse({ count: used })
}

async function receive(
  call: Call<{ meetingId: string }>,
  given: Pick<Minutes, 'fileName' | 'fileSha256'>,
): Promise<{ meeting: Meeting; row: Minutes }> {
  const { tx, actor, now, input } = call
  const opened = await lockMeeting(tx, input.meetingId, actor)
  assertReplaceable(opened)
  const { meeting } = opened
  const [last] = await tx
    .select({ n: max(minutes.version) })
    .from(minutes)
    .where(ofRow(minutes.meetingId, meeting))
  const row: Minutes = {
    ...given,
    divisionCode: actor.divisionCode,
    meetingId: meeting.id,
    version: (last?.n ?? 0) + 1,
    state: 'received',
    text: '',
    head: null,
    notices: [],
    refusal: null,
    handedInBy: actor.name,
    handedInAt: now,
  }
  await tx.insert(minutes).values(row)
  return { meeting, row }
}

type HandingInMinutes = Preparing<{ meetingId: string; text: string }>

const compileWritten = async ({ input, actor, transaction }: HandingInMinutes): Promise<CompiledMinutes> =>
  compileWords(
    await transaction(async (tx) => {
      const opened = await openMeeting(tx, input.meetingId, actor)
      assertReplaceable(opened)
      return wordsOf(tx, opened.meeting, input.text)
    }),
  )

export const writeMinutes = implementPrepared(meetingContract.writeMinutes, compileWritten, async (call) => {
  const { input, prepared: compiled, tx, now, about } = call
  const { meeting, row } = await receive(call, { fileName: null, fileSha256: null })
  await keepMinutes(tx, { meeting, version: row.version, text: input.text, compiled }, now)
  about(`会议“${meeting.title}”的记录`, { characters: input.text.length })
  return view((await findMinutes(tx, meeting)) ?? row)
})

/** Keeps the bytes first; they are read by a job, so that a stop of the program loses nothing. */
export const handInMinutes = (ports: MeetingPorts) =>
  implement(meetingContract.handInMinutes, async (call) => {
    const { file, about } = call
    const fileSha256 = await takeIn(ports.files, call, file.bytes)
    const { meeting, row } = await receive(call, { fileName: file.name.slice(0, 255), fileSha256 })
    const { meetingId, version } = row
    await addJob(call, readMinutes(ports), { meetingId, version })
    about(`会议“${meeting.title}”的记录`, { file: file.name, sha256: fileSha256 })
    return view(row)
  })

export const getMinutes = implement(meetingContract.getMinutes, async ({ input, tx, actor }) => {
  const { minutes: present } = await openMeeting(tx, input.meetingId, actor)
  return present && seesWholeCounty(actor) ? view(present) : null
})

/** Gives the minutes their number in the year (期号) and ends the changing of what was decided. */
export const issueMinutes = implement(meetingContract.issueMinutes, async (call) => {
  const { input, tx, actor, today, about } = call
  const { meeting, minutes: present, decisions: its } = await lockMeeting(tx, input.meetingId, actor)
  const state = meetingFlow.next(meeting.state, 'issue')
  if (present?.state !== 'read') throw meetingErrors.noMinutes({})
  if (its.length === 0) throw meetingErrors.noDecisions({})
  const minutesYear = Number(today.slice(0, 4))
  // Who asks for a number meanwhile waits for this one, so that none is given twice or left out.
  await holdSubject(tx, `minutes:${meeting.programmeId}:${minutesYear}`)
  const minutesNumber = (await countIssued(tx, meeting, minutesYear)) + 1
  const issued = { state, minutesYear, minutesNumber, issuedOn: today }
  await tx.update(meetings).set(issued).where(sameRow(meetings, meeting))
  about(`会议“${meeting.title}”纪要${minutesNumberOf(issued)}`, { decisions: its.length })
  return viewMeeting(call, meeting.id)
})

/** Numbers run through the year of issue without gaps: minutes once issued stay so. */
async function countIssued(tx: Tx, meeting: Meeting, year: number): Promise<number> {
  const ofYear = and(
    eq(meetings.divisionCode, meeting.divisionCode),
    eq(meetings.programmeId, meeting.programmeId),
    eq(meetings.minutesYear, year),
  )
  const [row] = await tx
    .select({ n: count() })
    .from(meetings)
    .where(and(ofYear, ne(meetings.id, meeting.id)))
  return row?.n ?? 0
}
