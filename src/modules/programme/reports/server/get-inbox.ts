import { may } from '#kernel/contract.ts'
import { calledHere, findAgency } from '#modules/office/organisations/server/index.ts'
import { listOwnAgencyIds, listProgrammeRows } from '#modules/programme/programmes/server/index.ts'
import { listQuestions } from '#modules/programme/reporting/server/index.ts'
import { owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { type InboxProgramme, reportContract } from '../contract.ts'
import { findSigner } from './find-signer.ts'
import { listInboxItems } from './inbox-items.ts'
import { listTouching } from './list-own-duties.ts'
import { openReports, type ProgrammeReports } from './open-reports.ts'
import type { Viewer } from './view-report.ts'

/** What an agency has to say now, of every programme, beside what it said last. */
export const getInbox = implement(reportContract.getInbox, async ({ tx, actor, now, today }) => {
  const agency = actor.agencyId === null ? undefined : await findAgency(tx, owned(actor.agencyId, actor))
  const present = {
    userId: actor.userId,
    agencyId: agency?.id ?? null,
    agencyName: agency ? calledHere(agency) : '',
    today,
    can: { assignTask: may(actor, reportContract.assignTask) },
  }
  if (!agency) return { ...present, programmes: [] }
  const viewer = { actor, ownAgencyIds: await listOwnAgencyIds(tx, actor) }
  const found: InboxProgramme[] = []
  for (const { id } of await listProgrammeRows(tx, actor.divisionCode)) {
    const taskIds = await listTouching(tx, id, { actor, agencyId: agency.id, now })
    const opened = await openReports(tx, id, { actor, now, agencyIds: [agency.id], taskIds })
    const programme = await viewProgramme(tx, opened, { ...viewer, agencyId: agency.id, now })
    if (programme) found.push(programme)
  }
  return { ...present, programmes: found }
})

async function viewProgramme(
  tx: Tx,
  opened: ProgrammeReports,
  viewer: Viewer & { agencyId: string; now: Date },
): Promise<InboxProgramme | undefined> {
  const { cycle, programmeId, title } = opened
  if (!cycle) return undefined
  const items = await listInboxItems(tx, opened, viewer)
  const asked = await listQuestions(tx, {
    programme: owned(programmeId, viewer.actor),
    cycle: cycle.key,
    agencyIds: [viewer.agencyId],
  })
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
