import { and, eq } from 'drizzle-orm'
import { divisionName } from '#modules/office/organisations/server/index.ts'
import { getPlanContents } from '#modules/programme/plans/server/index.ts'
import type { ProgrammeSummary } from '#modules/programme/programmes/contract.ts'
import type { Tx } from '#platform/database/tx.ts'
import { findRound, findTimeLimit } from '../domain/plan-words.ts'
import { defaultSettings, type SettingsSource, type SupervisionSettings } from '../domain/settings.ts'
import { settings } from './tables.ts'

export interface LoadedSettings {
  settings: SupervisionSettings
  defaults: SupervisionSettings
  sources: SettingsSource
  savedBy: string | null
  savedAt: Date | null
}

type Of = Pick<ProgrammeSummary, 'id' | 'divisionCode' | 'planId' | 'issuer'>

/** How a programme supervises: as the office set it, else as its plan says, else as is customary. */
export async function loadSettings(tx: Tx, programme: Of): Promise<LoadedSettings> {
  const { divisionCode, id, planId } = programme
  const here = and(eq(settings.divisionCode, divisionCode), eq(settings.programmeId, id))
  const [saved] = await tx.select().from(settings).where(here)
  const plan = await getPlanContents(tx, planId, divisionCode)
  const name = divisionName(divisionCode)
  const cadences = plan.cadences.map(({ what, every, span }) => ({
    what,
    every,
    quote: plan.source.text.slice(...span),
  }))
  const found = {
    limit: findTimeLimit(plan.source.text),
    supervises: findRound(cadences, '督办'),
    reports: findRound(cadences, '通报'),
  }
  const defaults = defaultSettings({
    divisionName: name,
    issuer: programme.issuer ?? `${name}人民政府办公室`,
    ...found,
  })
  return {
    settings: saved?.settings ?? defaults,
    defaults,
    sources: {
      limit: found.limit?.quote ?? null,
      supervises: found.supervises?.quote ?? null,
      reports: found.reports?.quote ?? null,
    },
    savedBy: saved?.savedBy ?? null,
    savedAt: saved?.savedAt ?? null,
  }
}
