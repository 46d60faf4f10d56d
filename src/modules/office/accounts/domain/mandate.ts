import { z } from 'zod'
import { type Actor, administrators, type Mandate, type Role, Role as RoleOf, roleTitles } from '#kernel/actor.ts'
import { Moment } from '#kernel/moment.ts'
import { PartyKind, partyOf } from '#kernel/party.ts'

/** A mandate as it is kept, from when to when it held. */
export const MandateRow = z.object({
  divisionCode: z.string().regex(/^\d{6}$/),
  id: z.uuid(),
  userId: z.string(),
  role: RoleOf,
  partyKind: PartyKind.nullable(),
  partyId: z.uuid().nullable(),
  beganAt: Moment,
  endedAt: Moment.nullable(),
  chosenAt: Moment.nullable(),
})
export type MandateRow = z.infer<typeof MandateRow>

export const mandateOf = ({ id, role, divisionCode, ...party }: MandateRow): Mandate => ({
  id,
  role,
  divisionCode,
  party: partyOf(party),
})

/** `澄禾县财政局 · 填报员`; the duty alone for whoever belongs to nobody. */
export const mandateTitle = (role: Role, partyName: string | null): string =>
  partyName === null ? roleTitles[role] : `${partyName} · ${roleTitles[role]}`

/** A mandate somebody holds, with the account it is held by. */
export interface Held extends Pick<Actor, 'userId' | 'name' | 'role'> {
  username: string
}

const keepsHouse = (role: Role): boolean => administrators.includes(role)

/**
 * What stands in the way of one more mandate: who keeps the house holds no other duty in the same division, neither of the
 * three nor of its business (GB/T 22239-2019 8.1.4.2 d). Persons are told apart by account and by name, so namesakes write
 * something behind theirs.
 */
export const findConflict = (asked: Pick<Held, 'userId' | 'name' | 'role'>, held: readonly Held[]): Held | undefined =>
  held.find(
    ({ userId, name, role }) =>
      role !== asked.role &&
      (userId === asked.userId || name === asked.name) &&
      (keepsHouse(role) || keepsHouse(asked.role)),
  )
