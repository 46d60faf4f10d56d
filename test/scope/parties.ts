import { type Actor, agencyStaff, Role, roleLines } from '#kernel/actor.ts'
import { agencyOf, PartyKind } from '#kernel/party.ts'

/** Roles that act for a kind of party; those of the whole county are none of them. */
export const actingFor = (kind: PartyKind): Role[] =>
  Role.options.filter((role) => roleLines[role].actsFor === kind && !roleLines[role].forCounty)

/**
 * Who asks in the sweep for each kind of party. A kind nobody acts for yet says so; an area that brings a role for it brings
 * its example: people of a party of that kind whom nothing of the sample county concerns.
 */
export const strangersOf: Record<PartyKind, readonly Role[] | 'nobody yet'> = {
  agency: agencyStaff,
  enterprise: 'nobody yet',
  expert: 'nobody yet',
  commissioner: 'nobody yet',
  bank: 'nobody yet',
  township: 'nobody yet',
}

/** This person, acting for a party of each other kind that has the number of an agency: somebody else altogether. */
export const underNumberOf = (actor: Actor, agencyId: string): Actor[] =>
  PartyKind.exclude(['agency']).options.map((kind) => {
    const party = { kind, id: agencyId }
    return { ...actor, party, agencyId: agencyOf(party) }
  })
