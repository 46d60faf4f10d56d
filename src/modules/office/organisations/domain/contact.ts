import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'

/** Whom to call at an agency (联络员). */
export const Contact = z.object({
  divisionCode: z.string(),
  agencyId: z.uuid(),
  name: z.string().trim().min(1, '请填写联络员姓名。').max(30).meta({ label: '联络员' }),
  /** A mobile or a desk number with its area code, digits and dashes only. */
  phone: z
    .string()
    .trim()
    .regex(/^(?:1\d{10}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|\d{7,8})$/, '电话写成 13800000000 或 0717-1234567。')
    .meta({ label: '电话' }),
  savedBy: z.string(),
  savedAt: Moment,
})
export type Contact = z.infer<typeof Contact>
