import { pgSchema } from 'drizzle-orm/pg-core'
import { registryTables } from '#platform/registry/registry-tables.ts'
import { allianceRegistry } from '../contract.ts'

export const alliancesSchema = pgSchema('alliances')

export const allianceTables = registryTables(alliancesSchema, 'alliance', allianceRegistry)
export const { current: alliances, versions: allianceVersions, years: allianceYears } = allianceTables
