import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { mandates, users } from '#modules/office/accounts/server/index.ts'
import { buildApp } from '../src/main/app.ts'
import { openCounty, password } from './county.ts'

const { system, db, people } = await openCounty()
const app = await buildApp(system, { logLevel: 'silent' })

async function signIn(username: string): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username, password },
  })
  expect(answer.statusCode).toBe(200)
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

const office = await signIn('office')
const bytes = (text: string) => Buffer.from(text)
const upload = (payload: Buffer, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/plans/hand-ins',
    payload,
    headers: { cookie: office, 'content-type': 'application/octet-stream', ...headers },
  })

describe('the session cookie', () => {
  test('is out of reach of scripts and of other sites', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: 'leader', password },
    })
    expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  })

  test('over TLS, as a trusted proxy says, is for TLS only; nobody else is believed', async () => {
    const ask = async (proxies: string[]) => {
      const behind = await buildApp(system, { logLevel: 'silent', proxies })
      const answer = await behind.inject({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        payload: { username: 'leader', password },
        headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.1.2.3' },
      })
      const cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
      const devices = (await app.inject({ url: '/api/session/devices', headers: { cookie } })).json()
      return {
        secure: answer.cookies[0]?.secure,
        from: devices.find((one: { current: boolean }) => one.current).address,
      }
    }
    expect(await ask(['127.0.0.1'])).toEqual({ secure: true, from: '10.1.2.3' })
    expect(await ask(['10.9.9.9'])).toEqual({ secure: undefined, from: '127.0.0.1' })
  })

  test('says who is there, and no longer after signing out', async () => {
    const cookie = await signIn('auditor')
    const who = async () => (await app.inject({ url: '/api/session', headers: { cookie } })).json()
    expect(await who()).toMatchObject({ user: { username: 'auditor', roleTitle: '审计员' } })
    await app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie }, payload: {} })
    expect(await who()).toBeNull()
  })

  test('is listed with the address it came from', async () => {
    const cookie = await signIn('reviewer')
    const devices = (await app.inject({ url: '/api/session/devices', headers: { cookie } })).json()
    expect(devices[0]).toMatchObject({ current: true, address: '127.0.0.1' })
  })

  test('a write that comes from a page of another site is refused', async () => {
    const headers = { cookie: office, origin: 'https://elsewhere.example', host: 'guatu.local' }
    const answer = await app.inject({
      method: 'POST',
      url: '/api/plans/hand-ins/text',
      headers,
      payload: { text: '方案' },
    })
    expect(answer.statusCode).toBe(403)
    expect(answer.json().error).toMatchObject({ code: 'access.foreignOrigin' })
  })
})

describe('what is wrong is said with the right status and a sentence', () => {
  test.each([
    ['nobody signed in', { url: '/api/plans' }, 401, 'access.notSignedIn'],
    ['an address that is none', { url: '/api/nothing' }, 404, 'access.noSuchRoute'],
    ['an id that is none', { url: '/api/plans/zhege', headers: { cookie: office } }, 400, 'system.invalidInput'],
    [
      'a plan that is not there',
      { url: '/api/plans/019b0000-0000-7000-8000-000000000000', headers: { cookie: office } },
      404,
      'plans.planNotFound',
    ],
    [
      'a body that is no JSON',
      {
        method: 'POST',
        url: '/api/plans/hand-ins/text',
        headers: { cookie: office, 'content-type': 'application/json' },
        payload: '{"text":',
      },
      400,
      'system.badRequest',
    ],
    [
      'an empty text',
      { method: 'POST', url: '/api/plans/hand-ins/text', headers: { cookie: office }, payload: { text: '' } },
      400,
      'system.invalidInput',
    ],
  ] as const)('%s', async (_name, request, status, code) => {
    const answer = await app.inject(request)
    expect(answer.statusCode).toBe(status)
    expect(answer.json().error).toMatchObject({ code, message: expect.stringMatching(/[\u4e00-\u9fa5]/) })
  })

  test('a fault of ours tells a number and nothing else', async () => {
    const broken = await buildApp(
      {
        ...system,
        runtime: {
          ...system.runtime,
          clock: () => {
            throw new Error('secret inside')
          },
        },
      },
      { logLevel: 'silent' },
    )
    const answer = await broken.inject({ url: '/api/session' })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).toMatch(/编号 [0-9a-f]{12}/)
    expect(answer.body).not.toContain('secret')
  })
})

