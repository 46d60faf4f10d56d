import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'

/** Whom backups are sealed to: the public half (age, X25519) of the pair whose private half the security administrator keeps. */
export const Recipient = z.object({
  recipient: z
    .string()
    .regex(/^age1[02-9ac-hj-np-z]{58}$/, '公钥应以 age1 开头，共 62 个字符。')
    .meta({ label: '公钥' }),
  setAt: Moment,
  setByName: z.string(),
})
export type Recipient = z.infer<typeof Recipient>
