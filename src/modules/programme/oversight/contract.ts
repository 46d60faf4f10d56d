import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { Overseen } from './domain/oversight.ts'

export { isOverseen } from './domain/oversight.ts'

/** A leader with what they look after, for the page where it is set. */
export const LeaderView = Overseen.extend({
  userId: z.string(),
  name: z.string(),
  can: z.object({ saveOversight: z.boolean() }),
})
export type LeaderView = z.infer<typeof LeaderView>

/** Every leader with what may be chosen for them. */
export const OversightView = z.object({
  leaders: z.array(LeaderView),
  tasks: z.array(z.object({ id: z.uuid(), title: z.string(), programmeTitle: z.string() })),
})
export type OversightView = z.infer<typeof OversightView>

const setters = ['office', 'leader'] as const

export const oversightContract = contract('oversight', {
  listOversight: {
    path: 'GET /oversight',
    title: '查看领导分管',
    by: setters,
    input: z.object({}),
    output: OversightView,
  },
  saveOversight: {
    path: 'PUT /oversight/:userId',
    title: '设置领导分管',
    by: setters,
    input: Overseen.extend({ userId: z.string().min(1) }),
    output: OversightView,
  },
})
