import { workingCalendar } from '#kernel/calendar.ts'
import { momentAt } from '#kernel/day.ts'
import { type DecisionView, meetingContract } from '#modules/programme/meetings/contract.ts'
import { type Act, type Stage } from './stage.ts'
import type { MeetingAct, Story } from './story.ts'

const office = 'office'

/** Each meeting is planned a week of working days ahead, called two ahead, held, and its minutes go out the day after. */
export function listMeetingActs({ meetings }: Story): Act[] {
  const held = new Map(meetings.map((row) => [row.meeting, row]))
  const settling = meetings.map((row) => ({
    at: momentAt(row.on, '16:00'),
    play: (stage: Stage) => settle(stage, row),
  }))
  return [...[...held.values()].flatMap(actsOfMeeting), ...settling]
}

function actsOfMeeting(meeting: MeetingAct): Act[] {
  const on = (days: number) => momentAt(workingCalendar().add(meeting.heldOn, days), '15:00')
  const title = titleOf(meeting)
  return [
    { at: on(-5), play: (stage) => plan(stage, meeting) },
    { at: on(-2), play: async (stage) => call(stage, await stage.meetingId(title)) },
    { at: on(1), play: async (stage) => issue(stage, meeting, await stage.meetingId(title)) },
  ]
}

const titleOf = ({ meeting }: MeetingAct): string => `创新提升行动工作专班${meeting}`

async function plan({ system, person, programmeId }: Stage, meeting: MeetingAct): Promise<void> {
  const { series } = await system.call(meetingContract.listMeetings, person(office), { programmeId })
  const isDispatch = meeting.meeting.endsWith('调度会')
  const kind = isDispatch ? 'dispatch' : 'coordination'
  const seriesKey = series.find((one) => one.kind === kind)?.key ?? null
  const { heldOn } = meeting
  await system.call(meetingContract.planMeeting, person(office), {
    programmeId,
    seriesKey,
    kind,
    title: titleOf(meeting),
    heldOn,
    startsAt: '15:00',
    place: '县政府二楼会议室',
    chair: isDispatch ? '林若溪' : '江怀远',
  })
}

async function call({ system, person }: Stage, meetingId: string): Promise<void> {
  await system.call(meetingContract.proposeAgenda, person(office), { meetingId })
  await system.call(meetingContract.callMeeting, person(office), { meetingId })
}

async function issue({ system, person }: Stage, { minutes: text }: MeetingAct, meetingId: string): Promise<void> {
  await system.call(meetingContract.writeMinutes, person(office), { meetingId, text })
  await system.call(meetingContract.issueMinutes, person(office), { meetingId })
}

async function settle(stage: Stage, row: MeetingAct): Promise<void> {
  const { system, person, taskId } = stage
  const actor = person(office)
  const decision = await findDecision(stage, row)
  const decisionId = decision.id
  if (row.act === '并入')
    await system.call(meetingContract.joinDecision, actor, { decisionId, taskId: taskId(row.words) })
  if (row.act === '立项') await system.call(meetingContract.placeDecision, actor, { decisionId, title: row.words })
  if (row.act === '不立') await system.call(meetingContract.setDecisionAside, actor, { decisionId, reason: row.words })
  if (row.act === '办结')
    await system.call(meetingContract.finishDecision, actor, { decisionId, note: row.words, fileIds: [] })
}

async function findDecision({ system, person, meetingId: idOf }: Stage, row: MeetingAct): Promise<DecisionView> {
  const meetingId = await idOf(titleOf(row))
  const { decisions } = await system.call(meetingContract.getMeeting, person(office), { meetingId })
  const found = decisions.find(({ words }) => words.includes(row.decision))
  if (!found)
    throw new Error(
      `no decision of ${row.meeting} speaks of ${row.decision}: ${decisions.map(({ words }) => words).join(' | ')}`,
    )
  return found
}
