import type { z } from 'zod'
import type { Actor, Role } from './actor.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Path = `${Method} /${string}`

/** One operation as its module declares it. Everything else (route, grant, validation, OpenAPI, client, sweep test) is derived. */
export interface OperationLine<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  /** `POST /plans/:planId/publish`; parameters in the path are fields of the input. */
  path: Path
  /** What it does, in the words of the office; shown in the API page and in the audit trail. */
  title: string
  /** Who may call it. Empty is a mistake and does not start; `'anyone'` is for signing in and health. */
  by: readonly Role[] | 'anyone'
  input: I
  output: O
  /** The body is one file: the handler receives it as `file`, the input comes from path and query. */
  upload?: true
  /** The body holds a whole document as text and may be larger than a form. */
  pasted?: true
  /** The answer is a file instead of JSON; `output` is then not used on the wire. */
  download?: true
  /** A download that a page shows within itself, such as a picture: it is not taken out of the house and leaves no trace. */
  inline?: true
  /** It overwrites what a person saw in a form: kept by version. Every PUT is one; others say so here. */
  form?: true
}

export interface Operation<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType>
  extends OperationLine<I, O> {
  /** `plans.publishPlan`: the name of the grant, the operation id, the audit entry. */
  name: string
  method: Method
  /** The route with `:parameters`, without the method. */
  route: string
}

/** An operation that overwrites what a person saw in a form. */
export type FormOperation<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = Operation<I, O> & {
  form: true
}

/** Any other operation: called without a version. */
export type PlainOperation<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = Operation<I, O> & {
  form?: undefined
}

type IsForm = { path: `PUT /${string}` } | { form: true }
type Contract<L> = {
  [K in keyof L]: L[K] extends OperationLine<infer I, infer O>
    ? L[K] extends IsForm
      ? FormOperation<I, O>
      : PlainOperation<I, O>
    : never
}

/** Declares the operations of a module. */
export function contract<L extends Record<string, OperationLine>>(module: string, lines: L): Contract<L> {
  const entries = Object.entries(lines).map(([key, line]) => {
    const [method, route] = line.path.split(' ')
    const form = method === 'PUT' && { form: true as const }
    return [key, { ...line, ...form, name: `${module}.${key}`, method, route }]
  })
  return Object.fromEntries(entries) as Contract<L>
}

/** `/plans/:planId/tasks` names planId. */
export const parametersOf = (route: string): string[] => [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => name)

/** Whether this person holds the grant of the operation; row rules come on top. */
export const may = (actor: Pick<Actor, 'role'>, operation: Pick<OperationLine, 'by'>): boolean =>
  operation.by === 'anyone' || operation.by.includes(actor.role)

export type InputOf<T> = T extends Operation<infer I, z.ZodType> ? z.input<I> : never
export type OutputOf<T> = T extends Operation<z.ZodObject, infer O> ? z.output<O> : never
