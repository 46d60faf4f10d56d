import { z } from 'zod'

/** Whom somebody may act for. An area brings the register in which those of a kind stand, and the roles that act for them. */
export const PartyKind = z.enum(['agency', 'enterprise', 'expert', 'commissioner', 'bank', 'township'])
export type PartyKind = z.infer<typeof PartyKind>

export const partyKindTitles: Record<PartyKind, string> = {
  agency: '单位',
  enterprise: '企业',
  expert: '专家',
  commissioner: '科技特派员',
  bank: '银行',
  township: '乡镇',
}

/** One of them, by its number in the register of its kind: the same number in another register is somebody else. */
export interface Party {
  kind: PartyKind
  id: string
}

/** As a row keeps it: both or neither. */
export interface PartyColumns {
  partyKind: PartyKind | null
  partyId: string | null
}

export const partyOf = ({ partyKind, partyId }: PartyColumns): Party | null =>
  partyKind === null || partyId === null ? null : { kind: partyKind, id: partyId }

export const partyColumns = (party: Party | null): PartyColumns => ({
  partyKind: party?.kind ?? null,
  partyId: party?.id ?? null,
})

/** The agency somebody acts for; null for whoever acts for another kind of party, or for the county. */
export const agencyOf = (party: Party | null): string | null => (party?.kind === 'agency' ? party.id : null)

export const partyAgency = (agencyId: string | null): Party | null =>
  agencyId === null ? null : { kind: 'agency', id: agencyId }

/** As the trail names it: `agency:018f…`; empty for the county's own duties. */
export const partyWord = (party: Party | null): string => (party === null ? '' : `${party.kind}:${party.id}`)
