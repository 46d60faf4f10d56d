import { z } from 'zod'
import { everyone } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'
import { Moment } from '#kernel/moment.ts'
import { HouseRules, MailChannel, Preference, Robot } from './domain/channel.ts'
import { Delivery } from './domain/delivery.ts'
import { DeliveryRules } from './domain/delivery-rules.ts'
import { FailedJob } from './domain/failed-job.ts'
import { Notice } from './domain/notice.ts'

const administrator = ['administrator'] as const

export const NoticeView = Notice.omit({ divisionCode: true, userId: true, key: true, mandateId: true }).extend({
  /** Another of the person's mandates, in which it concerns them; null when it is the present one. */
  mandate: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  kindTitle: z.string(),
  urgent: z.boolean(),
})
export type NoticeView = z.infer<typeof NoticeView>

export const NoticePage = z.object({
  notices: z.array(NoticeView),
  unread: z.int(),
  /** Ask with it for the older ones; null when there are none. */
  before: z.uuid().nullable(),
})
export type NoticePage = z.infer<typeof NoticePage>

export const PreferenceView = Preference.omit({ divisionCode: true, userId: true }).extend({
  /** What holds where nothing else is chosen. */
  house: DeliveryRules,
  /** Whether the house sends mail at all. */
  mailReady: z.boolean(),
})
export type PreferenceView = z.infer<typeof PreferenceView>

export const FeedView = z.object({ createdAt: Moment, lastReadAt: Moment.nullable() })
export type FeedView = z.infer<typeof FeedView>

export const MailForm = MailChannel.omit({ divisionCode: true, passwordSealed: true }).extend({
  /** Null keeps the one there is. */
  password: z.string().max(200).nullable().meta({ label: '密码', kind: 'secret', placeholder: '不填则保留原来的' }),
})
export type MailForm = z.infer<typeof MailForm>

export const RobotView = Robot.omit({ divisionCode: true, addressSealed: true, secretSealed: true }).extend({
  kindTitle: z.string(),
  agencyName: z.string().nullable(),
  signed: z.boolean(),
})
export type RobotView = z.infer<typeof RobotView>

export const RobotForm = Robot.pick({ kind: true, title: true, agencyId: true, kinds: true, enabled: true }).extend({
  /** Null keeps those there are; a secret of no letters takes it away. */
  address: z.string().trim().max(1000).nullable().meta({ label: 'Webhook 地址', kind: 'text' }),
  secret: z.string().trim().max(200).nullable().meta({ label: '加签密钥', kind: 'secret' }),
})
export type RobotForm = z.infer<typeof RobotForm>

export const ChannelsView = z.object({
  mail: MailForm.omit({ password: true }).extend({ hasPassword: z.boolean() }).nullable(),
  robots: z.array(RobotView),
  house: HouseRules.omit({ divisionCode: true }),
  /** Agencies a robot may be for. */
  agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
})
export type ChannelsView = z.infer<typeof ChannelsView>

/** A message on its way, without what it says. */
export const DeliveryView = Delivery.omit({ divisionCode: true, recipientId: true, testAddress: true }).extend({
  recipient: z.string(),
  stateTitle: z.string(),
  notices: z.int(),
  test: z.boolean(),
})
export type DeliveryView = z.infer<typeof DeliveryView>

export const FailedJobView = FailedJob.extend({ sentence: z.string() })
export type FailedJobView = z.infer<typeof FailedJobView>

const noticeId = z.uuid()
const robotId = z.uuid()
const none = z.object({})

export const noticeContract = contract('notices', {
  listNotices: {
    path: 'GET /notices',
    title: '查看本人消息',
    by: everyone,
    input: z.object({
      unread: z.stringbool().optional(),
      kind: Notice.shape.kind.optional(),
      before: z.uuid().optional(),
    }),
    output: NoticePage,
  },
  countUnread: {
    path: 'GET /notices/unread',
    title: '查看未读消息数',
    by: everyone,
    input: none,
    output: z.object({ unread: z.int() }),
  },
  readNotice: {
    path: 'POST /notices/:noticeId/read',
    title: '消息标为已读',
    by: everyone,
    input: z.object({ noticeId }),
    output: z.object({ unread: z.int() }),
  },
  readAllNotices: {
    path: 'POST /notices/read',
    title: '全部消息标为已读',
    by: everyone,
    input: none,
    output: z.object({ unread: z.int() }),
  },

  getPreference: {
    path: 'GET /account/notices',
    title: '查看本人消息设置',
    by: everyone,
    input: none,
    output: PreferenceView,
  },
  savePreference: {
    path: 'PUT /account/notices',
    title: '修改本人消息设置',
    by: everyone,
    input: Preference.omit({ divisionCode: true, userId: true }),
    output: PreferenceView,
  },
  findFeed: {
    path: 'GET /account/calendar',
    title: '查看本人日历订阅',
    by: everyone,
    input: none,
    output: FeedView.nullable(),
  },
  renewFeed: {
    path: 'POST /account/calendar',
    title: '生成本人日历订阅地址',
    by: everyone,
    input: none,
    output: z.object({ path: z.string() }),
  },
  endFeed: { path: 'DELETE /account/calendar', title: '停用本人日历订阅', by: everyone, input: none, output: z.null() },

  getChannels: { path: 'GET /channels', title: '查看消息渠道', by: administrator, input: none, output: ChannelsView },
  saveMail: {
    path: 'PUT /channels/mail',
    title: '设置邮件渠道',
    by: administrator,
    input: MailForm,
    output: ChannelsView,
  },
  testMail: {
    path: 'POST /channels/mail/test',
    title: '试发邮件',
    by: administrator,
    input: z.object({
      to: z.email('请填写完整的收件邮箱。').max(200).meta({ label: '收件邮箱', autoComplete: 'email' }),
    }),
    output: DeliveryView,
  },
  saveHouseRules: {
    path: 'PUT /channels/rules',
    title: '设置消息发送时间',
    by: administrator,
    input: HouseRules.omit({ divisionCode: true }),
    output: ChannelsView,
  },
  addRobot: {
    path: 'POST /channels/robots',
    title: '添加群机器人',
    by: administrator,
    input: RobotForm,
    output: ChannelsView,
  },
  saveRobot: {
    path: 'PUT /channels/robots/:robotId',
    title: '修改群机器人',
    by: administrator,
    input: RobotForm.extend({ robotId }),
    output: ChannelsView,
  },
  removeRobot: {
    path: 'DELETE /channels/robots/:robotId',
    title: '删除群机器人',
    by: administrator,
    input: z.object({ robotId }),
    output: ChannelsView,
  },
  testRobot: {
    path: 'POST /channels/robots/:robotId/test',
    title: '试发群消息',
    by: administrator,
    input: z.object({ robotId }),
    output: DeliveryView,
  },
  listDeliveries: {
    path: 'GET /channels/deliveries',
    title: '查看消息发送记录',
    by: administrator,
    input: none,
    output: z.array(DeliveryView),
  },

  listFailedJobs: {
    path: 'GET /jobs/failed',
    title: '查看失败的后台任务',
    by: administrator,
    input: none,
    output: z.array(FailedJobView),
  },
  retryJob: {
    path: 'POST /jobs/:jobId/retry',
    title: '立即重试后台任务',
    by: administrator,
    input: z.object({ jobId: z.string().regex(/^\d{1,18}$/) }),
    output: z.array(FailedJobView),
  },
})
