import { addDays, momentAt } from '#kernel/day.ts'
import { type DecisionView, meetingContract } from '#modules/programme/meetings/contract.ts'
import { type Act, type Stage } from './stage.ts'
import { type MeetingAct, readSeed, type Story, storyYear } from './story.ts'

/** Meeting in the story → its id, known once it was planned. */
type Planned = Map<string, string>

const office = 'office'

/** Each meeting is planned a week ahead, called three days ahead, held, and its minutes go out the day after. */
export function listMeetingActs({ meetings }: Story): Act[] {
  const planned: Planned = new Map()
  const held = new Map(meetings.map((row) => [row.meeting, row]))
  const arranging = [...held.values()].flatMap((meeting) => actsOfMeeting(meeting, planned))
  const settling = meetings.map((row) => ({
    at: momentAt(`${storyYear}-${row.on}`, '16:00'),
    play: (stage: Stage) => settle(stage, row, planned),
  }))
  return [...arranging, ...settling]
}

function actsOfMeeting(meeting: MeetingAct, planned: Planned): Act[] {
  const on = (days: number) => momentAt(addDays(`${storyYear}-${meeting.heldOn}`, days), '15:00')
  return [
    { at: on(-7), play: (stage) => plan(stage, meeting, planned) },
    { at: on(-3), play: (stage) => call(stage, idOf(meeting, planned)) },
    { at: on(1), play: (stage) => issue(stage, meeting, idOf(meeting, planned)) },
  ]
}

function idOf({ meeting }: MeetingAct, planned: Planned): string {
  const id = planned.get(meeting)
  if (id === undefined) throw new Error(`the story speaks of ${meeting} before it is planned`)
  return id
}

async function plan({ system, person, programmeId }: Stage, meeting: MeetingAct, planned: Planned): Promise<void> {
  const { series } = await system.call(meetingContract.listMeetings, person(office), { programmeId })
  const seriesKey = series.find(({ kind }) => kind === 'coordination')?.key ?? null
  const { id } = await system.call(meetingContract.planMeeting, person(office), {
    programmeId, seriesKey, kind: 'coordination', title: `创新提升行动工作专班${meeting.meeting}`, heldOn: `${storyYear}-${meeting.heldOn}`,
    startsAt: '15:00', place: '县政府二楼会议室', chair: '江怀远',
  }) // biome-ignore format: by what belongs together
  planned.set(meeting.meeting, id)
}

async function call({ system, person }: Stage, meetingId: string): Promise<void> {
  await system.call(meetingContract.proposeAgenda, person(office), { meetingId })
  await system.call(meetingContract.callMeeting, person(office), { meetingId })
}

async function issue({ system, person }: Stage, { minutes }: MeetingAct, meetingId: string): Promise<void> {
  const text = readSeed(minutes).toString('utf8')
  await system.call(meetingContract.writeMinutes, person(office), { meetingId, text })
  await system.call(meetingContract.issueMinutes, person(office), { meetingId })
}

async function settle(stage: Stage, row: MeetingAct, planned: Planned): Promise<void> {
  const { system, person, taskId } = stage
  const actor = person(office)
  const decision = await findDecision(stage, row, planned)
  const decisionId = decision.id
  if (row.act === '并入')
    await system.call(meetingContract.joinDecision, actor, { decisionId, taskId: taskId(row.words) })
  if (row.act === '立项') await system.call(meetingContract.placeDecision, actor, { decisionId, title: row.words })
  if (row.act === '不立') await system.call(meetingContract.setDecisionAside, actor, { decisionId, reason: row.words })
  if (row.act === '办结')
    await system.call(meetingContract.finishDecision, actor, { decisionId, note: row.words, fileIds: [] })
}

async function findDecision({ system, person }: Stage, row: MeetingAct, planned: Planned): Promise<DecisionView> {
  const meetingId = idOf(row, planned)
  const { decisions } = await system.call(meetingContract.getMeeting, person(office), { meetingId })
  const found = decisions.find(({ words }) => words.includes(row.decision))
  if (!found)
    throw new Error(
      `no decision of ${row.meeting} speaks of ${row.decision}: ${decisions.map(({ words }) => words).join(' | ')}`,
    )
  return found
}
