import { z } from 'zod'
import { Role } from '#kernel/actor.ts'
import { Moment } from '#kernel/moment.ts'
import { AccountRules } from './account-rules.ts'
import { Grant } from './grant.ts'
import { SecondFactorState } from './second-factor.ts'
import { User } from './user.ts'

/** Makes accounts and asks for their rights. */
export const administrator = ['administrator'] as const
/** Decides about rights, locks and rules. */
export const security = ['securityAdministrator'] as const
/** The signed-in person and what their account asks of them now. */
export const SessionView = z.object({
  user: User.pick({ id: true, username: true, name: true }).extend({
    /** In what they act: of this follow role, division and agency. */
    mandateId: z.string(),
    role: Role,
    divisionCode: User.shape.divisionCode,
    agencyId: z.uuid().nullable(),
    roleTitle: z.string(),
    agencyName: z.string().nullable(),
    /** What they act in, in words: 澄禾县财政局 · 填报员. */
    title: z.string(),
    /** They may act in something else too. */
    hasOthers: z.boolean(),
    divisionName: z.string(),
  }),
  /** Why the password must be changed before anything else; null when it need not. */
  mustChangePassword: z.string().nullable(),
  /** Why a second factor must be set up before anything else; null when it need not. */
  mustSetSecondFactor: z.string().nullable(),
  rules: AccountRules,
})
export type SessionView = z.infer<typeof SessionView>

/** One of the signed-in person's mandates. */
export const MandateView = z.object({ id: z.uuid(), title: z.string(), current: z.boolean() })
export type MandateView = z.infer<typeof MandateView>

export const DeviceView = z.object({
  id: z.string(),
  current: z.boolean(),
  device: z.string(),
  address: z.string(),
  signedInAt: Moment,
  lastSeenAt: Moment,
})
export type DeviceView = z.infer<typeof DeviceView>

export const SecondFactorView = z.object({
  state: SecondFactorState,
  since: Moment.nullable(),
  recoveryCodesLeft: z.int(),
  /** Whether the county asks it of this role. */
  required: z.boolean(),
})
export type SecondFactorView = z.infer<typeof SecondFactorView>

export const GrantView = Grant.extend({
  username: z.string(),
  personName: z.string(),
  post: User.shape.post,
  phone: User.shape.phone,
  /** What is asked for, in words: 澄禾县财政局 · 填报员. */
  title: z.string(),
  /** What it takes the place of; null for one more. */
  before: z.string().nullable(),
  /** What the person has besides. */
  held: z.array(z.string()),
  stateTitle: z.string(),
  can: z.object({ confirmGrant: z.boolean(), refuseGrant: z.boolean() }),
  /** Why the present person cannot decide; null when they can or when it is not theirs to decide. */
  obstacle: z.string().nullable(),
})
export type GrantView = z.infer<typeof GrantView>

export const UserView = User.extend({
  /** What the person may act in, oldest first. */
  mandates: z.array(z.object({ id: z.uuid(), role: Role, agencyId: z.uuid().nullable(), title: z.string() })),
  /** Mandates asked for and not yet decided, in words. */
  asked: z.array(z.string()),
  /** It has none, and cannot sign in. */
  awaitingGrant: z.boolean(),
  secondFactor: z.boolean(),
  /** A first one was made; an account of a sheet waits for it. */
  hasPassword: z.boolean(),
  isLocked: z.boolean(),
  /** How the account stands, in words: 正常, 已锁定至…, 已停用. */
  standing: z.string(),
  can: z.object({
    saveUser: z.boolean(),
    askMandate: z.boolean(),
    issuePassword: z.boolean(),
    endMandate: z.boolean(),
    disableUser: z.boolean(),
    unlockUser: z.boolean(),
    resetPassword: z.boolean(),
    removeSecondFactor: z.boolean(),
  }),
})
export type UserView = z.infer<typeof UserView>
