import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { Notice } from './notice.ts'

export const DeliveryState = z.enum(['waiting', 'sending', 'failed', 'sent', 'dropped'])
export type DeliveryState = z.infer<typeof DeliveryState>

export const deliveryStateTitles: Record<DeliveryState, string> = {
  waiting: '待发送',
  sending: '发送中',
  failed: '未成功，待重试',
  sent: '已发送',
  dropped: '不再发送',
}

/** One message to one recipient by one channel; holds one notice, or those of a digest. */
export const Delivery = z.object({
  divisionCode: z.string().regex(/^\d{6}$/),
  /** Also the stable part of a mail's Message-ID: sent again, it is the same message. */
  id: z.uuid(),
  channel: z.enum(['mail', 'robot']),
  /** A user or a robot. */
  recipientId: z.string(),
  /** Only of a test: where it goes instead. */
  testAddress: z.string().nullable(),
  state: DeliveryState,
  dueAt: Moment,
  attempts: z.int().min(0),
  /** An earlier attempt may have arrived: the program ended between handing over and noting it. */
  mayRepeat: z.boolean(),
  lastError: z.string().nullable(),
  createdAt: Moment,
  sentAt: Moment.nullable(),
})
export type Delivery = z.infer<typeof Delivery>

/** What a message says, kept with it; a recipient gets each key once. */
export const DeliveryItem = Notice.pick({
  divisionCode: true,
  kind: true,
  title: true,
  text: true,
  link: true,
  key: true,
}).extend({
  recipientId: z.string(),
  deliveryId: z.uuid(),
  position: z.int(),
})
export type DeliveryItem = z.infer<typeof DeliveryItem>
