import type { Diagnostic } from '../../compiled-plan.ts'
import { checkAgencies } from './check-agencies.ts'
import { checkDocument, type DocumentFacts } from './check-document.ts'
import { checkLayout } from './check-layout.ts'
import { checkNumbering } from './check-numbering.ts'
import { checkText } from './check-text.ts'

/** Everything doubtful about a plan apart from its figures. */
export const checkPlan = (facts: DocumentFacts): Diagnostic[] => [
  ...checkDocument(facts),
  ...checkText(facts.plan.reading),
  ...checkLayout(facts.plan, facts.built),
  ...checkNumbering(facts.plan),
  ...checkAgencies(facts.built.map(({ task }) => task)),
]
