import { z } from 'zod'

/** The values of a record by field; personal ones masked for those who do not keep the registry. */
export const Values = z.record(z.string(), z.unknown())
export type Values = z.infer<typeof Values>
