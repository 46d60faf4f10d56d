import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import type { Registry } from '#kernel/registry/registry.ts'
import type { Module } from '#platform/operation/implement.ts'
import { changeRecords, mergeRecords } from './bulk-operations.ts'
import { registryErrors } from './errors.ts'
import { exportRecords } from './export-records.ts'
import { type Kit, kitOf, type RegistryPorts } from './kit.ts'
import { makeFindable } from './make-findable.ts'
import { addRecord, getRecord, listRecords, saveRecord } from './record-operations.ts'
import { hasYears, saveYear } from './record-years.ts'
import { keyLabel } from './records.ts'
import { findRecords } from './registry-finder.ts'
import { registryIntake } from './registry-intake.ts'
import type { RegistryTables } from './registry-tables.ts'
import { serveIntake } from './serve-intake.ts'
import { yearsIntake } from './years-intake.ts'

/**
 * What a registry does, from its declaration and its tables: `defineModule({ name, title, listens: [], ...serveRegistry(…) })`.
 * @param ports how records of other modules are named, what is sealed, what the module says of a whole record
 */
export function serveRegistry<E extends z.ZodObject>(
  registry: Registry<E>,
  tables: RegistryTables<z.output<E>>,
  ports: RegistryPorts = {},
): Pick<Module, 'operations' | 'jobs' | 'finds' | 'unique' | 'registry'> {
  return serveKit(kitOf(registry, tables, ports))
}

/** The same of a registry whose module writes records of its own accord too. */
export function serveKit(kit: Kit): ReturnType<typeof serveRegistry> {
  const { noun, key, tables } = kit
  const { schema = '', name: table } = getTableConfig(tables.current as unknown as PgTable)
  const intake = serveIntake(registryIntake(kit))
  const years = hasYears(kit) ? serveIntake(yearsIntake(kit)) : { operations: [], jobs: [] }
  return {
    registry: { table: `${schema}.${table}`, key, makeFindable: (tx) => makeFindable(kit, tx) },
    operations: [
      ...intake.operations,
      ...years.operations,
      ...(hasYears(kit) ? [saveYear(kit)] : []),
      ...[
        listRecords,
        exportRecords,
        getRecord,
        addRecord,
        saveRecord,
        changeRecords,
        ...(kit.merges === false ? [] : [mergeRecords]),
      ].map((operation) => operation(kit)),
    ],
    jobs: [...intake.jobs, ...years.jobs],
    // What lies within something else is found where that is.
    finds: kit.within === undefined ? [findRecords(kit)] : [],
    unique: { [`${schema}.${table}_key`]: () => registryErrors.keyTaken({ noun, key: keyLabel(kit), name: null }) },
  }
}
