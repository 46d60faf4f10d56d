import { edition2026n1 } from './2026-1.data.ts'
import type { Edition } from './edition.ts'

/** Raised whenever the same facts may be judged or worded otherwise than before; results kept by another one are worked out anew. */
export const engine = 3

/** All editions, oldest first; a later one is a file of its own and a line here. */
const editions: readonly Edition[] = [edition2026n1]

/** The edition in force on a day; days before the first are judged by the first. */
export const editionOn = (day: string): Edition =>
  editions.findLast(({ validFrom }) => validFrom <= day) ?? edition2026n1
