import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { workflow } from '#kernel/workflow.ts'
import { Ground, OrderLevel } from './order.ts'

export const ProposalState = z.enum(['open', 'taken', 'setAside', 'lapsed'])
export type ProposalState = z.infer<typeof ProposalState>

export const proposalStateTitles: Record<ProposalState, string> = {
  open: '待处理',
  taken: '已交办',
  setAside: '暂不处理',
  lapsed: '已消除',
}

export const proposalFlow = workflow<ProposalState, 'take' | 'setAside' | 'lapse' | 'return'>(
  'supervision.proposal',
  proposalStateTitles,
  {
    take: { from: ['open', 'setAside'], to: 'taken', title: '交办' },
    setAside: { from: ['open'], to: 'setAside', title: '暂不处理' },
    lapse: { from: ['open', 'setAside'], to: 'lapsed', title: '消除' },
    return: { from: ['setAside'], to: 'open', title: '重新提出' },
  },
)

export const ProposalRule = z.enum(['red', 'yellow', 'missed', 'overdue', 'unsigned', 'round'])
export type ProposalRule = z.infer<typeof ProposalRule>

export const proposalRuleTitles: Record<ProposalRule, string> = {
  red: '红灯',
  yellow: '黄灯',
  missed: '未报送',
  overdue: '逾期',
  unsigned: '未签收',
  round: '定期督办',
}

/** What the figures call for; a person issues it or sets it aside with a reason. */
export const Proposal = z.object({
  divisionCode: z.string(),
  id: z.uuid(),
  programmeId: z.uuid(),
  /** The same for the same spell of the same thing, so that what was set aside is not proposed again next day. */
  key: z.string(),
  rule: ProposalRule,
  level: OrderLevel,
  taskId: z.uuid().nullable(),
  /** The open case that would be taken further. */
  orderId: z.uuid().nullable(),
  /** Null where the plan names nobody the register knows: whoever issues it chooses. */
  agencyId: z.uuid().nullable(),
  assistIds: z.array(z.uuid()),
  matter: z.string(),
  grounds: z.array(Ground),
  sinceOn: z.iso.date(),
  proposedOn: z.iso.date(),
  state: ProposalState,
  heldUntilOn: z.iso.date().nullable(),
  settledBy: z.string().nullable(),
  settledReason: z.string().nullable(),
  settledAt: Moment.nullable(),
})
export type Proposal = z.infer<typeof Proposal>

/** A proposal as the rules make it, before it is kept. */
export type ProposalDraft = Pick<
  Proposal,
  'key' | 'rule' | 'level' | 'taskId' | 'orderId' | 'agencyId' | 'assistIds' | 'matter' | 'grounds' | 'sinceOn'
>

export interface Reconciled {
  added: ProposalDraft[]
  /** Kept proposals with what they say today. */
  updated: { id: string; draft: ProposalDraft; state: ProposalState }[]
  lapsed: string[]
}

/**
 * Joins what the rules say today with what is kept: the new is added, what no longer holds lapses, what was set aside
 * stays aside until its day. What was taken comes back only when the rules still ask for it, as a new proposal.
 */
export function reconcile(kept: readonly Proposal[], drafts: readonly ProposalDraft[], today: string): Reconciled {
  const living = new Map(kept.filter(({ state }) => state === 'open' || state === 'setAside').map((p) => [p.key, p]))
  const asked = new Map(drafts.map((draft) => [draft.key, draft]))
  const isHeld = ({ state, heldUntilOn }: Proposal) =>
    state === 'setAside' && (heldUntilOn === null || heldUntilOn >= today)
  return {
    added: [...asked.values()].filter(({ key }) => !living.has(key)),
    updated: [...living.values()].flatMap((one) => {
      const draft = asked.get(one.key)
      return draft ? [{ id: one.id, draft, state: isHeld(one) ? ('setAside' as const) : ('open' as const) }] : []
    }),
    lapsed: [...living.values()].filter(({ key }) => !asked.has(key)).map(({ id }) => id),
  }
}
