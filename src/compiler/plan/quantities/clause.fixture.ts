import { Passage } from '../passage.ts'
import type { Clause, QuantityContext } from './context.ts'

/** A passage that stands in its source as it reads. */
export const aPassage = (text: string): Passage =>
  new Passage(
    text,
    Uint32Array.from({ length: text.length }, (_, i) => i),
  )

export const aClause = (text: string, more: Partial<Omit<Clause, 'passage'>> = {}): Clause => ({
  passage: aPassage(text),
  taskId: null,
  path: [],
  kind: 'task',
  dueOn: null,
  ...more,
})

/** A county's plan for 2024, issued in March of that year. */
export const anAnnualPlan = (more: Partial<QuantityContext> = {}): QuantityContext => ({
  period: { start: '2024-01-01', end: '2024-12-31' },
  issuedOn: '2024-03-01',
  titleYear: 2024,
  level: '县',
  today: null,
  ...more,
})

/** A county's plan for 2023 to 2025. */
export const aThreeYearPlan = (more: Partial<QuantityContext> = {}): QuantityContext => ({
  ...anAnnualPlan(),
  period: { start: '2023-01-01', end: '2025-12-31' },
  issuedOn: '2023-02-10',
  titleYear: 2023,
  ...more,
})
