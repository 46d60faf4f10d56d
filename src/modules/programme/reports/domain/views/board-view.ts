import { z } from 'zod'
import { Cycle, Question } from '#modules/programme/reporting/contract.ts'
import { Burden } from '../burden.ts'

const BoardCell = z.object({
  cycle: z.string(),
  asked: z.int(),
  inTime: z.int(),
  late: z.int(),
  missing: z.int(),
  signed: z.int(),
  state: z.enum(['complete', 'late', 'open', 'missing', 'none']),
})

export const BoardView = z.object({
  cycles: z.array(Cycle),
  rows: z.array(
    z.object({ agencyId: z.uuid(), name: z.string(), cells: z.array(BoardCell), punctuality: z.number().nullable() }),
  ),
  /** Titles of what each agency has not reported in the newest cycle. */
  open: z.array(z.object({ taskId: z.uuid(), title: z.string(), agencyId: z.uuid() })),
  burden: z.array(Burden),
  questions: z.array(
    Question.pick({ id: true, text: true, cycle: true }).extend({
      answers: z.array(z.object({ agencyName: z.string(), answer: z.string() })),
    }),
  ),
  today: z.iso.date(),
  can: z.object({ openSettings: z.boolean() }),
})
export type BoardView = z.infer<typeof BoardView>
