import type { Refusal } from '#kernel/errors.ts'
import { type NoticePorts, sealText } from './ports.ts'

interface Kept {
  sealed: string | null
  /** Whether it would go elsewhere than where it was given for. */
  moves: boolean
  anew: () => Refusal
}

/**
 * What is kept of a secret, sealed. A kept one goes only where it was given for: the rule of every channel.
 * @param typed null leaves the one there was, nothing at all takes it away
 * @throws `anew` where a kept one would go elsewhere
 */
export function keepSecret(typed: string | null, old: Kept, seal: NoticePorts['seal']): string | null {
  if (typed === '') return null
  if (typed !== null) return sealText(seal, typed)
  if (old.sealed !== null && old.moves) throw old.anew()
  return old.sealed
}
