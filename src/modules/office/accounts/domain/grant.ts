import { z } from 'zod'
import { Role } from '#kernel/actor.ts'
import { Moment } from '#kernel/moment.ts'
import { PartyKind } from '#kernel/party.ts'
import { workflow } from '#kernel/workflow.ts'

export const GrantState = z.enum(['pending', 'confirmed', 'refused', 'withdrawn'])
export type GrantState = z.infer<typeof GrantState>

export const grantStateTitles: Record<GrantState, string> = {
  pending: '待授权',
  confirmed: '已授权',
  refused: '未获授权',
  withdrawn: '已被新的申请替代',
}

/**
 * A mandate asked for a person: the system administrator asks, the security administrator decides, and until then the
 * person keeps what they had (GB/T 22239-2019 8.1.4.2 d: duties of administrators are separated).
 */
export const Grant = z.object({
  id: z.uuid(),
  divisionCode: z.string().regex(/^\d{6}$/),
  userId: z.string(),
  role: Role,
  partyKind: PartyKind.nullable(),
  partyId: z.uuid().nullable(),
  /** The mandate it takes the place of; null for one more. */
  replacesId: z.uuid().nullable(),
  /** The sheet it was asked with; null of one asked for by itself. */
  importId: z.uuid().nullable(),
  reason: z.string(),
  state: GrantState,
  askedById: z.string(),
  askedByName: z.string(),
  askedAt: Moment,
  decidedById: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: Moment.nullable(),
  /** What the security administrator wrote with the decision. */
  note: z.string().nullable(),
})
export type Grant = z.infer<typeof Grant>

export const grantFlow = workflow('accounts.grant', grantStateTitles, {
  confirm: { from: ['pending'], to: 'confirmed', title: '授权' },
  refuse: { from: ['pending'], to: 'refused', title: '不予授权' },
  withdraw: { from: ['pending'], to: 'withdrawn', title: '替代' },
})

/** Nobody decides about their own rights, nor about what they asked for themselves. */
export const isPartyTo = (grant: Pick<Grant, 'userId' | 'askedById'>, deciderId: string): boolean =>
  grant.userId === deciderId || grant.askedById === deciderId
