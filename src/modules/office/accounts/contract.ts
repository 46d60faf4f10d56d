import { z } from 'zod'
import { everyone, Role, roleTitles } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'
import { event } from '#kernel/event.ts'
import { intakeLines } from '#kernel/registry/intake.ts'
import { AccountRules } from './domain/account-rules.ts'
import { OneTimeCode } from './domain/second-factor.ts'
import { User } from './domain/user.ts'
import {
  administrator,
  DeviceView,
  GrantView,
  MandateView,
  SecondFactorView,
  SessionView,
  security,
  UserView,
} from './domain/views.ts'

export { DeviceView, GrantView, SecondFactorView, SessionView, UserView } from './domain/views.ts'

const both = [...administrator, ...security] as const

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
/** Asked with the writing of a sheet of people. */
export const PeopleSaid = z.object({ basis: ground })
const person = { post: User.shape.post.default(null), phone: User.shape.phone.default(null) }
const password = { kind: 'secret', autoComplete: 'current-password' }
const givenPassword = z
  .string()
  .min(1, '请输入密码。')
  .max(200)
  .meta({ ...password, label: '登录密码' })

export const accountContract = contract('accounts', {
  signIn: {
    path: 'POST /auth/sign-in/username',
    title: '登录',
    by: 'anyone',
    input: z.object({
      username: z.string().trim().min(1, '请输入用户名。').max(60),
      password: givenPassword,
      code: code.optional(),
    }),
    output: SessionView,
  },
  signOut: { path: 'POST /auth/sign-out', title: '退出登录', by: 'anyone', input: z.object({}), output: z.object({}) },
  getSession: {
    path: 'GET /session',
    title: '查看当前登录',
    by: 'anyone',
    input: z.object({}),
    output: SessionView.nullable(),
  },
  listMandates: {
    path: 'GET /session/mandates',
    title: '查看本人身份',
    by: everyone,
    input: z.object({}),
    output: z.array(MandateView),
  },
  chooseMandate: {
    path: 'POST /session/mandate',
    title: '切换身份',
    by: everyone,
    input: z.object({ mandateId: z.uuid() }),
    output: SessionView,
  },
  listDevices: {
    path: 'GET /session/devices',
    title: '查看已登录设备',
    by: everyone,
    input: z.object({}),
    output: z.array(DeviceView),
  },
  endDevice: {
    path: 'POST /session/devices/:deviceId/end',
    title: '让一台设备退出登录',
    by: everyone,
    input: z.object({ deviceId: z.string() }),
    output: z.array(DeviceView),
  },
  changePassword: {
    path: 'POST /session/password',
    title: '修改密码',
    by: everyone,
    input: z.object({
      current: z
        .string()
        .min(1, '请输入原密码。')
        .meta({ ...password, label: '原密码' }),
      next: z.string().min(1, '请输入新密码。').meta({ label: '新密码', kind: 'secret' }),
    }),
    output: SessionView,
  },
  getSecondFactor: {
    path: 'GET /session/second-factor',
    title: '查看动态口令',
    by: everyone,
    input: z.object({}),
    output: SecondFactorView,
  },
  beginSecondFactor: {
    path: 'POST /session/second-factor/begin',
    title: '开始启用动态口令',
    by: everyone,
    input: z.object({ password: givenPassword }),
    output: z.object({ secret: z.string(), link: z.string(), qrCode: z.string() }),
  },
  confirmSecondFactor: {
    path: 'POST /session/second-factor/confirm',
    title: '启用动态口令',
    by: everyone,
    input: z.object({ code }),
    output: z.object({ recoveryCodes: z.array(z.string()) }),
  },
  endSecondFactor: {
    path: 'POST /session/second-factor/end',
    title: '停用动态口令',
    by: everyone,
    input: z.object({ password: givenPassword, code }),
    output: SecondFactorView,
  },
  listUsers: { path: 'GET /users', title: '查看账号', by: both, input: z.object({}), output: z.array(UserView) },
  createUser: {
    path: 'POST /users',
    title: '新建账号',
    by: administrator,
    input: User.pick({ username: true, name: true }).extend({ ...duty, ...person, reason: ground }),
    output: z.object({ user: UserView, password: z.string() }),
  },
  ...intakeLines({ noun: '账号', path: '/users', keepers: administrator, said: PeopleSaid }),
  issuePasswords: {
    path: 'POST /users/passwords',
    title: '发放首次密码',
    by: administrator,
    /** As many as are made while somebody waits. */
    input: z.object({ userIds: z.array(z.string()).min(1, '请先选择账号。').max(10) }),
    output: z.array(User.pick({ id: true, name: true, username: true }).extend({ password: z.string() })),
  },
  saveUser: {
    path: 'PUT /users/:userId',
    title: '修改账号',
    by: administrator,
    input: User.pick({ name: true }).extend({ ...person, userId, reason: ground }),
    output: UserView,
  },
  askMandate: {
    path: 'POST /users/:userId/mandates',
    title: '申请身份',
    by: administrator,
    input: z.object({ userId, ...duty, replacesId: z.uuid().nullable(), reason: ground }),
    output: UserView,
  },
  endMandate: {
    path: 'POST /users/:userId/mandates/:mandateId/end',
    title: '结束身份',
    by: security,
    input: acted.extend({ mandateId: z.uuid() }),
    output: UserView,
  },
  listGrants: { path: 'GET /grants', title: '查看授权申请', by: both, input: z.object({}), output: z.array(GrantView) },
  confirmGrant: {
    path: 'POST /grants/:grantId/confirm',
    title: '确认授权',
    by: security,
    input: decision,
    output: GrantView,
  },
  confirmImport: {
    path: 'POST /grants/imports/:importId/confirm',
    title: '确认一份表格的全部授权',
    by: security,
    input: z.object({ importId: z.uuid(), reason }),
    output: z.object({ confirmed: z.int() }),
  },
  refuseGrant: {
    path: 'POST /grants/:grantId/refuse',
    title: '不予授权',
    by: security,
    input: decision,
    output: GrantView,
  },
  disableUser: { path: 'POST /users/:userId/disable', title: '停用账号', by: security, input: acted, output: UserView },
  enableUser: { path: 'POST /users/:userId/enable', title: '启用账号', by: security, input: acted, output: UserView },
  unlockUser: { path: 'POST /users/:userId/unlock', title: '解锁账号', by: security, input: acted, output: UserView },
  resetPassword: {
    path: 'POST /users/:userId/password',
    title: '重置密码',
    by: security,
    input: acted,
    output: z.object({ password: z.string() }),
  },
  removeSecondFactor: {
    path: 'POST /users/:userId/second-factor/remove',
    title: '解除他人动态口令',
    by: security,
    input: acted,
    output: UserView,
  },
  getRules: { path: 'GET /account-rules', title: '查看登录规则', by: both, input: z.object({}), output: AccountRules },
  saveRules: {
    path: 'PUT /account-rules',
    title: '修改登录规则',
    by: security,
    input: AccountRules.extend({ reason: reason.meta({ label: '修改理由' }) }),
    output: AccountRules,
  },
})

/** Somebody else gave the account a new password: whatever it had opened elsewhere ends with the old one. */
export const passwordReset = event('accounts.passwordReset', z.object({ userId: z.string(), divisionCode: z.string() }))
