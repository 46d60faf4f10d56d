import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Operation, parametersOf } from '#kernel/contract.ts'
import type { Call, FormValues, Implementation, Wire } from './implement.ts'
import { accessErrors } from './refusals.ts'

/** What opening a form answers; the version goes back as `If-Match` when it is saved. */
const OpenedForm = z.object({ values: z.record(z.string(), z.unknown()), version: z.string() })

/** The same whatever the order of the names. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, each]) => [name, canonical(each)]))
}

/** Values as they travel, with the version they are: equal values have equal versions. */
export function openForm(values: FormValues): z.output<typeof OpenedForm> {
  const told = z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(values)))
  const version = createHash('sha256')
    .update(JSON.stringify(canonical(told)))
    .digest('base64url')
    .slice(0, 22)
  return { values: told, version }
}

/** A secret has no place in a form, yet that it was changed must show. */
export const markOfSecret = (sealed: string | null | undefined): string | null =>
  sealed ? `已设置（${createHash('sha256').update(sealed).digest('hex').slice(0, 6)}）` : null

/** Stops the start where a form is implemented without the values it edits, or a plain operation with them. */
export function assertForms(implementations: readonly Implementation[]): void {
  for (const { operation, current } of implementations) {
    if ((operation.form === true) !== (current !== undefined))
      throw new Error(`${operation.name} is ${operation.form ? 'a form without' : 'no form, yet has'} current values`)
  }
}

/** Operations, and for each that is a form the reading that opens it: same grant, same rules of rows, no trace. */
export const withForms = (implementations: readonly Implementation[]): Implementation[] =>
  implementations.flatMap((one) => (one.current ? [one, opening(one.operation, one.current)] : [one]))

function opening(operation: Operation, current: NonNullable<Implementation['current']>): Implementation {
  const names = parametersOf(operation.route)
  const route = `${operation.route}/form`
  return {
    operation: {
      name: `${operation.name}.form`,
      title: `${operation.title}（打开）`,
      by: operation.by,
      method: 'GET',
      path: `GET /${route.slice(1)}`,
      route,
      input: z.object(Object.fromEntries(names.map((name) => [name, operation.input.shape[name] ?? z.string()]))),
      output: OpenedForm,
    },
    run: async (call: Call<never>) => {
      const opened = openForm(await current(call))
      call.wire.setVersion?.(opened.version)
      return opened
    },
  }
}

/**
 * Two who save one form come one after the other, and the second is told. Callers that are not on the web (the command
 * line, the sample year) have opened nothing and are let through.
 */
export async function keepVersion(
  { operation, current }: Implementation,
  call: Call<unknown>,
  wire: Wire | undefined,
): Promise<void> {
  if (!current) return
  const input = z.record(z.string(), z.unknown()).parse(call.input)
  const key = [operation.name, call.actor.divisionCode, ...parametersOf(operation.route).map((name) => input[name])]
  await call.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify(key)}, 0))`)
  if (!wire) return
  const asked = wire.headers.get('if-match')?.replaceAll(/^(?:W\/)?"|"$/g, '')
  // Read even where none is named: who may not see the form is told that, and nothing else.
  const { values, version } = openForm(await current(call as Call<never>))
  if (!asked) throw accessErrors.formNotOpened({})
  if (asked !== version) throw accessErrors.formStale({}, { now: values, version })
}

/** After a save: the version that goes on being edited on the same screen. */
export async function tellVersion(
  { current }: Implementation,
  call: Call<unknown>,
  wire: Wire | undefined,
): Promise<void> {
  if (current && wire?.setVersion) wire.setVersion(openForm(await current(call as Call<never>)).version)
}
