import { existsSync } from 'node:fs'
import { join } from 'node:path'
import serveFiles from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { projectFolder } from '#platform/project-folder.ts'
import type { Running } from './start-steps.ts'

/** The web server: operations under /api, the built pages for everything else. */
export async function buildApp({ pool, settings }: Running): Promise<FastifyInstance> {
  const app = fastify({ logger: { level: settings.logLevel }, forceCloseConnections: true })
  app.get('/api/health', async () => {
    await pool.query('select 1')
    return { state: 'ok' }
  })
  const pages = join(projectFolder(), 'dist/web')
  if (existsSync(pages)) {
    await app.register(serveFiles, { root: pages })
    app.setNotFoundHandler((request, reply) =>
      request.url.startsWith('/api/') ? reply.code(404).send() : reply.sendFile('index.html'),
    )
  }
  return app
}
