import { createHash } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * What a writing answers may hold what is shown once (a password, recovery codes, the address of a calendar); next to
 * words of the asker's own, its length would tell of it (CVE-2013-3587). Only what a reading answers is compressed.
 */
export const uncompressed = { compress: false } as const

/** Brotli at 4 costs the processor what gzip costs at 6 and saves a sixth more; under a kilobyte nothing is saved. */
const quality = 4

/** Compresses answers, and answers a reading that the asker has already with 304 (RFC 9110 §15.4.5). */
export async function addAnswerBodies(app: FastifyInstance): Promise<void> {
  app.addHook('onSend', tagAnswer)
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: quality } },
    globalDecompression: false,
  })
}

/** Weak, as the same answer is sent in several encodings. A form has a version instead, and files are sent as they are. */
async function tagAnswer(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const isTold = request.method === 'GET' && request.url.startsWith('/api/') && reply.statusCode === 200
  if (!isTold || typeof payload !== 'string' || reply.hasHeader('etag')) return payload
  const tag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`
  reply.header('etag', tag)
  if (!namesTag(request.headers['if-none-match'], tag)) return payload
  reply.code(304).removeHeader('content-type').removeHeader('content-length')
  return null
}

const namesTag = (header: string | undefined, tag: string): boolean =>
  header !== undefined && header.split(',').some((one) => one.trim() === tag)
