import { fieldSlot } from '#ui/form/control.ts'
import { fill, type Part } from '#ui/parts.tsx'
import { valueSlot } from '#ui/registry/kit.tsx'

/** The kind of field this module brings. */
export const organisationParts: readonly Part[] = [
  fill(fieldSlot('agency'), 1, () => import('./agency-field.tsx')),
  fill(valueSlot('agency'), 1, () => import('./agency-link.tsx')),
]
