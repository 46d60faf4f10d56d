import { z } from 'zod'
import { everyone, Role, roleTitles } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'
import { event } from '#kernel/event.ts'
import { Moment } from '#kernel/moment.ts'
import { AccountRules } from './domain/account-rules.ts'
import { Grant } from './domain/grant.ts'
import { OneTimeCode, SecondFactorState } from './domain/second-factor.ts'
import { User } from './domain/user.ts'

/** Makes accounts and asks for their rights. */
const administrator = ['administrator'] as const
/** Decides about rights, locks and rules. */
const security = ['securityAdministrator'] as const
const both = [...administrator, ...security] as const

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
  id: z.string(), current: z.boolean(), device: z.string(), address: z.string(), signedInAt: Moment, lastSeenAt: Moment,
}) // biome-ignore format: one line
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
  isLocked: z.boolean(),
  /** How the account stands, in words: 正常, 已锁定至…, 已停用. */
  standing: z.string(),
  can: z.object({
    saveUser: z.boolean(),
    askMandate: z.boolean(),
    endMandate: z.boolean(),
    disableUser: z.boolean(),
    unlockUser: z.boolean(),
    resetPassword: z.boolean(),
    removeSecondFactor: z.boolean(),
  }),
})
export type UserView = z.infer<typeof UserView>

const userId = z.string()
const reason = z.string().trim().min(2, '请写明理由。').max(200).meta({ label: '理由' })
const code = OneTimeCode.meta({ label: '动态口令', autoComplete: 'one-time-code' })
const ground = reason.meta({ label: '办理依据' })
const duty = {
  role: Role.meta({ label: '角色', titles: roleTitles }),
  agencyId: z.uuid().nullable().meta({ label: '所在单位', kind: 'agency', placeholder: '不属于某一单位' }),
}
const decision = z.object({ grantId: z.uuid(), reason })
const acted = z.object({ userId, reason })
const password = { kind: 'secret', autoComplete: 'current-password' }
const givenPassword = z
  .string()
  .min(1, '请输入密码。')
  .max(200)
  .meta({ ...password, label: '登录密码' })

export const accountContract = contract('accounts', {
  signIn: {
    path: 'POST /auth/sign-in/username', title: '登录', by: 'anyone',
    input: z.object({ username: z.string().trim().min(1, '请输入用户名。').max(60), password: givenPassword, code: code.optional() }),
    output: SessionView,
  },
  signOut: { path: 'POST /auth/sign-out', title: '退出登录', by: 'anyone', input: z.object({}), output: z.object({}) },
  getSession: { path: 'GET /session', title: '查看当前登录', by: 'anyone', input: z.object({}), output: SessionView.nullable() },
  listMandates: { path: 'GET /session/mandates', title: '查看本人身份', by: everyone, input: z.object({}), output: z.array(MandateView) },
  chooseMandate: {
    path: 'POST /session/mandate', title: '切换身份', by: everyone, input: z.object({ mandateId: z.uuid() }), output: SessionView,
  },
  listDevices: { path: 'GET /session/devices', title: '查看已登录设备', by: everyone, input: z.object({}), output: z.array(DeviceView) },
  endDevice: {
    path: 'POST /session/devices/:deviceId/end', title: '让一台设备退出登录', by: everyone,
    input: z.object({ deviceId: z.string() }), output: z.array(DeviceView),
  },
  changePassword: {
    path: 'POST /session/password', title: '修改密码', by: everyone,
    input: z.object({
      current: z.string().min(1, '请输入原密码。').meta({ ...password, label: '原密码' }),
      next: z.string().min(1, '请输入新密码。').meta({ label: '新密码', kind: 'secret' }),
    }),
    output: SessionView,
  },
  getSecondFactor: { path: 'GET /session/second-factor', title: '查看动态口令', by: everyone, input: z.object({}), output: SecondFactorView },
  beginSecondFactor: {
    path: 'POST /session/second-factor/begin', title: '开始启用动态口令', by: everyone, input: z.object({ password: givenPassword }),
    output: z.object({ secret: z.string(), link: z.string(), qrCode: z.string() }),
  },
  confirmSecondFactor: {
    path: 'POST /session/second-factor/confirm', title: '启用动态口令', by: everyone, input: z.object({ code }),
    output: z.object({ recoveryCodes: z.array(z.string()) }),
  },
  endSecondFactor: {
    path: 'POST /session/second-factor/end', title: '停用动态口令', by: everyone,
    input: z.object({ password: givenPassword, code }), output: SecondFactorView,
  },
  listUsers: { path: 'GET /users', title: '查看账号', by: both, input: z.object({}), output: z.array(UserView) },
  createUser: {
    path: 'POST /users', title: '新建账号', by: administrator,
    input: User.pick({ username: true, name: true }).extend({ ...duty, reason: ground }),
    output: z.object({ user: UserView, password: z.string() }),
  },
  saveUser: { path: 'PUT /users/:userId', title: '修改账号', by: administrator, input: User.pick({ name: true }).extend({ userId, reason: ground }), output: UserView },
  askMandate: {
    path: 'POST /users/:userId/mandates', title: '申请身份', by: administrator,
    input: z.object({ userId, ...duty, replacesId: z.uuid().nullable(), reason: ground }), output: UserView,
  },
  endMandate: {
    path: 'POST /users/:userId/mandates/:mandateId/end', title: '结束身份', by: security,
    input: acted.extend({ mandateId: z.uuid() }), output: UserView,
  },
  listGrants: { path: 'GET /grants', title: '查看授权申请', by: both, input: z.object({}), output: z.array(GrantView) },
  confirmGrant: { path: 'POST /grants/:grantId/confirm', title: '确认授权', by: security, input: decision, output: GrantView },
  refuseGrant: { path: 'POST /grants/:grantId/refuse', title: '不予授权', by: security, input: decision, output: GrantView },
  disableUser: { path: 'POST /users/:userId/disable', title: '停用账号', by: security, input: acted, output: UserView },
  enableUser: { path: 'POST /users/:userId/enable', title: '启用账号', by: security, input: acted, output: UserView },
  unlockUser: { path: 'POST /users/:userId/unlock', title: '解锁账号', by: security, input: acted, output: UserView },
  resetPassword: {
    path: 'POST /users/:userId/password', title: '重置密码', by: security,
    input: acted, output: z.object({ password: z.string() }),
  },
  removeSecondFactor: {
    path: 'POST /users/:userId/second-factor/remove', title: '解除他人动态口令', by: security, input: acted, output: UserView,
  },
  getRules: { path: 'GET /account-rules', title: '查看登录规则', by: both, input: z.object({}), output: AccountRules },
  saveRules: {
    path: 'PUT /account-rules', title: '修改登录规则', by: security, input: AccountRules.extend({ reason: reason.meta({ label: '修改理由' }) }), output: AccountRules,
  },
}) // biome-ignore format: one line where it fits

/** Somebody else gave the account a new password: whatever it had opened elsewhere ends with the old one. */
export const passwordReset = event('accounts.passwordReset', z.object({ userId: z.string(), divisionCode: z.string() }))
