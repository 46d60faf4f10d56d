import { once } from 'node:events'
import { createServer, isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindOfAddress } from './address-kind.ts'
import { findWay, isRefusedHost, NoWay, SlowName } from './find-way.ts'
import { openLine } from './open-line.ts'
import { postJson } from './post-json.ts'

const robots = { inside: false, ownHosts: [] }
const mail = { inside: true, ownHosts: [] }

const never = ['0.0.0.0', '127.0.0.1', '127.255.255.255', '169.254.169.254', '224.0.0.1', '255.255.255.255', '100.100.100.200'] // biome-ignore format: a list
const inside = ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '192.0.2.1', '198.18.0.1', '203.0.113.9'] // biome-ignore format: a list
const outside = ['8.8.8.8', '172.32.0.1', '172.15.255.255', '100.128.0.1', '11.0.0.1', '223.255.255.255', '126.255.255.255'] // biome-ignore format: a list

test.each([
  ...never.map((address) => [address, 'never']),
  ...inside.map((address) => [address, 'inside']),
  ...outside.map((address) => [address, 'outside']),
  ...['::', '::1', 'fe80::1', 'fe80::1%eth0', 'ff02::1', 'fec0::1', 'fd00:ec2::254', '100::1', '64:ff9b:1::1'].map(
    (a) => [a, 'never'],
  ),
  ...['2001:0:4136:e378::1', '2002:7f00:1::', '2002:0808:0808::1', '::ffff:127.0.0.1', '::ffff:0:127.0.0.1'].map(
    (a) => [a, 'never'],
  ),
  ...['fc00::1', 'fdff::1', '2001:db8::1', '3fff::1', '::ffff:10.0.0.1', '64:ff9b::10.0.0.1'].map((a) => [a, 'inside']),
  ...['2400:3200::1', '2606:4700::1111', '64:ff9b::8.8.8.8', '::ffff:8.8.8.8'].map((a) => [a, 'outside']),
  ['nothing', 'never'],
])('%s is %s', (address, kind) => {
  expect(kindOfAddress(address)).toBe(kind)
})

const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
const wide = (text: string): string =>
  text.replace(/[\d.]/g, (sign) => (sign === '.' ? '。' : String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)))
const hex4 = (number: number): string => number.toString(16)

/** Ways to write one IPv4 address, as hosts of a URL. */
function spellings(address: string): string[] {
  const number = numberOf(address)
  const parts = address.split('.').map(Number)
  const [a = 0, b = 0] = parts
  const high = hex4(Math.floor(number / 65_536))
  const low = hex4(number % 65_536)
  return [
    address,
    `${address}.`,
    wide(address),
    String(number),
    `0x${number.toString(16)}`,
    `0${number.toString(8)}`,
    parts.map((part) => `0x${part.toString(16).toUpperCase()}`).join('.'),
    parts.map((part) => `00${part.toString(8)}`).join('.'),
    `${a}.${number % 16_777_216}`,
    `${a}.${b}.${number % 65_536}`,
    `[::ffff:${address}]`,
    `[::ffff:${high}:${low}]`,
    `[0:0:0:0:0:ffff:${high}:${low}]`,
    `[0000:0000:0000:0000:0000:FFFF:${address}]`,
    `[::${high}:${low}]`,
    `[::ffff:0:${address}]`,
    `[64:ff9b::${address}]`,
  ]
}

const part = fc.integer({ min: 0, max: 255 })
const housed = fc
  .tuple(fc.constantFrom('10', '127', '192.168', '172.20', '169.254', '100.70', '0', '224.1'), part, part, part)
  .map(([head, ...rest]) => `${head}.${rest.join('.')}`.split('.').slice(0, 4).join('.'))

test('no address of this machine is reached, whichever network it lies in and however it is spelt', async () => {
  const mine = Object.values(networkInterfaces()).flatMap((cards) => cards ?? [])
  for (const { address, family } of mine) {
    const written = family === 'IPv4' ? spellings(address) : [address, `[${address}]`]
    for (const spelling of written) expect([spelling, isRefusedHost(spelling, mail)]).toEqual([spelling, true])
    const ask = async () => [{ address, family: family === 'IPv4' ? 4 : 6 }]
    await expect(findWay('mail.county.cn', mail, { ask, patience: 1_000 })).rejects.toThrow(NoWay)
    expect(await findWay(address, { ...mail, ownHosts: [address] }, { ask, patience: 1_000 })).toHaveLength(1)
  }
})

