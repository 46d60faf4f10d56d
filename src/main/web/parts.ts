import { briefingParts } from '#modules/briefings/web/index.tsx'
import { lampParts } from '#modules/lamps/web/index.tsx'
import { meetingParts } from '#modules/meetings/web/index.tsx'
import { scheduleParts } from '#modules/schedules/web/index.tsx'
import { statementParts } from '#modules/statements/web/index.tsx'
import { supervisionParts } from '#modules/supervision/web/index.tsx'
import type { Part } from '#ui/parts.tsx'

/** What modules add to the pages of others. */
export const parts: readonly Part[] = [
  ...meetingParts,
  ...supervisionParts,
  ...briefingParts,
  ...lampParts,
  ...scheduleParts,
  ...statementParts,
]
