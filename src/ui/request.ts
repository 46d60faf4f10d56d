import type { z } from 'zod'
import type { Operation } from '#kernel/contract.ts'
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

/**
 * Calls an operation: path parameters and query for GET, path parameters and JSON body for the rest.
 * @throws Refusal with the server's sentence
 */
export async function request<I extends z.ZodObject, O extends z.ZodType>(
  operation: Operation<I, O>,
  input: z.input<I>,
  signal?: AbortSignal,
): Promise<z.output<O>> {
  const { url, rest } = fillRoute(operation.route, input)
  const reads = operation.method === 'GET'
  const response = await fetch(reads ? url + toQuery(rest) : url, {
    method: operation.method,
    credentials: 'same-origin',
    headers: reads
      ? { accept: 'application/json' }
      : { accept: 'application/json', 'content-type': 'application/json' },
    body: reads ? undefined : JSON.stringify(rest),
    signal,
  }).catch((problem: unknown) => {
    if (signal?.aborted) throw problem
    throw refuseWhat.unreachable({})
  })
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw parseRefusal(response.status, body)
  return parseAnswer(operation, body)
}
