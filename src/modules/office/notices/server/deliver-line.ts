import { z } from 'zod'

/** The job that sends one message, as those know it who add it. */
export const deliverLine = {
  name: 'notices.deliver',
  title: '投递消息',
  payload: z.object({ deliveryId: z.uuid() }),
}
