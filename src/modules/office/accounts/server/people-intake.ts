import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { Role } from '#kernel/actor.ts'
import { groupBy } from '#kernel/group-by.ts'
import { newId } from '#kernel/ids.ts'
import { agencyOf, partyOf } from '#kernel/party.ts'
import { agencyReferences, listDivisionAgencies } from '#modules/office/organisations/server/index.ts'
import { soundsOf } from '#platform/chinese/sounds.ts'
import { holdSubject } from '#platform/database/hold-subject.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { IntakeKit, KeptRow, WrittenBy } from '#platform/registry/intake-kit.ts'
import type { Writing } from '#platform/registry/write-records.ts'
import { comparePeople, type PeopleSetting, type PersonChange } from '../domain/compare-people.ts'
import { accountErrors } from '../domain/errors.ts'
import { personColumns } from '../domain/people-sheet.ts'
import { peopleIntake } from '../intake.ts'
import { insertAccount, requireParty } from './create-user.ts'
import { askForGrant, withdrawOlder } from './grants.ts'
import { listOpen, titleOf } from './mandates.ts'
import { grants, users } from './tables.ts'
import { listGrantRows } from './view-grant.ts'

/** A sheet of people: accounts that wait, and duties asked for, as one by one. */
export const peopleKit: IntakeKit = {
  ...peopleIntake,
  columns: personColumns,
  isWhole: true,
  compare: async (tx, lines, { divisionCode }) =>
    comparePeople(lines, await loadSetting(tx, divisionCode)).map(({ values, outcome, ...row }) => ({
      ...row,
      outcome,
      values: values && { ...values },
      id: values?.userId ?? null,
      version: 0,
      keyPlain: '',
    })),
  write: writePeople,
}

async function loadSetting(tx: Tx, divisionCode: string): Promise<PeopleSetting> {
  const people = await tx.select().from(users).where(eq(users.divisionCode, divisionCode))
  const ids = people.map(({ id }) => id)
  const held = await listOpen(tx, ids, { divisionCode })
  const asked = await listGrantRows(tx, and(eq(grants.divisionCode, divisionCode), eq(grants.state, 'pending')))
  const duties = groupBy(
    [...held, ...asked].map((row) => {
      const { userId, role } = row
      return { userId, role, agencyId: agencyOf(partyOf(row)), title: titleOf(row) }
    }),
    ({ userId }) => userId,
  )
  const taken = new Set((await tx.select({ username: users.username }).from(users)).map(({ username }) => username))
  return {
    people: people.map(({ id, disabledReason, ...person }) => ({
      ...person,
      userId: id,
      duties: duties.get(id) ?? [],
      isDisabled: disabledReason !== null,
    })),
    held,
    findAgency: await agencyFinder(tx, divisionCode),
    isTaken: (username) => taken.has(username),
    spell: (name) => soundsOf(name, true).spelled,
    newId,
  }
}

/** An agency of the county's own that is no group of them. */
async function agencyFinder(tx: Tx, divisionCode: string): Promise<PeopleSetting['findAgency']> {
  const find = await agencyReferences.finder(tx, { divisionCode, withinId: null })
  const own = new Map((await listDivisionAgencies(tx, divisionCode)).map((agency) => [agency.id, agency]))
  return (written) => {
    const found = find(written)
    if ('problem' in found) return found
    const agency = own.get(found.id)
    if (!agency) return { problem: `“${written}”不是本级名录中的单位，不能开本级的账号。请核对单位。` }
    if (agency.kind === 'group') return { problem: `“${written}”是几个单位的合称。请写具体单位，一单位一行。` }
    return { id: agency.id, name: agency.name }
  }
}

const Kept: z.ZodType<PersonChange> = z.object({
  userId: z.string(),
  username: z.string(),
  name: z.string(),
  post: z.string().nullable(),
  phone: z.string().nullable(),
  role: Role.nullable(),
  agencyId: z.string().nullable(),
})

/** Accounts nobody can sign in with yet; what is asked for them waits for the security administrator. */
async function writePeople(writing: Writing, rows: readonly KeptRow[], by: WrittenBy) {
  const { tx, divisionCode } = writing
  await holdSubject(tx, `people:${divisionCode}`)
  for (const row of rows) await writePerson(writing, { row, change: Kept.parse(row.values), by })
  const made = rows.filter(({ outcome }) => outcome === 'added').map(({ values }) => Kept.parse(values).username)
  return { 新账号: made.join('、'), 依据: writing.basis }
}

interface Change {
  row: KeptRow
  change: PersonChange
  by: WrittenBy
}

async function writePerson({ tx, now, divisionCode, basis = '' }: Writing, { row, change, by }: Change) {
  const { userId: id, username, name, post, phone, role, agencyId } = change
  const user = { id, name, divisionCode }
  if (row.outcome === 'added') {
    const account = { ...user, username, post, phone, passwordHash: null, mustChangePassword: true, sample: false }
    await insertAccount(tx, account, now)
  } else {
    const here = and(eq(users.id, id), eq(users.divisionCode, divisionCode))
    const saved = await tx.update(users).set({ post, phone, updatedAt: now }).where(here).returning({ id: users.id })
    if (saved.length === 0) throw accountErrors.userNotFound({})
  }
  if (role === null) return
  const party = await requireParty(tx, { role, agencyId }, { divisionCode })
  await withdrawOlder(tx, user, { role, party, replacesId: null })
  const asked = { role, party, replacesId: null, reason: basis, importId: row.importId }
  await askForGrant({ tx, now, actor: { ...by, divisionCode } }, user, asked)
}
