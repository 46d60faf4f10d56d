import type { Actor } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import type { TaskView } from '#modules/programme/programmes/contract.ts'
import { listProgrammeRows } from '#modules/programme/programmes/server/index.ts'
import { isFollowed } from '#modules/programme/wallcharts/contract.ts'
import { listLeaders } from '#modules/programme/wallcharts/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { briefingContract, type MatterView, type NoteView, type TaskNews } from '../contract.ts'
import type { Contact } from '../domain/contact.ts'
import { listMatters as sortMatters } from '../domain/matters.ts'
import { loadContacts } from './contacts.ts'
import { listSeen, newsOf } from './draw-home.ts'
import { loadPresent } from './load-present.ts'
import { listVisibleNotes, viewNotes } from './view-notes.ts'

export const listMatters = implement(briefingContract.listMatters, async ({ tx, actor, now, today }) => {
  const leaders = await listLeaders(tx, actor.divisionCode)
  const follows = leaders.find(({ userId }) => userId === actor.userId) ?? { agencyIds: [], taskIds: [] }
  const contacts = await loadContacts(tx, actor.divisionCode)
  const notes = await loadLastNotes(tx, actor)
  const matters: MatterView[] = []
  for (const programme of await listProgrammeRows(tx, actor.divisionCode)) {
    const present = await loadPresent(tx, programme, { now, today })
    for (const seen of listSeen(present, () => true)) {
      const { task, verdict } = seen
      if (verdict.summary !== 'red' && verdict.summary !== 'yellow') continue
      const facts = { followed: isFollowed(follows, task), note: notes.get(task.id) ?? null, contacts, actor }
      matters.push(matterOf(newsOf(seen), task, { ...facts, programmeTitle: programme.title }))
    }
  }
  const hasFollows = follows.agencyIds.length + follows.taskIds.length > 0
  return { matters: [...sortMatters(matters)], follows: hasFollows, today }
})

interface Around {
  followed: boolean
  note: NoteView | null
  contacts: ReadonlyMap<string, Contact>
  actor: Actor
  programmeTitle: string
}

function matterOf(
  news: TaskNews,
  task: TaskView,
  { followed, note, contacts, actor, programmeTitle }: Around,
): MatterView {
  const { title, lamp, isStale, sinceOn, reasons } = news
  const leads = task.leads.map(({ agencyId, name }) => {
    const known = contacts.get(agencyId ?? '')
    return { name, contact: known?.name ?? null, phone: known?.phone ?? null }
  })
  const isHeard = task.leads.some(({ agencyId }) => agencyId !== null)
  const allowed = may(actor, briefingContract.writeNote) && isHeard
  return {
    programmeId: task.programmeId,
    taskId: task.id,
    programmeTitle,
    title,
    lamp,
    isStale,
    sinceOn,
    followed,
    leads,
    note,
    reason: reasons[0] ?? null,
    can: { writeNote: { allowed, reason: allowed ? null : '任务没有明确牵头单位，批示无人接收。' } },
  }
}

/** The leader's own last note of each task. */
async function loadLastNotes(tx: Tx, actor: Actor): Promise<Map<string, NoteView>> {
  const own = (await listVisibleNotes(tx, actor)).filter(({ writtenBy }) => writtenBy === actor.userId)
  const views = await viewNotes(tx, actor, own)
  return new Map(views.reverse().map((note) => [note.taskId, note]))
}
