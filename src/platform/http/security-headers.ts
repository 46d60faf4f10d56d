import type { FastifyInstance } from 'fastify'

/** Nothing is loaded from elsewhere, nothing of ours is shown inside another site. Inline styles are antd's. */
const policy = [
  "default-src 'self'", "img-src 'self' data: blob:", "style-src 'self' 'unsafe-inline'", "font-src 'self' data:",
  "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ') // biome-ignore format: a list

/** For every answer, also to what never became a request. */
export const protectingHeaders = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
} as const

export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    // What people see here stays in no cache of a browser or a proxy, unless the answer says how long it may.
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    // Only once it came over TLS: a county that has no certificate yet is not locked out.
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000')
    // A file brings its own, narrower policy.
    for (const [name, value] of Object.entries(protectingHeaders)) if (!reply.hasHeader(name)) reply.header(name, value)
  })
}
