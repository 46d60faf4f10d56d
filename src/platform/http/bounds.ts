import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from '#kernel/contract.ts'
import { accessErrors } from '#platform/operation/refusals.ts'
import { readingLimits } from '#platform/reading/document.ts'

/** Bytes of a body: least for who is not signed in, much only where a file is expected. */
const bodyBytes = { stranger: 16_000, form: 1_000_000, pasted: 20_000_000, upload: readingLimits.bytes } as const

export function bodyLimitOf({ upload, pasted, by }: Operation): number {
  if (by === 'anyone') return bodyBytes.stranger
  if (upload) return bodyBytes.upload
  return pasted ? bodyBytes.pasted : bodyBytes.form
}

/** A body that comes slower than this is cut: seconds to begin with, then bytes a second. */
const pace = { seconds: 20, bytesASecond: 50_000 } as const

/** Requests a minute; a whole county may stand behind one address. */
const perMinute = { person: 1_200, address: 6_000 } as const

/** Files on their way in at once; each is held in memory until it is read. */
const uploadsAtOnce = { person: 3, all: 8 } as const

/** How long a connection may take over its head, and over all of a request, milliseconds. */
export const connectionTimes = { headersTimeout: 20_000, requestTimeout: 1_200_000, connectionsCheckingInterval: 5_000 }

/** Makes `limitRate` known to the app; told apart by person, and by address where nobody is signed in. */
export async function addRateLimit(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    timeWindow: '1 minute',
    max: (request) => (request.actor ? perMinute.person : perMinute.address),
    keyGenerator: (request) => (request.actor ? `person ${request.actor.userId}` : `address ${request.ip}`),
    errorResponseBuilder: () => accessErrors.tooFast({}),
  })
}

/**
 * Ends the connection of a body that trickles in; what was sent is forgotten.
 * @param admitted whether the body is wanted: of another one as much is passed over as comes at once
 */
export function cutSlowBody(request: FastifyRequest, admitted: boolean): void {
  const length = admitted ? Number(request.headers['content-length'] ?? pace.seconds * pace.bytesASecond) : 0
  const seconds = pace.seconds + length / pace.bytesASecond
  const { raw } = request
  // The request is closed once it is answered; what is still being sent then comes in over its socket all the same.
  // One that never went over a network has no socket to end.
  const cut = () => raw.complete || raw.socket.destroy?.()
  const timer = setTimeout(cut, seconds * 1000).unref()
  raw.once('end', () => clearTimeout(timer))
}

/** Counts the files on their way in. */
export function createUploadCount() {
  const ofPerson = new Map<string, number>()
  let all = 0
  return function admit(userId: string, reply: FastifyReply): void {
    const own = ofPerson.get(userId) ?? 0
    if (own >= uploadsAtOnce.person || all >= uploadsAtOnce.all) throw accessErrors.tooManyUploads({})
    ofPerson.set(userId, own + 1)
    all++
    reply.raw.once('close', () => {
      const left = (ofPerson.get(userId) ?? 1) - 1
      if (left > 0) ofPerson.set(userId, left)
      else ofPerson.delete(userId)
      all--
    })
  }
}