test('a robot is led into the house by no spelling, written alone or in an address', () => {
  fc.assert(
    fc.property(housed, (address) => {
      for (const spelling of spellings(address)) {
        expect([spelling, isRefusedHost(spelling, robots)]).toEqual([spelling, true])
        if (!URL.canParse(`https://${spelling}/`)) continue
        const { hostname } = new URL(`https://${spelling}/`)
        expect([spelling, isRefusedHost(hostname, robots)]).toEqual([spelling, true])
      }
    }),
    { numRuns: 300 },
  )
})

test('what is public stays public in every spelling that bears it', () => {
  for (const spelling of spellings('8.8.4.4').filter((one) => !one.startsWith('[::80')))
    expect([spelling, isRefusedHost(spelling, robots)]).toEqual([spelling, false])
})

test.each(['localhost', 'LOCALHOST.', 'a.localhost', 'fe80::1%eth0', '', '.', 'a b', 'a/b', 'a:25', 'a@b', 'a\\b'])(
  '“%s” is no host for robots or mail',
  (host) => {
    expect([isRefusedHost(host, robots), isRefusedHost(host, mail)]).toEqual([true, true])
  },
)

test('mail goes to a server in the house, not to this machine or the metadata of a cloud', () => {
  expect(inside.filter((host) => isRefusedHost(host, mail))).toEqual([])
  expect(never.filter((host) => !isRefusedHost(host, mail))).toEqual([])
})

test('a name that leads to this machine is found out when it is looked up', async () => {
  await expect(findWay('localhost', mail)).rejects.toThrow(NoWay)
  await expect(postJson('https://0x7f.1/hook', {}, robots)).rejects.toThrow(NoWay)
  await expect(postJson('https://[::ffff:10.0.0.1]/hook', {}, robots)).rejects.toThrow(NoWay)
})

test('a host the operator named may lead anywhere, in whichever spelling', async () => {
  const reach = { inside: false, ownHosts: ['127.0.0.1', 'im.county.local'] }
  expect(await findWay('0x7f.1', reach)).toEqual([{ address: '127.0.0.1', family: 4 }])
  expect(isRefusedHost('IM.county.local.', reach)).toBe(false)
  expect(isRefusedHost('127.0.0.2', reach)).toBe(true)
})

describe('a line', () => {
  const house = { inside: true, ownHosts: ['mail.county.local'] }
  const known = (...addresses: string[]) => ({
    ask: async () => addresses.map((address) => ({ address, family: isIP(address) })),
    patience: 5_000,
  })
  const place = (port: number, signal = AbortSignal.timeout(20_000)) => ({ host: 'mail.county.local', port, signal })
  const listening = async () => {
    const server = createServer((line) => line.on('error', () => undefined)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    return { server, port: typeof address === 'object' ? (address?.port ?? 0) : 0 }
  }

  test('is opened to the first address that answers', async () => {
    const { server, port } = await listening()
    const line = await openLine(place(port), house, known('127.0.0.2', '127.0.0.3', '127.0.0.1'))
    expect(line.remoteAddress).toBe('127.0.0.1')
    // A break that nobody listens for stops nothing.
    line.destroy(new Error('cut'))
    await new Promise((closed) => line.once('close', closed))
    await expect(openLine(place(port), house, known('127.0.0.2', '127.0.0.3'))).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    })
    server.close()
  })

  test('goes to no address of a host that may not be reached, whatever else it has', async () => {
    const { server, port } = await listening()
    const elsewhere = { ...place(port), host: 'mail.example' }
    await expect(openLine(elsewhere, house, known('127.0.0.1', '169.254.169.254'))).rejects.toThrow(NoWay)
    server.close()
  })

  test('waits neither for a name nor for an answer without end', async () => {
    const silent = { ask: () => new Promise<never>(() => undefined), patience: 10 }
    await expect(openLine(place(25), house, silent)).rejects.toThrow(SlowName)
    await expect(openLine(place(25, AbortSignal.abort()), house, known('127.0.0.1'))).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})
