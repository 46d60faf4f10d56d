import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../src/main/app.ts'
import { openCounty } from './county.ts'
import { complaintOf } from './scope/office-sentence.ts'

const { system } = await openCounty()
const app = await buildApp(system, { logLevel: 'silent' })
await app.listen({ port: 0, host: '127.0.0.1' })
afterAll(() => app.close())

/** Sends bytes as they are and reads the answer to its end. */
async function send(bytes: string): Promise<{ status: number; head: string; message: unknown }> {
  const bound = app.server.address()
  const socket = connect({ host: '127.0.0.1', port: bound && typeof bound === 'object' ? bound.port : 0 })
  socket.write(bytes)
  const [head = '', body = '{}'] = (await text(socket)).split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), message: JSON.parse(body).error?.message }
}

const close = 'host: guatu.local\r\nconnection: close\r\n\r\n'

describe('what never becomes a request is refused like one', () => {
  test.each([
    ['bytes of another protocol', '\u0016\u0003\u0001\u0002\r\n\r\n', 400],
    ['a method nobody knows', `FETCH /api/plans HTTP/1.1\r\n${close}`, 400],
    ['no host', 'GET /api/plans HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
    ['two lengths', `POST /api/session HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n${close}`, 400],
    ['a head without end', `GET /api/plans HTTP/1.1\r\nx: ${'a'.repeat(20_000)}\r\n${close}`, 431],
    ['an address that cannot be decoded', `GET /api/plans/%zz HTTP/1.1\r\n${close}`, 400],
    // Where pages are built their route hears it instead, and knows no such address.
    ['a name longer than any of ours', `GET /api/plans/${'a'.repeat(300)} HTTP/1.1\r\n${close}`, [404, 414]],
  ])('%s', async (_name, bytes, status) => {
    const answer = await send(bytes)
    expect([status].flat()).toContain(answer.status)
    expect(complaintOf(answer.message, bytes)).toBeUndefined()
    expect(answer.head).toContain('x-content-type-options: nosniff')
    expect(answer.head).toContain('cache-control: no-store')
  })

  test.each([
    ['a refusal', `GET /api/plans HTTP/1.1\r\n${close}`, 'HTTP/1.1 4'],
    ['an answer without a body', `HEAD /api/health HTTP/1.1\r\n${close}`, 'HTTP/1.1 2'],
    ['a sentence of its own', `GET /api/plans/%zz HTTP/1.1\r\n${close}`, 'HTTP/1.1 4'],
  ])('behind %s that ends the connection nothing is answered', async (_name, bytes, first) => {
    const bound = app.server.address()
    const socket = connect({ host: '127.0.0.1', port: bound && typeof bound === 'object' ? bound.port : 0 })
    socket.write(`${bytes}\u0016\u0003 no request\r\n\r\n`)
    expect((await text(socket)).match(/HTTP\/1\.1 \d/g)).toEqual([first])
  })

  test('an expectation nobody knows is passed over', async () => {
    const answer = await send(`GET /api/plans HTTP/1.1\r\nexpect: 200-ok\r\n${close}`)
    expect(answer).toMatchObject({ status: 401, message: '尚未登录或登录已过期，请重新登录。' })
  })
})
