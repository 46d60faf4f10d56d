import { fieldSlot } from '#ui/form/control.ts'
import { fill } from '#ui/parts.tsx'
import type { WebModule } from '#ui/screen.ts'
import { unsentFiles } from './unsent-files.ts'

/** Files that prove something. */
export const filesWeb: WebModule = {
  // The kind of field this module brings.
  parts: [fill(fieldSlot('files'), 1, () => import('./files-field.tsx'))],
  kept: [unsentFiles],
}
