import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { type Account, password } from './furnish.ts'
import type { Made } from './make-request.ts'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
  milliseconds: number
}

interface Sent {
  headers: Record<string, string>
  body?: Buffer | undefined
  isFirst?: boolean
}

/** Sends requests as browsers behind a trusted proxy would: everybody from an address of their own. */
export function createSender(address: string, { atOnce }: { atOnce: number }) {
  const { hostname, port } = new URL(address)
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce * 2 })
  const cookies = new Map<string, string>()
  const begun = new Map<string, number>()
  let strangers = 0

  const exchange = (method: string, path: string, { headers, body, isFirst = true }: Sent): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const began = performance.now()
      const length = body ? { 'content-length': String(body.length) } : {}
      const options = { agent, hostname, port, method, path, headers: { ...headers, ...length }, timeout: 90_000 }
      const asked = request(options, (answer) => {
        const blocks: Buffer[] = []
        answer.on('data', (block: Buffer) => blocks.push(block))
        answer.once('error', reject)
        answer.once('end', () => {
          const milliseconds = performance.now() - began
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(blocks),
            milliseconds,
          })
        })
      })
      asked.once('timeout', () => asked.destroy(new Error('no answer within 90 s')))
      asked.once('error', (error) => {
        // The server may end an idle connection in the moment it is used again; browsers ask once more.
        if (asked.reusedSocket && isFirst) resolve(exchange(method, path, { headers, body, isFirst: false }))
        else reject(new Error(`${error.message}${asked.reusedSocket ? ', used again' : ''}`))
      })
      asked.once('upgrade', (_, socket) => {
        socket.destroy()
        reject(new Error('the connection was upgraded'))
      })
      asked.end(body)
    })

  const addressOf = (account: Account | null): string => {
    if (!account) return `10.9.${Math.floor(strangers / 250) % 250}.${strangers++ % 250}`
    return `10.8.${account.username.length}.${[...account.username].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 250}`
  }

  async function signIn(account: Account): Promise<void> {
    begun.set(account.username, performance.now())
    const body = Buffer.from(JSON.stringify({ username: account.username, password }))
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': addressOf(null) }
    const answer = await exchange('POST', '/api/auth/sign-in/username', { headers, body })
    const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0]
    if (answer.status !== 200 || !cookie)
      throw new Error(
        `${account.username} could not sign in: ${answer.status} ${answer.body.toString('utf8').slice(0, 300)}`,
      )
    cookies.set(account.username, cookie)
  }

  const headersOf = ({ account, headers }: Made): Record<string, string> => {
    const cookie = account ? cookies.get(account.username) : undefined
    return { 'x-forwarded-for': addressOf(account), ...(cookie && { cookie }), ...headers }
  }

  return {
    signIn,
    close: () => agent.destroy(),
    /** Whether the person is still signed in. */
    async isSignedIn(account: Account): Promise<boolean> {
      const headers = { cookie: cookies.get(account.username) ?? '', 'x-forwarded-for': addressOf(account) }
      const { body } = await exchange('GET', '/api/session', { headers })
      return body.toString('utf8').startsWith('{"user"')
    },
    async send(made: Made): Promise<Answer> {
      if (made.raw) return sendRaw(made.raw, { hostname, port: Number(port) })
      const headers = headersOf(made)
      if (made.opensForm) {
        const opened = await exchange('GET', `${made.path}/form`, { headers })
        const version = opened.headers.etag
        if (typeof version === 'string') headers['if-match'] ??= version
      }
      return exchange(made.method, made.path, { headers, body: made.body })
    },
  }
}

export type Sender = ReturnType<typeof createSender>

/** Sends bytes and reads what comes back until the server ends the connection or says nothing more. */
async function sendRaw(bytes: Buffer, place: { hostname: string; port: number }): Promise<Answer> {
  const { hostname: host, port } = place
  const began = performance.now()
  const socket = connect({ host, port })
  const blocks: Buffer[] = []
  socket.on('data', (block: Buffer) => blocks.push(block))
  socket.on('error', () => undefined)
  socket.write(bytes)
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  // An answer may be slow to begin; once it has begun it is short.
  const begun = new Promise<void>((resolve) => socket.once('data', () => resolve()))
  await Promise.race([ended, begun, delay(5_000, undefined, { ref: false })])
  await Promise.race([ended, delay(400, undefined, { ref: false })])
  socket.destroy()
  const text = Buffer.concat(blocks)
  const at = text.indexOf('\r\n\r\n')
  const [first = '', ...lines] = text.subarray(0, Math.max(0, at)).toString('latin1').split('\r\n')
  const headers = Object.fromEntries(
    lines.map((each) => [each.split(':')[0]?.toLowerCase() ?? '', each.split(': ')[1]]),
  )
  const status = Number(first.split(' ')[1] ?? 0)
  const chunked = headers['transfer-encoding'] === 'chunked'
  const body = text.subarray(at + 4)
  return {
    status,
    headers,
    body: chunked ? body.subarray(body.indexOf('\n') + 1) : body,
    milliseconds: performance.now() - began,
  }
}
