import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { DeliveryRules } from './delivery-rules.ts'
import { NoticeKind, noticeKindTitles } from './notice.ts'

const divisionCode = z.string().regex(/^\d{6}$/)

export const mailSecurities = {
  tls: 'TLS（通常 465 端口）',
  starttls: 'STARTTLS（通常 587 端口）',
  none: '不加密（通常 25 端口）',
}

/** The mail server the house sends through. */
export const MailChannel = z.object({
  divisionCode,
  host: z
    .string()
    .trim()
    .regex(/^[\w.:-]{1,253}$/, '请填写邮件服务器的主机名或地址，例如 smtp.example.gov.cn。')
    .meta({ label: '服务器' }),
  port: z.coerce.number().int().min(1).max(65_535).meta({ label: '端口' }),
  security: z.enum(['tls', 'starttls', 'none']).meta({ label: '加密方式', titles: mailSecurities }),
  /** False where the server shows a certificate of its own making. */
  checksCertificate: z.boolean().meta({ label: '核对服务器证书' }),
  user: z.string().trim().max(200).nullable().meta({ label: '登录名' }),
  passwordSealed: z.string().nullable(),
  fromAddress: z.email('请填写完整的邮箱地址。').max(200).meta({ label: '发件地址' }),
  fromName: z.string().trim().min(1).max(60).meta({ label: '发件人名称' }),
  enabled: z.boolean().meta({ label: '启用' }),
})
export type MailChannel = z.infer<typeof MailChannel>

/** A kept secret goes only where it was given for: another server, port, way of encrypting or name has to be given it anew. */
export const sameDestination = (
  given: MailChannel,
  now: Omit<MailChannel, 'divisionCode' | 'passwordSealed'>,
): boolean =>
  given.host.toLowerCase() === now.host.toLowerCase() &&
  given.port === now.port &&
  given.security === now.security &&
  given.user === now.user &&
  // Less checking of who answers is another place; more is not.
  (now.checksCertificate || !given.checksCertificate)

/** What holds for everybody who has not chosen otherwise, and for robots. */
export const HouseRules = z.object({
  divisionCode,
  rules: DeliveryRules,
  /** Where people open the program, for links in messages: `https://guatu.example.gov.cn`. */
  publicAddress: z
    .url({ protocol: /^https?$/, error: '请填写完整地址，例如 https://guatu.example.gov.cn。' })
    .max(200)
    .nullable()
    .meta({
      label: '访问地址',
      help: '邮件和群消息中的链接以它开头；不填则没有链接',
      placeholder: 'https://guatu.example.gov.cn',
    }),
})
export type HouseRules = z.infer<typeof HouseRules>

export const RobotKind = z.enum(['dingtalk', 'wecom', 'feishu'])
export type RobotKind = z.infer<typeof RobotKind>
export const robotKindTitles: Record<RobotKind, string> = { dingtalk: '钉钉', wecom: '企业微信', feishu: '飞书' }

/** A group of 钉钉, 企业微信 or 飞书 that is told by its webhook what concerns an agency, or everything. */
export const Robot = z.object({
  divisionCode,
  id: z.uuid(),
  kind: RobotKind.meta({ label: '平台', titles: robotKindTitles }),
  title: z.string().trim().min(1).max(40).meta({ label: '群名称' }),
  /** Whose notices are told; null for those of everybody. */
  agencyId: z.uuid().nullable().meta({ label: '发给谁的消息', help: '不选为全县' }),
  /** Which kinds; none means all. */
  kinds: z.array(NoticeKind).meta({ label: '消息类别', help: '不选为全部', kind: 'boxes', titles: noticeKindTitles }),
  addressSealed: z.string(),
  /** The address without what must not be seen, for the administrator to recognise it. */
  addressShown: z.string(),
  secretSealed: z.string().nullable(),
  enabled: z.boolean().meta({ label: '启用' }),
})
export type Robot = z.infer<typeof Robot>

/** How one person wants to be reached. */
export const Preference = z.object({
  divisionCode,
  userId: z.string(),
  byMail: z.boolean().meta({ label: '同时发邮件给我' }),
  mailAddress: z.email('请填写完整的邮箱地址。').max(200).nullable().meta({ label: '邮箱', autoComplete: 'email' }),
  /** Kinds that stay in the inbox. */
  onlyInbox: z.array(NoticeKind).meta({ label: '不发邮件的类别', titles: noticeKindTitles }),
  /** Null follows the house. */
  rules: DeliveryRules.nullable().meta({ label: '发送时间' }),
})
export type Preference = z.infer<typeof Preference>

/** A person's calendar address; only a hash of its secret part is kept. */
export const Feed = z.object({
  divisionCode,
  userId: z.string(),
  secretHash: z.string(),
  createdAt: Moment,
  lastReadAt: Moment.nullable(),
})
export type Feed = z.infer<typeof Feed>
