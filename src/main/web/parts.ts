import { fileParts } from '#modules/office/files/web/index.tsx'
import { organisationParts } from '#modules/office/organisations/web/index.tsx'
import { lampParts } from '#modules/programme/lamps/web/index.tsx'
import { meetingParts } from '#modules/programme/meetings/web/index.tsx'
import { noteParts } from '#modules/programme/notes/web/index.tsx'
import { statementParts } from '#modules/programme/reports/web/index.tsx'
import { scheduleParts } from '#modules/programme/schedules/web/index.tsx'
import { supervisionParts } from '#modules/programme/supervision/web/index.tsx'
import type { Part } from '#ui/parts.tsx'

/** What modules add to the pages of others. */
export const parts: readonly Part[] = [
  ...organisationParts,
  ...fileParts,
  ...meetingParts,
  ...supervisionParts,
  ...noteParts,
  ...lampParts,
  ...scheduleParts,
  ...statementParts,
]
