import type { FastifyServerOptions } from 'fastify'
import { describeFault } from '../fault/describe-fault.ts'
import { ownFaults } from '../fault/fault-log.ts'

type LoggerOptions = Exclude<NonNullable<FastifyServerOptions['logger']>, boolean>

/** Where lines go instead of standard output; for tests. */
export interface LineSink {
  write(line: string): void
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Error)

/** The error in a call of the logger, whoever made it: `log.error(error)`, `log.error({ err: error }, 'words')`. */
const errorIn = (first: unknown): Error | undefined =>
  first instanceof Error
    ? first
    : isRecord(first)
      ? Object.values(first).find((value) => value instanceof Error)
      : undefined

const withoutErrors = (first: unknown): Record<string, unknown> =>
  isRecord(first) ? Object.fromEntries(Object.entries(first).filter(([, value]) => !(value instanceof Error))) : {}

/**
 * What the web server logs: of a request its method and route, never its address, headers or body (addresses hold searches and
 * secrets of calendars); of an error what `describeFault` allows, in place of its message, and the same one seldom.
 */
export function logOptions(level: string, sink?: LineSink): LoggerOptions {
  return {
    level,
    ...(sink && { stream: sink }),
    serializers: {
      req: ({ method, routeOptions, ip }) => ({ method, route: routeOptions?.url ?? '', remoteAddress: ip }),
    },
    hooks: {
      logMethod(args, method) {
        const [first] = args as unknown[]
        const error = errorIn(first)
        if (!error) return method.apply(this, args)
        const rest = withoutErrors(first)
        // Whoever answers a request has asked already, to tell the number.
        if ('faultId' in rest) return method.apply(this, [{ ...rest, fault: describeFault(error) }, 'fault'])
        const { id, isNew, suppressed } = ownFaults.admit(error)
        if (isNew) method.apply(this, [{ ...rest, fault: describeFault(error), faultId: id, suppressed }, 'fault'])
      },
    },
  }
}
