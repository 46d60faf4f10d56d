import { z } from 'zod'
import { everyone } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'
import { Moment } from '#kernel/moment.ts'
import { User } from './domain/user.ts'

const administrator = ['administrator'] as const

/** The signed-in person and what their account asks of them now. */
export const SessionView = z.object({
  user: User.pick({ id: true, username: true, name: true, role: true, divisionCode: true, agencyId: true }).extend({
    roleTitle: z.string(),
    agencyName: z.string().nullable(),
    divisionName: z.string(),
  }),
  /** Why the password must be changed before anything else; null when it need not. */
  mustChangePassword: z.string().nullable(),
})
export type SessionView = z.infer<typeof SessionView>

export const DeviceView = z.object({
  id: z.string(), current: z.boolean(), device: z.string(), address: z.string(), signedInAt: Moment, lastSeenAt: Moment,
}) // biome-ignore format: one line
export type DeviceView = z.infer<typeof DeviceView>

export const UserView = User.extend({
  roleTitle: z.string(),
  agencyName: z.string().nullable(),
  /** How the account stands, in words: 正常, 已锁定至…, 已停用. */
  standing: z.string(),
  can: z.object({
    saveUser: z.boolean(),
    disableUser: z.boolean(),
    unlockUser: z.boolean(),
    resetPassword: z.boolean(),
  }),
})
export type UserView = z.infer<typeof UserView>

const fields = User.pick({ name: true, role: true, agencyId: true })
const userId = z.string()

export const accountContract = contract('accounts', {
  signIn: {
    path: 'POST /auth/sign-in/username', title: '登录', by: 'anyone',
    input: z.object({ username: z.string().trim().min(1, '请输入用户名。').max(60), password: z.string().min(1, '请输入密码。').max(200) }),
    output: SessionView,
  },
  signOut: { path: 'POST /auth/sign-out', title: '退出登录', by: 'anyone', input: z.object({}), output: z.object({}) },
  getSession: { path: 'GET /session', title: '查看当前登录', by: 'anyone', input: z.object({}), output: SessionView.nullable() },
  listDevices: { path: 'GET /session/devices', title: '查看已登录设备', by: everyone, input: z.object({}), output: z.array(DeviceView) },
  endDevice: {
    path: 'POST /session/devices/:deviceId/end', title: '让一台设备退出登录', by: everyone,
    input: z.object({ deviceId: z.string() }), output: z.array(DeviceView),
  },
  changePassword: {
    path: 'POST /session/password', title: '修改密码', by: everyone,
    input: z.object({ current: z.string().min(1, '请输入原密码。'), next: z.string().min(1, '请输入新密码。') }), output: SessionView,
  },
  listUsers: { path: 'GET /users', title: '查看账号', by: administrator, input: z.object({}), output: z.array(UserView) },
  createUser: {
    path: 'POST /users', title: '新建账号', by: administrator,
    input: User.pick({ username: true, name: true, role: true, agencyId: true }),
    output: z.object({ user: UserView, password: z.string() }),
  },
  saveUser: { path: 'PUT /users/:userId', title: '修改账号', by: administrator, input: fields.extend({ userId }), output: UserView },
  disableUser: {
    path: 'POST /users/:userId/disable', title: '停用账号', by: administrator,
    input: z.object({ userId, reason: z.string().trim().min(2, '请写明停用原因。').max(100).nullable() }), output: UserView,
  },
  unlockUser: { path: 'POST /users/:userId/unlock', title: '解锁账号', by: administrator, input: z.object({ userId }), output: UserView },
  resetPassword: {
    path: 'POST /users/:userId/password', title: '重置密码', by: administrator,
    input: z.object({ userId }), output: z.object({ password: z.string() }),
  },
}) // biome-ignore format: one line where it fits
