import type { Actor } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { loadContacts } from '#modules/office/organisations/server/index.ts'
import { type NoteView, noteContract } from '#modules/programme/notes/contract.ts'
import { listOwnNotes } from '#modules/programme/notes/server/index.ts'
import { isOverseen } from '#modules/programme/oversight/contract.ts'
import { listLeaders } from '#modules/programme/oversight/server/index.ts'
import type { TaskView } from '#modules/programme/programmes/contract.ts'
import { listProgrammeRows } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { homeContract, type MatterView, type TaskNews } from '../contract.ts'
import { listMatters as sortMatters } from '../domain/matters.ts'
import { listSeen, newsOf } from './draw-home.ts'
import { loadPresent } from './load-present.ts'

export const listMatters = implement(homeContract.listMatters, async ({ tx, actor, today }) => {
  const leaders = await listLeaders(tx, actor.divisionCode)
  const overseen = leaders.find(({ userId }) => userId === actor.userId) ?? { agencyIds: [], taskIds: [] }
  const contacts = await loadContacts(tx, actor.divisionCode)
  const notes = await loadLastNotes(tx, actor)
  const matters: MatterView[] = []
  for (const programme of await listProgrammeRows(tx, actor.divisionCode)) {
    const present = await loadPresent(tx, programme, today)
    for (const seen of listSeen(present, () => true)) {
      const { task } = seen
      const facts = { overseen: isOverseen(overseen, task), note: notes.get(task.id) ?? null, contacts, actor }
      matters.push(matterOf(newsOf(seen), task, { ...facts, programmeTitle: programme.title }))
    }
  }
  const hasOversight = overseen.agencyIds.length + overseen.taskIds.length > 0
  return { matters: [...sortMatters(matters)], hasOversight, today }
})

interface MatterFacts {
  overseen: boolean
  note: NoteView | null
  contacts: Awaited<ReturnType<typeof loadContacts>>
  actor: Actor
  programmeTitle: string
}

function matterOf(
  news: TaskNews,
  task: TaskView,
  { overseen, note, contacts, actor, programmeTitle }: MatterFacts,
): MatterView {
  const { title, lamp, isStale, sinceOn, reasons } = news
  const leads = task.leads.map(({ agencyId, name }) => {
    const known = contacts.get(agencyId ?? '')
    return { name, contact: known?.name ?? null, phone: known?.phone ?? null }
  })
  const isHeard = task.leads.some(({ agencyId }) => agencyId !== null)
  const allowed = may(actor, noteContract.writeNote) && isHeard
  return {
    programmeId: task.programmeId,
    taskId: task.id,
    programmeTitle,
    title,
    lamp,
    isStale,
    sinceOn,
    overseen,
    leads,
    note,
    reason: reasons[0] ?? null,
    can: { writeNote: { allowed, reason: allowed ? null : '任务没有明确牵头单位，批示无人接收。' } },
  }
}

/** The leader's own last note of each task. */
async function loadLastNotes(tx: Tx, actor: Actor): Promise<Map<string, NoteView>> {
  const views = await listOwnNotes(tx, actor)
  return new Map(views.reverse().map((note) => [note.taskId, note]))
}
