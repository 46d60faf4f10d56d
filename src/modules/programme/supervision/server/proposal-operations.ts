import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { type Owned, owned, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { supervisionContract } from '../contract.ts'
import { supervisionErrors } from '../domain/errors.ts'
import type { Order } from '../domain/order.ts'
import type { PaperTerms } from '../domain/order-acts.ts'
import { type Proposal, type ProposalDraft, proposalFlow, proposalRuleTitles } from '../domain/proposal.ts'
import { holdUntil } from './due-days.ts'
import { sendPaper } from './issue-order.ts'
import { viewSupervision } from './list-orders.ts'
import { lockOrder } from './load-order.ts'
import { loadSettings } from './load-settings.ts'
import { createOrder } from './register-order.ts'
import { proposals } from './tables.ts'
import { viewOrderPage } from './view-order.ts'
import { draftProposals, workOutProposals } from './work-out-proposals.ts'

async function lockProposal(tx: Tx, proposal: Owned): Promise<Proposal> {
  const [row] = await tx.select().from(proposals).where(sameRow(proposals, proposal)).for('update')
  if (!row) throw supervisionErrors.proposalNotFound({})
  return row
}

export const recomputeProposals = implement(supervisionContract.recomputeProposals, async ({ input, ...call }) => {
  const { tx, actor, about } = call
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const { added, lapsed } = await workOutProposals(call, programme)
  about(`工作方案《${programme.title}》督办建议`, { 新增: added, 消除: lapsed })
  return viewSupervision(call, programme.id)
})

/** What a proposal says now: facts may have changed since the day it was made, and then it may ask for nothing any more. */
async function asOfNow(call: Call<unknown>, { programmeId, key, matter }: Proposal): Promise<ProposalDraft> {
  const drafts = await draftProposals(call, await getProgrammeRow(call.tx, programmeId, call.actor))
  const now = drafts.find((draft) => draft.key === key)
  if (!now) throw supervisionErrors.proposalLapsed({ matter })
  return now
}

/** A person makes a proposal a paper: a new case is put on the books and issued, an open one is taken further. */
export const takeProposal = implement(supervisionContract.takeProposal, async (call) => {
  const { input, tx, actor, now } = call
  const kept = await lockProposal(tx, owned(input.proposalId, actor))
  const state = proposalFlow.next(kept.state, 'take')
  if (kept.orderId === null) hostOf(kept, input.agencyId)
  const proposal = { ...kept, ...(await asOfNow(call, kept)) }
  const order =
    proposal.orderId === null ? await createFrom(call, proposal) : (await lockOrder(tx, proposal.orderId, actor)).order
  const sent = await sendPaper(call, order, input)
  const settled = { state, settledBy: actor.name, settledReason: input.words, settledAt: now }
  await tx.update(proposals).set(settled).where(sameRow(proposals, proposal))
  return viewOrderPage(call, sent)
})

type Taking = Call<
  Pick<PaperTerms, 'kind' | 'dueOn' | 'requirement'> &
    Pick<Order, 'assistIds'> & { agencyId: string | null; words: string }
>

/** What a new case is about, and to whom it is given: whom the office names, else whom the proposal does. */
function hostOf(
  { taskId, agencyId }: Pick<Proposal, 'taskId' | 'agencyId'>,
  named: string | null,
): { taskId: string; agencyId: string } {
  const host = named ?? agencyId
  if (taskId === null) throw supervisionErrors.circularBySelf({})
  if (host === null) throw supervisionErrors.agencyMissing({})
  return { taskId, agencyId: host }
}

function createFrom(call: Taking, proposal: Proposal) {
  const { agencyId, assistIds, kind, dueOn, requirement, words } = call.input
  const { matter, grounds, programmeId } = proposal
  return createOrder(call, {
    programmeId,
    ...hostOf(proposal, agencyId),
    assistIds,
    level: kind,
    matter,
    grounds,
    requirement,
    dueOn,
    words,
    source: `督办建议（${proposalRuleTitles[proposal.rule]}）`,
  })
}

export const setAsideProposal = implement(supervisionContract.setAsideProposal, async ({ input, ...call }) => {
  const { tx, actor, now, today, about } = call
  const proposal = await lockProposal(tx, owned(input.proposalId, actor))
  const programme = await getProgrammeRow(tx, proposal.programmeId, actor)
  const { settings } = await loadSettings(call, programme)
  const heldUntilOn = input.untilOn ?? (await holdUntil(call, settings))
  if (heldUntilOn < today) throw supervisionErrors.dueInPast({ dueOn: heldUntilOn, today })
  const state = proposalFlow.next(proposal.state, 'setAside')
  const settled = { state, heldUntilOn, settledBy: actor.name, settledReason: input.reason, settledAt: now }
  await tx.update(proposals).set(settled).where(sameRow(proposals, proposal))
  about(`督办建议“${proposal.matter}”`, { 理由: input.reason, 至: heldUntilOn })
  return viewSupervision(call, programme.id)
})
