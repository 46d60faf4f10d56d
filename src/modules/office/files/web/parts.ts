import { fieldSlot } from '#ui/form/control.ts'
import { fill, type Part } from '#ui/parts.tsx'
import { valueSlot } from '#ui/registry/kit.tsx'

/** The kind of field this module brings. */
export const fileParts: readonly Part[] = [
  fill(fieldSlot('files'), 1, () => import('./files-field.tsx')),
  fill(valueSlot('files'), 1, () => import('./file-value.tsx')),
]
