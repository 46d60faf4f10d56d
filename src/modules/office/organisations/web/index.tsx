import { fieldSlot } from '#ui/form/control.ts'
import { fill, type Part } from '#ui/parts.tsx'

export { AgencyChoice } from './agency-choice.tsx'
export { organisationScreens } from './routes.tsx'

/** The kind of field this module brings. */
export const organisationParts: readonly Part[] = [fill(fieldSlot('agency'), 1, () => import('./agency-field.tsx'))]