describe('files', () => {
  test('arrive under the name their owner gave them, without a path', async () => {
    const answer = await upload(bytes('澄禾县工作方案（2026年）'), {
      'x-file-name': encodeURIComponent('../../方案.txt'),
    })
    expect(answer.json()).toMatchObject({ fileName: '.._.._方案.txt', state: 'received' })
    await system.background.idle()
  })

  test('an empty one is refused', async () => {
    expect((await upload(Buffer.alloc(0))).json().error).toMatchObject({ code: 'access.emptyFile' })
  })

  test('one over 50 MB is refused before it is read', async () => {
    const answer = await upload(Buffer.alloc(51 * 1024 * 1024))
    expect(answer.statusCode).toBe(413)
    expect(answer.json().error.message).toContain('50 MB')
  })

  test('one nobody signed in sends is not taken', async () => {
    const headers = { 'content-type': 'application/octet-stream' }
    const answer = await app.inject({ method: 'POST', url: '/api/plans/hand-ins', payload: bytes('方案'), headers })
    expect(answer.json().error).toMatchObject({ code: 'access.notSignedIn' })
  })

  test('leave as something to keep, never as a page of ours', async () => {
    const done = (await upload(bytes('<script>alert(1)</script>澄禾县工作要点'), { 'x-file-name': 'a.txt' })).json()
    await system.background.idle()
    const receipts = (await app.inject({ url: '/api/plans/hand-ins', headers: { cookie: office } })).json()
    const { planId } = receipts.find((one: { id: string }) => one.id === done.id)
    const file = await app.inject({ url: `/api/plans/${planId}/original`, headers: { cookie: office } })
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    })
    expect(file.headers['content-disposition']).toMatch(/^attachment/)
  })
})

test('a photo shown within a page runs nothing and leaves as what it is', async () => {
  const payload = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
  const headers = { cookie: office, 'content-type': 'application/octet-stream', 'x-file-name': 'a.html' }
  const { id } = (await app.inject({ method: 'POST', url: '/api/files', payload, headers })).json()
  const photo = await app.inject({ url: `/api/files/${id}/picture`, headers: { cookie: office } })
  expect(photo.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    // A photo found in a browser's cache would be shown to whoever sits there next.
    'cache-control': 'no-store',
  })
  const kept = await app.inject({ url: `/api/files/${id}`, headers: { cookie: office } })
  expect(kept.headers).toMatchObject({ 'content-type': 'application/octet-stream' })
  expect(kept.headers['content-disposition']).toMatch(/^attachment/)
})

test('every answer forbids foreign scripts and frames', async () => {
  const { headers } = await app.inject({ url: '/api/health' })
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
})

test('answers stay in no cache; that only TLS will do is said over TLS alone', async () => {
  const behind = await buildApp(system, { logLevel: 'silent', proxies: ['127.0.0.1'] })
  const ask = async (proto: string) =>
    (await behind.inject({ url: '/api/session', headers: { 'x-forwarded-proto': proto } })).headers
  expect((await ask('https'))['strict-transport-security']).toMatch(/^max-age=\d{8}$/)
  expect(await ask('http')).not.toHaveProperty('strict-transport-security')
  for (const url of ['/api/session', '/api/nothing', '/api/plans'])
    expect((await app.inject({ url })).headers['cache-control'], url).toBe('no-store')
})

