import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { findWay, lookupOf, type Reach } from './find-way.ts'

const patience = 15_000
const answerLimit = 16_384

/**
 * Posts to an address that people wrote, if it leads where messages may go. Redirects are not followed: one could lead
 * into the house.
 * @returns the status, and the first 16 KB of the answer
 */
export async function postJson(
  address: string,
  body: unknown,
  reach: Reach,
): Promise<{ status: number; text: string }> {
  const url = new URL(address)
  const signal = AbortSignal.timeout(patience)
  const way = await findWay(url.hostname, reach)
  const lookup = lookupOf(way)
  const bytes = Buffer.from(JSON.stringify(body))
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length }
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'http:' ? plain : secure
    const request = ask(url, { method: 'POST', headers, lookup, signal, agent: false }, (response) => {
      const parts: Buffer[] = []
      let size = 0
      const finish = () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') })
        request.destroy()
      }
      response.on('data', (part: Buffer) => {
        parts.push(part)
        size += part.length
        if (size >= answerLimit) finish()
      })
      response.on('end', finish)
      response.on('error', reject)
    })
    request.on('error', (error) => reject(signal.aborted ? signal.reason : error))
    request.end(bytes)
  })
}
