import { z } from 'zod'
import { event } from '#kernel/event.ts'
import { Statement } from './domain/statement.ts'

export { formatCycle } from './domain/cycle.ts'
export { progressTitles } from './domain/statement.ts'
export { Statement }

const told = z.object({ programmeId: z.uuid(), taskId: z.uuid(), statementId: z.uuid() })

/** An agency has said something of a task. */
export const statementSubmitted = event('statements.statementSubmitted', told)
/** A reviewer has taken it as said. */
export const statementSigned = event('statements.statementSigned', told)
/** A reviewer wants it said again; what was said no longer holds. */
export const statementReturned = event('statements.statementReturned', told)
