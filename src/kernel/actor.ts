import { z } from 'zod'
import { officeRoles } from '#modules/office/roles.ts'
import { programmeRoles } from '#modules/programme/roles.ts'
import { agencyOf, type Party, partyAgency } from './party.ts'
import type { RoleLine } from './role-line.ts'

/**
 * Every role there is, from the areas that bring them (`modules/<area>/roles.ts`). It is the one thing the kernel takes
 * from areas, so that `Role` is closed: a table over all roles fails to compile when an area brings another.
 */
const declared = { ...officeRoles, ...programmeRoles }

export type Role = keyof typeof declared
export const roleLines: Record<Role, RoleLine> = declared

const rolesOf = <K extends string>(of: Record<K, RoleLine>) => Object.keys(of) as K[]

export const Role = z.enum(rolesOf(declared))

export const roleTitles = Object.fromEntries(Role.options.map((role) => [role, roleLines[role].title])) as Record<
  Role,
  string
>

/** Every signed-in person, for operations that show what all of them may see. */
export const everyone: readonly Role[] = Role.options

/** Those who keep the house and see no business. */
export const administrators: readonly Role[] = rolesOf(officeRoles)

/** Those who follow the business of a programme. */
export const staff: readonly Role[] = rolesOf(programmeRoles)

/** Those who act for one agency and see what concerns it. */
export const agencyStaff: readonly Role[] = staff.filter((role) => !roleLines[role].forCounty)

/** In what somebody acts: a role, in a division, for a party or for the county. A person may hold several. */
export interface Mandate {
  id: string
  role: Role
  /** The jurisdiction whose rows it works on, GB/T 2260. */
  divisionCode: string
  party: Party | null
}

/** Who is acting, and in which of their mandates: taken from the session, never from a request. */
export interface Actor {
  userId: string
  name: string
  mandateId: string
  role: Role
  /** The jurisdiction whose rows this person works on, GB/T 2260. */
  divisionCode: string
  /** Whom they act for; null for the county. */
  party: Party | null
  /** The party where it is an agency; null otherwise. Follows from `party`: made by `actorOf` and `forAgency` alone. */
  agencyId: string | null
  /** The page that asks was read in another of the person's mandates: only the account's own operations are open. */
  isElsewhere?: boolean
  /** Until the password is changed only the account's own operations are open. */
  mustChangePassword?: boolean
  /** Until a second factor is set up only the account's own operations are open. */
  mustSetSecondFactor?: boolean
}

/** Somebody acting in one of their mandates. */
export const actorOf = (person: Pick<Actor, 'userId' | 'name'>, { id, role, divisionCode, party }: Mandate): Actor => ({
  userId: person.userId,
  name: person.name,
  mandateId: id,
  role,
  divisionCode,
  party,
  agencyId: agencyOf(party),
})

/** What of an actor says that they act for this agency, or for the county. */
export const forAgency = (agencyId: string | null): Pick<Actor, 'party' | 'agencyId'> => ({
  party: partyAgency(agencyId),
  agencyId,
})

/** Whether a person sees the business of every agency of the county, or only of their own. */
export const seesWholeCounty = ({ role }: Pick<Actor, 'role'>): boolean =>
  staff.includes(role) && !agencyStaff.includes(role)
