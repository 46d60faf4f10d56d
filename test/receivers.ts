import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

export interface Mail {
  to: string
  text: string
}

/** A mail server on this machine that keeps what it takes; `refuse` lets it answer 451, `hang` lets it break the line. */
export async function openMailbox() {
  const mails: Mail[] = []
  const mood = { refuse: false, hang: false }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      password === 'geheim' ? done(null, { user: username }) : done(new Error('no')),
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (mood.refuse) return done(Object.assign(new Error('later'), { responseCode: 451 }))
        const to = session.envelope.rcptTo[0]?.address ?? ''
        mails.push({ to, text: Buffer.concat(parts).toString('utf8') })
        // Taken, and the answer never comes: what a kill between handing over and noting looks like from outside.
        if (mood.hang) return breakLines()
        done()
      })
    },
  })
  const breakLines = () => {
    const { connections } = server as unknown as { connections: Set<{ close(): void }> }
    for (const connection of connections) connection.close()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { port, mails, mood }
}

export interface Post {
  url: URL
  body: Record<string, unknown>
}

/** A robot's platform on this machine. */
export async function openWebhook() {
  const posts: Post[] = []
  const mood: { status: number; answer: unknown } = { status: 200, answer: { errcode: 0, errmsg: 'ok' } }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    posts.push({ url, body: JSON.parse(await textOf(request)) })
    response.writeHead(mood.status, { 'content-type': 'application/json', location: 'http://127.0.0.1:1/' })
    response.end(JSON.stringify(mood.answer))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { base: `http://127.0.0.1:${port}`, posts, mood }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
