import { and, asc, eq, inArray } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import type { ProgrammeSummary } from '#modules/programme/programmes/contract.ts'
import { ofRow, ofRows, owned, sameRow } from '#platform/database/same-row.ts'
import type { Call } from '#platform/operation/implement.ts'
import { type Proposal, type ProposalDraft, reconcile } from '../domain/proposal.ts'
import { propose } from '../domain/propose.ts'
import { loadSettings } from './load-settings.ts'
import { loadStandings } from './load-standings.ts'
import { orders, papers, proposalRuns, proposals } from './tables.ts'

type Running = Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'today'>
type Of = Pick<ProgrammeSummary, 'id' | 'divisionCode' | 'planId' | 'issuer'>

/** Works the proposals of a programme out again from the figures of the day; @returns how many came and went. */
export async function workOutProposals(
  call: Running,
  programme: Of,
): Promise<{ added: number; lapsed: number; drafts: ProposalDraft[] }> {
  const { tx, today } = call
  const { divisionCode, id: programmeId } = programme
  await tx
    .insert(proposalRuns)
    .values({ divisionCode, programmeId, ranOn: today })
    .onConflictDoUpdate({ target: [proposalRuns.divisionCode, proposalRuns.programmeId], set: { ranOn: today } })
  const drafts = await draftProposals(call, programme)
  const here = ofRow(proposals.programmeId, programme)
  const kept = await tx
    .select()
    .from(proposals)
    .where(and(here, inArray(proposals.state, ['open', 'setAside'])))
  const { added, updated, lapsed } = reconcile(kept, drafts, today)
  for (const draft of added) await tx.insert(proposals).values(newProposal(call, { divisionCode, programmeId, draft }))
  for (const { id, draft, state } of updated)
    await tx
      .update(proposals)
      .set({ ...draft, state })
      .where(sameRow(proposals, owned(id, programme)))
  if (lapsed.length > 0)
    await tx
      .update(proposals)
      .set({ state: 'lapsed' })
      .where(ofRows(proposals.id, lapsed, programme))
  return { added: added.length, lapsed: lapsed.length, drafts: added }
}

/** What the figures of this moment call for, kept nowhere. */
export async function draftProposals({ tx, today }: Running, programme: Of): Promise<ProposalDraft[]> {
  const { settings } = await loadSettings(tx, programme)
  const mine = await tx
    .select()
    .from(orders)
    .where(ofRow(orders.programmeId, programme))
    .orderBy(asc(orders.createdAt), asc(orders.id))
  const circulars = await tx
    .select({ on: papers.issuedOn })
    .from(papers)
    .where(and(ofRow(papers.programmeId, programme), eq(papers.kind, 'circular')))
  return propose({
    tasks: await loadStandings(tx, programme, today),
    orders: mine,
    circularsOn: circulars.map(({ on }) => on),
    settings,
    calendar: await loadCalendar(tx, programme.divisionCode),
    today,
  })
}

interface New {
  divisionCode: string
  programmeId: string
  draft: ProposalDraft
}

const newProposal = ({ now, today }: Running, { draft, ...of }: New): Proposal => ({
  ...of,
  ...draft,
  id: newId(now.getTime()),
  proposedOn: today,
  state: 'open',
  heldUntilOn: null,
  settledBy: null,
  settledReason: null,
  settledAt: null,
})
