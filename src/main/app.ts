import { existsSync } from 'node:fs'
import { join } from 'node:path'
import serveFiles from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { findActor } from '#modules/office/accounts/server/index.ts'
import { addAnswerBodies } from '#platform/http/answer-bodies.ts'
import { answerError } from '#platform/http/answer-errors.ts'
import { addRateLimit, connectionTimes } from '#platform/http/bounds.ts'
import { type LineSink, logOptions } from '#platform/http/log-options.ts'
import { answerBadAddress, answerNoRequest, hearAll } from '#platform/http/no-request.ts'
import { describeApi } from '#platform/http/openapi.ts'
import { headersOf, registerOperations } from '#platform/http/register-operations.ts'
import { addSecurityHeaders } from '#platform/http/security-headers.ts'
import { accessErrors } from '#platform/operation/refusals.ts'
import { projectFolder } from '#platform/project-folder.ts'
import { serveCalendars } from './calendar-route.ts'
import type { Settings } from './settings.ts'
import type { System } from './system.ts'
import { productVersion } from './version.ts'

/** The web server: operations under /api, the built pages for everything else. */
export async function buildApp(
  system: System,
  { logLevel, proxies, logTo }: Pick<Settings, 'logLevel'> & Partial<Pick<Settings, 'proxies'>> & { logTo?: LineSink },
): Promise<FastifyInstance> {
  const app = fastify({
    logger: logOptions(logLevel, logTo),
    // Only these may say who asks and whether it came over TLS.
    trustProxy: proxies ? [...proxies] : false,
    forceCloseConnections: true,
    // A route that says nothing takes no more than this.
    bodyLimit: 16_000,
    requestTimeout: connectionTimes.requestTimeout,
    // Who names no host is refused by `hearAll`, with a sentence.
    http: { ...connectionTimes, requireHostHeader: false },
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerNoRequest,
  })
  hearAll(app)
  addSecurityHeaders(app)
  await addAnswerBodies(app)
  await addRateLimit(app)
  app.setErrorHandler((error, request, reply) => {
    const { status, body } = answerError(error, request.log)
    return reply.code(status).send(body)
  })
  app.get('/api/health', async () => {
    await system.runtime.db.execute('select 1')
    return { state: 'ok' }
  })
  const api = describeApi(system.modules, productVersion())
  app.get('/api/openapi.json', async () => api)
  const authenticate = (request: Parameters<typeof headersOf>[0]) =>
    findActor(headersOf(request), system.runtime.clock(), system.accountPorts)
  registerOperations(app, system.implementations, { runtime: system.runtime, authenticate })
  serveCalendars(app, system)
  await servePages(app)
  return app
}

async function servePages(app: FastifyInstance): Promise<void> {
  const pages = join(projectFolder(), 'dist/web')
  const hasPages = existsSync(pages)
  if (hasPages)
    await app.register(serveFiles, { root: pages, index: false, preCompressed: true, setHeaders: keepHashed })
  if (hasPages) app.get('/', (_request, reply) => sendPage(reply))
  if (hasPages) app.get('/sign-in', (_request, reply) => sendPage(reply, 'sign-in.html'))
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    if (request.method !== 'GET' || path.startsWith('/api/') || !hasPages) throw accessErrors.noSuchRoute({ path })
    return sendPage(reply)
  })
}

/** Names under assets/ carry the hash of their content. */
function keepHashed(reply: FastifyReply, path: string): void {
  void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
}

const sendPage = (reply: FastifyReply, page = 'index.html') => reply.header('cache-control', 'no-cache').sendFile(page)
