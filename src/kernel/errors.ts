/** What went wrong, in the five kinds the whole system knows; `platform/http` turns a kind into a status once. */
export type RefusalKind = 'invalid' | 'forbidden' | 'notFound' | 'conflict' | 'unavailable'

/** A refusal carries a stable code for support desks and a Chinese sentence that says what to do next. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly details: unknown

  constructor(kind: RefusalKind, code: string, sentence: string, details?: unknown) {
    super(sentence)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.details = details
  }
}

interface RefusalDeclaration<P> {
  kind: RefusalKind
  text: (parameters: P) => string
}

type Factories<D> = {
  [K in keyof D]: D[K] extends RefusalDeclaration<infer P> ? (parameters: P, details?: unknown) => Refusal : never
}

/**
 * Declares a module's refusals: each name becomes a factory whose result can be thrown.
 * `defineErrors('plans', { planNotFound: { kind: 'notFound', text: (p: { id: string }) => … } })`
 */
export function defineErrors<D extends Record<string, RefusalDeclaration<never>>>(
  module: string,
  declarations: D,
): Factories<D> {
  const entries = Object.entries(declarations).map(([name, { kind, text }]) => {
    const build = (parameters: never, details?: unknown) =>
      new Refusal(kind, `${module}.${name}`, text(parameters), details)
    return [name, build]
  })
  return Object.fromEntries(entries) as Factories<D>
}
