import type { z } from 'zod'

/** A fact one module tells and others may act on, in the same transaction. */
export interface EventType<T extends z.ZodType = z.ZodType> {
  name: string
  payload: T
}

export const event = <T extends z.ZodType>(name: string, payload: T): EventType<T> => ({ name, payload })
