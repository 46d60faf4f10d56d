import type { FastifyInstance } from 'fastify'
import { addressOf, readFeed } from '#modules/office/notices/server/index.ts'
import { uncompressed } from '#platform/http/answer-bodies.ts'
import type { System } from './system.ts'

/**
 * People's calendars, asked for by programs that cannot sign in: the address itself is the secret. It is no operation,
 * because it is asked for every hour and would fill the audit trail, and is not logged, because logs are read by others.
 */
export function serveCalendars(app: FastifyInstance, { noticePorts, runtime }: System): void {
  app.get<{ Params: { file: string } }>(
    '/calendar/:file',
    { logLevel: 'silent', ...uncompressed },
    async ({ params }, reply) => {
      const address = addressOf(params.file, runtime.homeDivision)
      const text = address && (await readFeed(address, runtime.clock(), noticePorts))
      if (text === undefined)
        return reply.code(404).type('text/plain; charset=utf-8').send('没有这个日历，或者已经停用。')
      return reply.type('text/calendar; charset=utf-8').header('cache-control', 'private, no-cache').send(text)
    },
  )
}
