import { z } from 'zod'
import { type FormOperation, type Operation, type PlainOperation, parametersOf } from '#kernel/contract.ts'
import { mandateNow } from './kept/person.ts'
import { findAnswer, rememberAnswer } from './known-answers.ts'
import { parseRefusal, refuseWhat } from './refusals.ts'

const prefix = '/api'

export interface Address {
  url: string
  /** What did not go into the path. */
  rest: Record<string, unknown>
}

/** Fills the `:parameters` of a route from the input; what is left over is for the query or the body. */
export function fillRoute(route: string, input: Record<string, unknown>): Address {
  const rest = { ...input }
  const path = route.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    if (value === undefined || value === null || value === '') throw new Error(`The route ${route} needs ${name}.`)
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  return { url: prefix + path, rest }
}

/** `?a=1&b=2&b=3`: lists repeat their name; what is absent is left out. */
export function toQuery(rest: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined || value === null) continue
    for (const item of Array.isArray(value) ? value : [value]) query.append(name, String(item))
  }
  const words = query.toString()
  return words === '' ? '' : `?${words}`
}

/** The address of an operation whose input all travels in path and query. */
export function addressOf(operation: Pick<Operation, 'route'>, input: Record<string, unknown>): string {
  const { url, rest } = fillRoute(operation.route, input)
  return url + toQuery(rest)
}

/** Parses the answer with the operation's own output schema, so that what is shown is what was declared. */
export function parseAnswer<O extends z.ZodType>(operation: { output: O }, body: unknown): z.output<O> {
  const parsed = operation.output.safeParse(body)
  if (parsed.success) return parsed.data
  throw refuseWhat.answerUnreadable({}, parsed.error.issues)
}

interface Sending {
  signal?: AbortSignal | undefined
  /** Of the form that is saved. */
  version?: string
  onSaved?: (version: string | null) => void
}

/**
 * Calls an operation that is no form: path parameters and query for GET, path parameters and JSON body for the rest.
 * @throws Refusal with the server's sentence
 */
export const request = <I extends z.ZodObject, O extends z.ZodType>(
  operation: PlainOperation<I, O>,
  input: z.input<I>,
  signal?: AbortSignal,
): Promise<z.output<O>> => send(operation, input, { signal })

/** Saves a form as of a version; a form that was changed meanwhile is refused. @param onSaved told the version it now is */
export const requestSave = <I extends z.ZodObject, O extends z.ZodType>(
  operation: FormOperation<I, O>,
  input: z.input<I>,
  { version, onSaved }: { version: string; onSaved: (version: string | null) => void },
): Promise<z.output<O>> => send(operation, input, { version, onSaved })

const Opened = z.object({ values: z.record(z.string(), z.unknown()), version: z.string() })
export type Opened = z.infer<typeof Opened>

/** What a form edits as it is stored now, with its version. */
export function requestOpening({ name, route }: Pick<Operation, 'name' | 'route'>, input: Record<string, unknown>) {
  const named = Object.fromEntries(parametersOf(route).map((parameter) => [parameter, input[parameter]]))
  return send({ name, method: 'GET', route: `${route}/form`, output: Opened }, named, {})
}

/** For the server to notice a page that was read in another mandate. */
export function mandateHeader(): Record<string, string> {
  const mandate = mandateNow()
  return mandate === null ? {} : { 'guatu-mandate': mandate }
}

async function send<O extends z.ZodType>(
  operation: Pick<Operation<z.ZodObject, O>, 'name' | 'method' | 'route' | 'output'>,
  input: Record<string, unknown>,
  { signal, version, onSaved }: Sending,
): Promise<z.output<O>> {
  const { url, rest } = fillRoute(operation.route, input)
  const reads = operation.method === 'GET'
  const address = reads ? url + toQuery(rest) : url
  const known = reads ? findAnswer(address) : undefined
  const response = await fetch(address, {
    method: operation.method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(!reads && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...(known && { 'if-none-match': known.tag }),
      ...mandateHeader(),
    },
    body: reads ? null : JSON.stringify(rest),
    ...(signal && { signal }),
  }).catch((problem: unknown) => {
    if (signal?.aborted) throw problem
    throw refuseWhat.unreachable({})
  })
  if (known && response.status === 304) return parseAnswer(operation, known.body)
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw parseRefusal(response.status, body)
  if (reads) rememberAnswer(address, response.headers.get('etag'), body)
  onSaved?.(response.headers.get('etag')?.replaceAll(/^(?:W\/)?"|"$/g, '') ?? null)
  return parseAnswer(operation, body)
}
