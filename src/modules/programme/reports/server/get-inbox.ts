import { may } from '#kernel/contract.ts'
import { findAgency } from '#modules/office/organisations/server/index.ts'
import { listOwnAgencyIds, listProgrammeRows } from '#modules/programme/programmes/server/index.ts'
import { listQuestions } from '#modules/programme/reporting/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { type InboxProgramme, statementContract } from '../contract.ts'
import { findSigner } from './find-signer.ts'
import { listInboxItems } from './inbox-items.ts'
import { listTouching } from './list-own-duties.ts'
import { openRoom, type Room } from './open-room.ts'
import type { Viewer } from './view-statement.ts'

/** What an agency has to say now, of every programme, beside what it said last. */
export const getInbox = implement(statementContract.getInbox, async ({ tx, actor, now, today }) => {
  const agency = actor.agencyId === null ? undefined : await findAgency(tx, actor.agencyId)
  const present = {
    userId: actor.userId,
    agencyId: agency?.id ?? null,
    agencyName: agency?.name ?? '',
    today,
    can: { assignTask: may(actor, statementContract.assignTask) },
  }
  if (!agency) return { ...present, programmes: [] }
  const viewer = { actor, ownAgencyIds: await listOwnAgencyIds(tx, actor) }
  const found: InboxProgramme[] = []
  for (const { id } of await listProgrammeRows(tx, actor.divisionCode)) {
    const taskIds = await listTouching(tx, id, { actor, agencyId: agency.id, now })
    const room = await openRoom(tx, id, { actor, now, agencyIds: [agency.id], taskIds })
    const programme = await viewProgramme(tx, room, { ...viewer, agencyId: agency.id })
    if (programme) found.push(programme)
  }
  return { ...present, programmes: found }
})

async function viewProgramme(
  tx: Tx,
  room: Room,
  viewer: Viewer & { agencyId: string },
): Promise<InboxProgramme | undefined> {
  const { cycle, programmeId, title } = room
  if (!cycle) return undefined
  const items = await listInboxItems(tx, room, viewer)
  const asked = await listQuestions(tx, { programmeId, cycle: cycle.key, agencyIds: [viewer.agencyId] })
  if (items.length === 0 && asked.length === 0) return undefined
  return {
    programmeId,
    title,
    cycle,
    items,
    questions: items.length === 0 ? [] : asked.map(viewQuestion),
    signer: await findSigner(tx, viewer),
  }
}

const viewQuestion = ({
  id,
  text,
  kind,
  answers,
}: Awaited<ReturnType<typeof listQuestions>>[number]): InboxProgramme['questions'][number] => ({
  id,
  text,
  kind,
  answer: answers[0]?.answer ?? null,
})