describe('what goes over the wire', () => {
  const ask = (headers: Record<string, string>, url: string) => app.inject({ url, headers })

  test('a long reading is compressed as the browser asks, a short one and what a writing answers are not', async () => {
    const url = '/api/openapi.json'
    const whole = await ask({}, url)
    for (const [encoding, open] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const { headers, rawPayload } = await ask({ 'accept-encoding': encoding }, url)
      expect(headers).toMatchObject({ 'content-encoding': encoding, vary: expect.stringMatching(/accept-encoding/i) })
      expect(rawPayload.length).toBeLessThan(whole.rawPayload.length / 4)
      expect(open(rawPayload).toString('utf8')).toBe(whole.body)
    }
    const headers = { 'accept-encoding': 'br', cookie: office }
    expect((await ask(headers, '/api/session')).headers).not.toHaveProperty('content-encoding')
    const text = '澄禾县工作要点。'.repeat(400)
    const written = await app.inject({ method: 'POST', url: '/api/plans/hand-ins/text', headers, payload: { text } })
    expect(written.headers).not.toHaveProperty('content-encoding')
    await system.background.idle()
  })

  test('whoever has the answer already is told so, and nobody else', async () => {
    const first = await ask({ cookie: office }, '/api/session')
    const tag = String(first.headers['etag'])
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
    const again = await ask({ cookie: office, 'if-none-match': `"other", ${tag}` }, '/api/session')
    expect([again.statusCode, again.body, again.headers['cache-control']]).toEqual([304, '', 'no-store'])
    for (const cookie of ['', await signIn('leader')])
      expect((await ask({ cookie, 'if-none-match': tag }, '/api/session')).statusCode).toBe(200)
  })

  test('no reading answers a secret: those come once, as the answer of a writing', () => {
    const secret = /"(?:password|secret|token|recoveryCodes|privateKey|qrCode)":/
    const telling = system.implementations
      .filter(({ operation: { method, output } }) => {
        const schema = JSON.stringify(z.toJSONSchema(output, { unrepresentable: 'any' }))
        return method === 'GET' && secret.test(schema)
      })
      .map(({ operation }) => operation.name)
    expect(telling).toEqual([])
  })
})

test('a right that ends here has ended in every program on the database with the next request', async () => {
  const other = await buildApp(system, { logLevel: 'silent' })
  const cookie = await signIn('observer')
  const asked = () => other.inject({ url: '/api/session', headers: { cookie } })
  expect((await asked()).json()).toMatchObject({ user: { role: 'observer' } })
  await db.update(mandates).set({ role: 'auditor' }).where(eq(mandates.userId, people.observer.userId))
  expect((await asked()).json()).toMatchObject({ user: { role: 'auditor' } })
  await db.update(users).set({ disabledReason: '调离' }).where(eq(users.id, people.observer.userId))
  expect((await asked()).json()).toBeNull()
})

test('the API describes every operation', async () => {
  const { paths } = (await app.inject({ url: '/api/openapi.json' })).json()
  const described = Object.values(paths).flatMap((methods) =>
    Object.values(methods as Record<string, { operationId: string }>),
  )
  expect(described.map((one) => one.operationId).sort()).toEqual(
    system.implementations.map((one) => one.operation.name).sort(),
  )
})

test('the description says in which headers a file names itself and a form its version', async () => {
  const { paths } = (await app.inject({ url: '/api/openapi.json' })).json()
  type Described = { operationId: string; parameters: { name: string; in: string }[] }
  const headersOf = new Map(
    Object.values<Record<string, Described>>(paths)
      .flatMap((methods) => Object.values(methods))
      .map(({ operationId, parameters }) => [
        operationId,
        parameters.filter((one) => one.in === 'header').map(({ name }) => name),
      ]),
  )
  for (const { operation } of system.implementations)
    expect([operation.name, headersOf.get(operation.name)]).toEqual([
      operation.name,
      [...(operation.form ? ['If-Match'] : []), ...(operation.upload ? ['X-File-Name'] : [])],
    ])
})
