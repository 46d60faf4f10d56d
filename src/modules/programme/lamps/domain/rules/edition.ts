import type { Thresholds } from '../thresholds.ts'

/** One edition of the lamp rules: from which day, with which figures where a programme set none, and in which words. */
export interface Edition {
  name: string
  validFrom: string
  defaults: Thresholds
  sentences: readonly { lamp: string; when: string; source: string }[]
}
