import { and, eq } from 'drizzle-orm'
import { divisionName } from '#modules/office/organisations/server/index.ts'
import { getPlanContents } from '#modules/programme/plans/server/index.ts'
import type { ProgrammeSummary } from '#modules/programme/programmes/contract.ts'
import type { Call } from '#platform/operation/implement.ts'
import { Issuing, type IssuingEdition, issuingOn } from '../domain/issuing.ts'
import { findRound, findTimeLimit } from '../domain/plan-words.ts'
import { defaultSettings, type SettingsSource, type SupervisionSettings } from '../domain/settings.ts'
import { settings } from './tables.ts'

export interface LoadedSettings {
  settings: SupervisionSettings
  /** Who signs and how papers are numbered, from which day; the last may be still to come. */
  editions: [IssuingEdition, ...IssuingEdition[]]
  defaults: SupervisionSettings
  sources: SettingsSource
  savedBy: string | null
  savedAt: Date | null
}

type Asking = Pick<Call<unknown>, 'tx' | 'today'>
type Of = Pick<ProgrammeSummary, 'id' | 'divisionCode' | 'planId' | 'issuer'>

/** How a programme supervises: as the office set it, else as its plan says, else as is customary. */
export async function loadSettings({ tx, today }: Asking, programme: Of): Promise<LoadedSettings> {
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
  // What was set before there were words of series and a voice holds on with the usual ones.
  const kept = saved ? { ...defaults, ...saved.settings } : defaults
  const editions = saved?.editions ?? [{ from: null, issuing: Issuing.parse(kept) }]
  return {
    settings: { ...kept, ...issuingOn(editions, today) },
    editions,
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
