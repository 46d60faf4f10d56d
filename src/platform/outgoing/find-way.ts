import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { networkInterfaces } from 'node:os'
import { kindOfAddress, meantAddress } from './address-kind.ts'

/** How far a message may go. */
export interface Reach {
  /** Whether networks of the house count: a county's mail server stands in its own. */
  inside: boolean
  /** Hosts the operator named in the settings: they may lead anywhere. */
  ownHosts: readonly string[]
}

/** Who knows the addresses of hosts, and how long is waited for it, in milliseconds. */
export interface Names {
  ask: (host: string) => Promise<LookupAddress[]>
  patience: number
}

const systemNames: Names = { ask: (host) => lookup(host, { all: true, order: 'ipv4first' }), patience: 5_000 }

/** Nothing was sent: nobody told the addresses of the host in time. */
export class SlowName extends Error {
  readonly code = 'ESLOWNAME'
}

/** Nothing was sent: the host leads where nothing may go. */
export class NoWay extends Error {
  readonly code = 'ENOWAY'
}

/**
 * A host as every part of the system reads it: `0x7f.1`, full-width digits and a trailing dot are gone (WHATWG URL 3.5).
 * @returns undefined when it is none
 */
export function hostOf(written: string): string | undefined {
  const bare = written.trim().replace(/^\[(.*)\]$/, '$1')
  if (/[/?#@\\\s]/.test(bare)) return undefined
  const address = `http://${isIP(bare) === 6 ? `[${bare.replace(/%.*$/, '')}]` : bare}/`
  if (!URL.canParse(address)) return undefined
  const { hostname, port } = new URL(address)
  return port === '' ? hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '') : undefined
}

/** Whether the operator named this host. */
export function isOwn(written: string, { ownHosts }: Pick<Reach, 'ownHosts'>): boolean {
  const host = hostOf(written)
  return host !== undefined && ownHosts.some((own) => hostOf(own) === host)
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether an address is one of this machine's as it has them now: not only 127.0.0.1 leads back to it. */
function isThisMachine(written: string): boolean {
  const mine = new BlockList()
  for (const { address } of Object.values(networkInterfaces()).flatMap((cards) => cards ?? []))
    mine.addAddress(meantAddress(address), familyOf(meantAddress(address)))
  const meant = meantAddress(written)
  return isIP(meant) !== 0 && mine.check(meant, familyOf(meant))
}

function mayReach(address: string, { inside }: Reach): boolean {
  if (isThisMachine(address)) return false
  const kind = kindOfAddress(address)
  return kind === 'outside' || (kind === 'inside' && inside)
}

/** What can be said of a host before its name is looked up; the address is judged again when it is connected to. */
export function isRefusedHost(written: string, reach: Reach): boolean {
  const host = hostOf(written)
  if (host === undefined || host === '') return true
  if (isOwn(host, reach)) return false
  if (isIP(host) !== 0) return !mayReach(host, reach)
  return /(^|\.)localhost$/.test(host)
}

export type Way = readonly [LookupAddress, ...LookupAddress[]]

/** A look-up of the system cannot be called off: it is left behind. */
function inTime<T>(asked: Promise<T>, patience: number): Promise<T> {
  let bell: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    bell = setTimeout(() => reject(new SlowName()), patience)
  })
  return Promise.race([asked, late]).finally(() => clearTimeout(bell))
}

/** Lets a connection know the addresses that were judged, and no others. */
export const lookupOf =
  (way: Way): LookupFunction =>
  (_host, { all }, answer) =>
    all ? answer(null, [...way]) : answer(null, way[0].address, way[0].family)

/**
 * The addresses of a host to which a connection may be made, IPv4 first. Connect to these, not to the name: a second
 * look-up may answer otherwise.
 * @throws NoWay when there is none, SlowName
 */
export async function findWay(written: string, reach: Reach, names = systemNames): Promise<Way> {
  const host = hostOf(written)
  if (host === undefined || isRefusedHost(written, reach)) throw new NoWay()
  const found = await inTime(names.ask(host), names.patience)
  const open = isOwn(host, reach) ? found : found.filter(({ address }) => mayReach(address, reach))
  const [first, ...more] = open
  if (!first) throw new NoWay()
  return [first, ...more]
}
