import type { Actor } from '#kernel/actor.ts'
import { endOfDay } from '#kernel/day.ts'
import { groupBy } from '#kernel/group-by.ts'
import type { Todo } from '#kernel/todo.ts'
import type { Tx } from '#platform/database/tx.ts'
import { isPressing } from '../domain/cadence-track.ts'
import { inForce } from '../domain/decision.ts'
import type { Meeting } from '../domain/meeting.ts'
import { whenAndWhere } from '../domain/meeting.ts'
import { trackCadences } from './list-cadences.ts'
import { listDecisionsOf, listMeetingAgencies, listMeetingRows, sightOf } from './load-meeting.ts'

/** Meetings to come and decisions to place or to do, for the home page. */
export async function listTodos(tx: Tx, actor: Actor, programmeId: string, today: string): Promise<Todo[]> {
  const rows = await listMeetingRows(tx, programmeId, actor.divisionCode)
  const agencies = groupBy(await listMeetingAgencies(tx, rows), ({ meetingId }) => meetingId)
  const its = await listDecisionsOf(tx, rows)
  const sight = await sightOf(tx, actor)
  const coming = rows
    .filter(
      (meeting) =>
        meeting.heldOn >= today &&
        (meeting.state === 'called' || (meeting.state === 'planned' && actor.role === 'office')),
    )
    .filter(({ id }) => sight.seesMeeting(agencies.get(id) ?? [], []))
    .map((meeting) => ({
      kind: 'meeting',
      title: titleOfMeeting(meeting),
      dueOn: meeting.heldOn,
      link: `/meetings/${meeting.id}`,
    }))
  if (actor.role !== 'office') {
    const own = its.filter(
      (one) => one.fate !== 'setAside' && one.doneOn === null && one.taskId === null && sight.isTheirs(one),
    )
    return [
      ...coming,
      ...own.map((one) => ({
        kind: 'decision',
        title: `办理议定事项：${short(inForce(one).words)}`,
        dueOn: inForce(one).dueOn,
        link: `/meetings/${one.meetingId}`,
      })),
    ]
  }
  const waiting = groupBy(
    its.filter(({ fate, doneOn }) => fate === 'open' && doneOn === null),
    ({ meetingId }) => meetingId,
  )
  const toPlace = rows.flatMap((meeting) => {
    const open = waiting.get(meeting.id) ?? []
    if (open.length === 0) return []
    return [
      {
        kind: 'decision',
        title: `${meeting.title}有 ${open.length} 项议定事项待落实`,
        dueOn: null,
        link: `/meetings/${meeting.id}/minutes`,
      },
    ]
  })
  return [...coming, ...toPlace, ...(await listWanting(tx, actor, { programmeId, today }))]
}

/** Meetings the plan orders and nobody has fixed; circulars and orders are proposed by supervision itself. */
async function listWanting(
  tx: Tx,
  actor: Actor,
  { programmeId, today }: { programmeId: string; today: string },
): Promise<Todo[]> {
  const tracks = await trackCadences({ tx, actor, today, now: endOfDay(today) }, programmeId, ['meeting'])
  const titles = new Set<string>()
  return tracks.flatMap((track) => {
    const { proposal, kind } = track
    if (kind !== 'meeting' || proposal === null || !isPressing(track, today) || titles.has(proposal.title)) return []
    titles.add(proposal.title)
    return [
      {
        kind: 'meeting',
        title: `方案规定的${proposal.title.replace(/^安排/, '')}还没有安排`,
        dueOn: proposal.dueOn,
        link: proposal.link,
      },
    ]
  })
}

const titleOfMeeting = (meeting: Meeting): string =>
  meeting.state === 'planned' ? `${meeting.title}待拟议程、通知参会` : `${meeting.title}：${whenAndWhere(meeting)}`

const short = (words: string): string => (words.length > 40 ? `${words.slice(0, 40)}…` : words)
