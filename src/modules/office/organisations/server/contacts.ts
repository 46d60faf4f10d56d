import { eq } from 'drizzle-orm'
import { type Actor, agencyStaff } from '#kernel/actor.ts'
import { owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { type ContactView, organisationContract } from '../contract.ts'
import { calledHere } from '../domain/agency.ts'
import type { Contact } from '../domain/contact.ts'
import { organisationErrors } from '../domain/errors.ts'
import type { OrganisationPorts } from './ports.ts'
import { findAgency, listAgenciesById } from './register.ts'
import { contacts } from './tables.ts'

const maySave = ({ role, agencyId }: Actor, ofAgencyId: string): boolean =>
  role === 'office' || (agencyStaff.includes(role) && agencyId === ofAgencyId)

/** Whom to call, by agency. */
export async function loadContacts(tx: Tx, divisionCode: string): Promise<Map<string, Contact>> {
  const rows = await tx.select().from(contacts).where(eq(contacts.divisionCode, divisionCode))
  return new Map(rows.map((row) => [row.agencyId, row]))
}

/** Agencies that lead tasks, the busiest first; people of an agency see their own. */
async function viewContacts(tx: Tx, actor: Actor, { countLeads }: OrganisationPorts): Promise<ContactView[]> {
  const leads = await countLeads(tx, actor.divisionCode)
  const known = await loadContacts(tx, actor.divisionCode)
  const mine = (agencyId: string) => !agencyStaff.includes(actor.role) || agencyId === actor.agencyId
  const leading = await listAgenciesById(tx, [...leads.keys()].filter(mine), actor)
  return leading
    .map((agency) => ({
      agencyId: agency.id,
      agencyName: calledHere(agency),
      leads: leads.get(agency.id) ?? 0,
      name: known.get(agency.id)?.name,
      phone: known.get(agency.id)?.phone,
      can: { saveContact: maySave(actor, agency.id) },
    }))
    .sort((a, b) => b.leads - a.leads)
}

export const listContacts = (ports: OrganisationPorts) =>
  implement(organisationContract.listContacts, ({ tx, actor }) => viewContacts(tx, actor, ports))

async function getOwnAgency(tx: Tx, agencyId: string, actor: Actor) {
  if (!maySave(actor, agencyId)) throw organisationErrors.notOwnContact({})
  const agency = await findAgency(tx, owned(agencyId, actor))
  if (!agency) throw organisationErrors.contactOfNoAgency({})
  return agency
}

async function currentContact({ input, tx, actor }: Pick<Call<{ agencyId: string }>, 'input' | 'tx' | 'actor'>) {
  await getOwnAgency(tx, input.agencyId, actor)
  const { name = null, phone = null } = (await loadContacts(tx, actor.divisionCode)).get(input.agencyId) ?? {}
  return { name, phone }
}

export const saveContact = (ports: OrganisationPorts) =>
  implementForm(organisationContract.saveContact, currentContact, async ({ input, tx, actor, now, about }) => {
    const { agencyId, name, phone } = input
    const agency = await getOwnAgency(tx, agencyId, actor)
    const saved = { name, phone, savedBy: actor.name, savedAt: now }
    await tx
      .insert(contacts)
      .values({ divisionCode: actor.divisionCode, agencyId, ...saved })
      .onConflictDoUpdate({ target: [contacts.divisionCode, contacts.agencyId], set: saved })
    about(`${agency.name}的联络员`)
    return viewContacts(tx, actor, ports)
  })
