import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { defineErrors, type Refusal } from '#kernel/errors.ts'
import { answerError } from './answer-errors.ts'
import { protectingHeaders } from './security-headers.ts'

/** What cannot be heard is answered in the same form as what is refused: people meet it behind broken links and proxies. */
const hearingErrors = defineErrors('system', {
  noRequest: { kind: 'invalid', text: () => '收到的内容不是网页请求，没有处理。请用浏览器打开本系统的地址后重试。' },
  headTooLarge: {
    kind: 'invalid',
    text: () => '请求附带的信息太多，没有处理。请清除浏览器在本站的 Cookie 后重新登录；仍不行请联系系统管理员。',
  },
  tooSlow: { kind: 'unavailable', text: () => '请求传得太慢，已停止接收，没有保存任何内容。请检查网络后重试。' },
})

/** An address that cannot be decoded, or a piece of it longer than any name of ours. */
export function answerBadAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body } = answerError(error, request.log)
  void reply
    .code(status)
    .headers({ ...protectingHeaders, 'cache-control': 'no-store' })
    .send(body)
}

const refusals: Record<string, readonly [status: number, refusal: Refusal]> = {
  HPE_HEADER_OVERFLOW: [431, hearingErrors.headTooLarge({})],
  ERR_HTTP_REQUEST_TIMEOUT: [408, hearingErrors.tooSlow({})],
}

/** What each connection was asked last. */
const asked = new WeakMap<Socket, { request: IncomingMessage; response: ServerResponse }>()

/** The last question was heard whole and its answer ends the connection: what comes behind it is nobody's. */
function isEnding(socket: Socket): boolean {
  const last = asked.get(socket)
  if (!last?.request.complete) return false
  return !last.response.shouldKeepAlive || last.response.getHeader('connection') === 'close'
}

/** Bytes that are no request; the connection ends with the answer, as nobody can say where the next request would begin. */
export function answerNoRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (isEnding(socket)) return
  const [status, { code, kind, message }] = refusals[error.code ?? ''] ?? [400, hearingErrors.noRequest({})]
  const body = JSON.stringify({ error: { code, kind, message } })
  const headers = {
    ...protectingHeaders,
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  if (socket.writable) socket.write([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'))
  socket.destroy(error)
}

/**
 * What the machine would otherwise refuse without a word. An expectation nobody knows is no reason to (RFC 9110 §10.1.1
 * leaves it to the server); a request that names no host is (RFC 9112 §3.2).
 */
export function hearAll(app: FastifyInstance): void {
  app.server.on('checkExpectation', (request, response) => app.routing(request, response))
  app.server.prependListener('request', (request, response) => void asked.set(request.socket, { request, response }))
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.httpVersion === '1.1' && raw.headers.host === undefined) throw hearingErrors.noRequest({})
  })
}
