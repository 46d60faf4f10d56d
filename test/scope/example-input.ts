import { z } from 'zod'
import type { Operation } from '#kernel/contract.ts'

type Json = Record<string, unknown>

/**
 * An input the operation takes, made from its schema: fields named after a record get the id of a real one, everything
 * else the least the schema is content with.
 * @param ids real records by the name of the field that asks for them, or by that of the module and the field: `alliances.recordId`
 * @param own what the schema alone does not tell
 * @param pick which of several choices is taken; the first when left out
 */
export function exampleInput(
  operation: Operation,
  ids: Readonly<Record<string, string>>,
  own: Json = {},
  pick: (choices: number) => number = () => 0,
): Json {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Json
  const [module = ''] = operation.name.split('.')
  const made = exampleOf(schema, '', { ids: idsOf(module, ids), root: schema, pick })
  return { ...(made as Json), ...own }
}

const idsOf = (module: string, ids: Readonly<Record<string, string>>): Record<string, string> => ({
  ...ids,
  ...Object.fromEntries(
    Object.entries(ids).flatMap(([name, id]) =>
      name.startsWith(`${module}.`) ? [[name.slice(module.length + 1), id]] : [],
    ),
  ),
})

interface Known {
  ids: Readonly<Record<string, string>>
  root: Json
  /** Which of so many choices is taken; for an optional field, 1 of 2 takes it along. */
  pick: (choices: number) => number
}

function exampleOf(schema: Json, name: string, known: Known): unknown {
  if (known.ids[name] !== undefined && schema['type'] !== 'array') return known.ids[name]
  if (typeof schema['$ref'] === 'string') return exampleOf(refOf(schema['$ref'], known.root), name, known)
  if ('const' in schema) return schema['const']
  // What a checksum holds together nobody can invent.
  if (Array.isArray(schema['examples'])) return schema['examples'][0]
  if (Array.isArray(schema['enum'])) return schema['enum'][known.pick(schema['enum'].length)]
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined
  if (choices) return exampleOf(choices[known.pick(choices.length)] ?? {}, name, known)
  switch (schema['type']) {
    case 'object':
      return objectOf(schema, known)
    case 'array':
      return arrayOf(schema, name, known)
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 1))
    case 'boolean':
      return true
    case 'string':
      return textOf(schema)
    default:
      return null
  }
}

const refOf = (ref: string, root: Json): Json =>
  ref
    .split('/')
    .slice(1)
    .reduce<Json>((place, key) => place[key] as Json, root)

function objectOf({ properties = {}, required = [] }: { properties?: Json; required?: string[] }, known: Known): Json {
  const fields = Object.entries(properties as Record<string, Json>)
  const asked = fields.filter(
    ([name]) => required.includes(name) || known.ids[name] !== undefined || known.pick(2) === 1,
  )
  return Object.fromEntries(asked.map(([name, schema]) => [name, exampleOf(schema, name, known)]))
}

interface ArraySchema {
  items?: Json | false
  prefixItems?: Json[]
  minItems?: number
  maxItems?: number
}

function arrayOf(
  { items, prefixItems, minItems = 0, maxItems = 9 }: ArraySchema,
  name: string,
  known: Known,
): unknown[] {
  if (prefixItems) return prefixItems.map((item) => exampleOf(item, '', known))
  if (!items || maxItems === 0) return []
  const one = name.endsWith('Ids') ? known.ids[`${name.slice(0, -3)}Id`] : undefined
  if (one !== undefined) return [one]
  return Array.from({ length: Math.max(minItems, 1) }, () => exampleOf(items, '', known))
}

/** What forms ask for in a certain spelling. */
const words = [
  '逐项核对后办理',
  '10:00',
  'lianxi@example.cn',
  '470327',
  '2026-06',
  '2026',
  'smtp.example.cn',
  '澄督',
  'guatu-1.zip',
  '03-31',
  '13800000000',
  's1',
]

function textOf(schema: Json): string {
  if (schema['format'] === 'date') return '2026-06-30'
  if (schema['format'] === 'date-time') return '2026-06-30T02:00:00Z'
  if (schema['format'] === 'uri') return 'https://guatu.example.cn'
  if (schema['format'] === 'uuid') return '019b0000-0000-7000-8000-000000000000'
  const pattern = schema['pattern']
  if (typeof pattern === 'string') return words.find((word) => new RegExp(pattern, 'u').test(word)) ?? ''
  return '逐项核对后办理'.repeat(Math.ceil(Math.max(1, Number(schema['minLength'] ?? 1)) / 7))
}
