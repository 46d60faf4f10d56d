import { createReadStream } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#kernel/actor.ts'
import { assertForms } from '#platform/operation/form-version.ts'
import type { FileAnswer, Implementation, KeptFile, UploadedFile, Wire } from '#platform/operation/implement.ts'
import { accessErrors } from '#platform/operation/refusals.ts'
import { isAdmitted, type Runtime, runOperation } from '#platform/operation/run-operation.ts'
import { uncompressed } from './answer-bodies.ts'
import { bodyLimitOf, createUploadCount, cutSlowBody } from './bounds.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set before the body is read. */
    actor: Actor | null
  }
}

export type Authenticate = (request: FastifyRequest) => Promise<Actor | null>

/** Gives every operation its route under `/api`; an operation nobody may call is a mistake and stops the start. */
export function registerOperations(
  app: FastifyInstance,
  implementations: readonly Implementation[],
  { runtime, authenticate }: { runtime: Runtime; authenticate: Authenticate },
): void {
  app.decorateRequest('actor', null)
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  assertForms(implementations)
  const admitUpload = createUploadCount()
  for (const implementation of implementations) {
    const { operation } = implementation
    if (operation.by !== 'anyone' && operation.by.length === 0)
      throw new Error(`${operation.name} is granted to nobody`)
    const inputOf = ({ query, body, params }: FastifyRequest) =>
      operation.upload ? merge(query, params) : merge(query, body, params)
    // Before a byte of the body is read it is known who sends it, and whether they may.
    const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      refuseForeignOrigin(request)
      request.actor = await authenticate(request)
      const { actor } = request
      const asked = { input: merge(request.query, request.params), actor, wire: wireOf(request, reply) }
      const admitted = isAdmitted(operation, actor)
      if (operation.method !== 'GET') cutSlowBody(request, admitted)
      if (!admitted) await runOperation(implementation, asked, runtime)
      if (operation.upload && actor) admitUpload(actor.userId, reply)
    }
    app.route({
      method: operation.method,
      url: `/api${operation.route}`,
      bodyLimit: bodyLimitOf(operation),
      ...(operation.method !== 'GET' && uncompressed),
      onRequest: [admit, app.rateLimit()],
      handler: async (request, reply) => {
        const { actor } = request
        const file = operation.upload ? takeFile(request) : undefined
        const asked = { input: inputOf(request), actor, wire: wireOf(request, reply), ...(file && { file }) }
        const answer = await runOperation(implementation, asked, runtime)
        return operation.download
          ? sendFile(reply, answer as FileAnswer | KeptFile, operation.inline)
          : reply.send(answer)
      },
    })
  }
}

const made = new WeakMap<FastifyRequest, Headers>()

/** The same object however often it is asked for: whoever finds something out about a request can remember it by this. */
export function headersOf(request: FastifyRequest): Headers {
  const known = made.get(request)
  if (known) return known
  const headers = new Headers()
  made.set(request, headers)
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value))
  headers.set('x-guatu-address', request.ip)
  return headers
}

function wireOf(request: FastifyRequest, reply: FastifyReply): Wire {
  // Over TLS, told by the connection or by a trusted proxy, the browser keeps the cookie for TLS only.
  const secure = request.protocol === 'https' ? '; Secure' : ''
  const setCookie = (line: string) => void reply.header('set-cookie', `${line}${secure}`)
  const setVersion = (version: string) => void reply.header('etag', `"${version}"`)
  return { headers: headersOf(request), address: request.ip, setCookie, setVersion }
}

const merge = (...parts: unknown[]): Record<string, unknown> => Object.assign({}, ...parts)

/** A browser names the page a write comes from; a page of another site cannot act with the user's cookie. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers
  if (request.method === 'GET' || !origin) return
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw accessErrors.foreignOrigin({})
}

function takeFile(request: FastifyRequest): UploadedFile {
  const name = decodeName(request.headers['x-file-name'])
  if (!Buffer.isBuffer(request.body) || request.body.length === 0) throw accessErrors.emptyFile({})
  return { name, bytes: request.body }
}

function decodeName(header: unknown): string {
  if (typeof header !== 'string' || header === '') return '未命名文件'
  try {
    return decodeURIComponent(header)
      .replaceAll(/[\\/\p{Cc}]/gu, '_')
      .slice(-255)
      .replace(/^\p{Surrogate}/u, '')
  } catch {
    return '未命名文件'
  }
}

/** Whatever its bytes are, a file sent from here runs nothing and reaches nothing: its policy is an empty sandbox. */
function sendFile(reply: FastifyReply, file: FileAnswer | KeptFile, inline: true | undefined): FastifyReply {
  const name = `filename*=UTF-8''${encodeURIComponent(file.name)}`
  return reply
    .header('content-disposition', `${inline ? 'inline' : 'attachment'}; ${name}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type(file.mediaType)
    .send('path' in file ? createReadStream(file.path) : Buffer.from(file.bytes))
}
