import { BlockList, isIP } from 'node:net'

/**
 * `never`: this machine, the link, groups, nowhere, metadata of clouds, and addresses that hide another.
 * `inside`: networks of a house, and what is reserved. `outside`: everything else.
 */
export type AddressKind = 'never' | 'inside' | 'outside'

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [net = '', bits = ''] = range.split('/')
    list.addSubnet(net, Number(bits), net.includes(':') ? 'ipv6' : 'ipv4')
  }
  return list
}

/** IANA special-purpose registries (RFC 6890): 1122, 3927, 6666, 5771, 1112; then metadata of Alibaba, Azure and Amazon. */
const never = listOf([
  '0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4', '100.100.100.200/32', '168.63.129.16/32',
  'fd00:ec2::254/128',
]) // biome-ignore format: a list

/** RFC 1918, 6598 (CGNAT), 6890, 5737 (documentation), 7526 (6to4 relays), 2544 (benchmarks); fc00::/7 is RFC 4193. */
const inside = listOf([
  '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '192.0.0.0/24', '192.0.2.0/24', '198.51.100.0/24',
  '203.0.113.0/24', '192.88.99.0/24', '198.18.0.0/15',
  'fc00::/7', '2001:db8::/32', '3fff::/20',
]) // biome-ignore format: a list

/** Teredo and other protocol assignments (RFC 2928), 6to4 (RFC 3056): routes to an IPv4 address that is not shown. */
const hiding = listOf(['2001::/23', '2002::/16'])
/** RFC 4291 2.4: all of IPv6 that is public is of these. */
const globalUnicast = listOf(['2000::/3'])
/** RFC 4291 2.5.5 (mapped, compatible), RFC 2765 (translated), RFC 6052 (NAT64): the last 32 bits are an IPv4 address. */
const bearing = listOf(['::/96', '::ffff:0:0:0/96', '64:ff9b::/96'])

/** The last 32 bits of an IPv6 address, dotted. */
function lastFour(address: string): string {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [high = '0', low = '0'] = canonical
    .split(':')
    .slice(-2)
    .map((group) => group || '0')
  const bits = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16)
  return [24, 16, 8, 0].map((shift) => Math.floor(bits / 2 ** shift) % 256).join('.')
}

function kindOfFour(address: string): AddressKind {
  if (never.check(address)) return 'never'
  return inside.check(address) ? 'inside' : 'outside'
}

// The list of Node sees through ::ffff:0:0/96 by itself; the others it does not know.
const bearsFour = (address: string): boolean =>
  bearing.check(address, 'ipv6') || address.toLowerCase().startsWith('::ffff:')

/** The address that is meant: without a zone, and the IPv4 address where an IPv6 one bears it. */
export function meantAddress(written: string): string {
  const address = written.replace(/%.*$/, '')
  return isIP(address) === 6 && bearsFour(address) ? lastFour(address) : address
}

function kindOfSix(address: string): AddressKind {
  const in6 = (list: BlockList) => list.check(address, 'ipv6')
  if (in6(never) || in6(hiding)) return 'never'
  if (in6(inside)) return 'inside'
  return in6(globalUnicast) ? 'outside' : 'never'
}

/** What an IP address is, in any of its spellings, with or without a zone; what is none is `never`. */
export function kindOfAddress(written: string): AddressKind {
  const address = meantAddress(written)
  const version = isIP(address)
  if (version === 4) return kindOfFour(address)
  return version === 6 ? kindOfSix(address) : 'never'
}
