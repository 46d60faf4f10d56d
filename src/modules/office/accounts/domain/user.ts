import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { phone, text } from '#kernel/registry/kinds.ts'

/** A username is typed by hand every day: letters of either script, digits, dot, dash, underscore. */
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{Script=Han}a-z0-9._-]{2,30}$/u, '用户名用 2 至 30 个汉字、字母、数字、点、短横或下划线。')

/** A person who may sign in. */
export const User = z.object({
  id: z.string(),
  username: Username.meta({ label: '用户名' }),
  name: z.string().trim().min(1, '请填写姓名。').max(30).meta({ label: '姓名' }),
  /** What they are in their office, for whoever decides about their rights. */
  post: text('职务', { most: 60, aliases: ['职务职称', '职位', '岗位', '现任职务'] }).nullable(),
  /** Tells people of one name apart. */
  phone: phone('手机号', {
    aliases: ['手机', '手机号码', '移动电话', '联系电话', '电话', '联系方式', '电话号码'],
  }).nullable(),
  divisionCode: z.string().regex(/^\d{6}$/),
  mustChangePassword: z.boolean(),
  passwordChangedAt: Moment,
  /** Locked by an administrator until unlocked. */
  disabledReason: z.string().nullable().meta({ label: '停用原因' }),
  /** One of the sample county's accounts: works only while whoever runs the program has opened them. */
  sample: z.boolean(),
  createdAt: Moment,
})
export type User = z.infer<typeof User>
