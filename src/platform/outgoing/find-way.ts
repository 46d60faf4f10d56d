import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { kindOfAddress } from './address-kind.ts'

/** How far a message may go. */
export interface Reach {
  /** Whether networks of the house count: a county's mail server stands in its own. */
  inside: boolean
  /** Hosts the operator named in the settings: they may lead anywhere. */
  ownHosts: readonly string[]
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

function mayReach(address: string, { inside }: Reach): boolean {
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

/**
 * The addresses of a host to which a connection may be made, IPv4 first. Connect to these, not to the name: a second
 * look-up may answer otherwise.
 * @throws NoWay when there is none
 */
export async function findWay(written: string, reach: Reach): Promise<readonly [LookupAddress, ...LookupAddress[]]> {
  const host = hostOf(written)
  if (host === undefined || isRefusedHost(written, reach)) throw new NoWay()
  const found = await lookup(host, { all: true, order: 'ipv4first' })
  const open = isOwn(host, reach) ? found : found.filter(({ address }) => mayReach(address, reach))
  const [first, ...more] = open
  if (!first) throw new NoWay()
  return [first, ...more]
}
