import type { Agency } from './agency.ts'
import { plainName } from './agency-core.ts'

/** A name that two agencies of one division bear at the same time, so that a plan could mean either. */
export interface NameConflict {
  name: string
  agencies: readonly [Agency, Agency]
}

/** Compares standard names, short names and aliases of agencies that exist; former names may be shared by those who split. */
export function listNameConflicts(agencies: readonly Agency[]): NameConflict[] {
  const owners = new Map<string, Agency>()
  const conflicts: NameConflict[] = []
  for (const agency of agencies.filter(({ dissolvedOn }) => dissolvedOn === null))
    for (const name of new Set([agency.name, agency.shortName ?? '', ...agency.aliases.map((alias) => alias.name)])) {
      const key = `${agency.divisionCode} ${plainName(name)}`
      const owner = owners.get(key)
      if (name !== '' && owner !== undefined && owner !== agency) conflicts.push({ name, agencies: [owner, agency] })
      else owners.set(key, agency)
    }
  return conflicts
}
