import { eq } from 'drizzle-orm'
import { type Actor, agencyStaff } from '#kernel/actor.ts'
import { findAgency } from '#modules/office/organisations/server/index.ts'
import { listProgrammeRows, loadContents } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { briefingContract, type ContactView } from '../contract.ts'
import type { Contact } from '../domain/contact.ts'
import { briefingErrors } from '../domain/errors.ts'
import { contacts } from './tables.ts'

const maySave = ({ role, agencyId }: Actor, ofAgencyId: string): boolean =>
  role === 'office' || (agencyStaff.includes(role) && agencyId === ofAgencyId)

/** Whom to call, by agency. */
export async function loadContacts(tx: Tx, divisionCode: string): Promise<Map<string, Contact>> {
  const rows = await tx.select().from(contacts).where(eq(contacts.divisionCode, divisionCode))
  return new Map(rows.map((row) => [row.agencyId, row]))
}

/** Agencies that lead tasks, the busiest first; people of an agency see their own. */
async function viewContacts(tx: Tx, actor: Actor): Promise<ContactView[]> {
  const leading = new Map<string, { name: string; leads: number }>()
  for (const { id } of await listProgrammeRows(tx, actor.divisionCode)) {
    const { tasks } = await loadContents(tx, id)
    for (const { agencyId, name } of tasks.flatMap((task) => task.leads)) {
      if (agencyId !== null) leading.set(agencyId, { name, leads: (leading.get(agencyId)?.leads ?? 0) + 1 })
    }
  }
  const known = await loadContacts(tx, actor.divisionCode)
  return [...leading]
    .map(([agencyId, { name: agencyName, leads }]) => {
      const { name, phone } = known.get(agencyId) ?? {}
      return { agencyId, agencyName, leads, name, phone, can: { saveContact: maySave(actor, agencyId) } }
    })
    .filter(({ agencyId }) => !agencyStaff.includes(actor.role) || agencyId === actor.agencyId)
    .sort((a, b) => b.leads - a.leads)
}

export const listContacts = implement(briefingContract.listContacts, ({ tx, actor }) => viewContacts(tx, actor))

async function getOwnAgency(tx: Tx, agencyId: string, actor: Actor) {
  if (!maySave(actor, agencyId)) throw briefingErrors.notOwnContact({})
  const agency = await findAgency(tx, agencyId)
  if (agency?.divisionCode !== actor.divisionCode) throw briefingErrors.agencyNotFound({})
  return agency
}

async function currentContact({ input, tx, actor }: Pick<Call<{ agencyId: string }>, 'input' | 'tx' | 'actor'>) {
  await getOwnAgency(tx, input.agencyId, actor)
  const { name = null, phone = null } = (await loadContacts(tx, actor.divisionCode)).get(input.agencyId) ?? {}
  return { name, phone }
}

export const saveContact = implementForm(
  briefingContract.saveContact,
  currentContact,
  async ({ input, tx, actor, now, about }) => {
    const { agencyId, name, phone } = input
    const agency = await getOwnAgency(tx, agencyId, actor)
    const saved = { name, phone, savedBy: actor.name, savedAt: now }
    await tx
      .insert(contacts)
      .values({ divisionCode: actor.divisionCode, agencyId, ...saved })
      .onConflictDoUpdate({ target: [contacts.divisionCode, contacts.agencyId], set: saved })
    about(`${agency.name}的联络员`)
    return viewContacts(tx, actor)
  },
)
