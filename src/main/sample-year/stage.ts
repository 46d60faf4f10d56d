import { and, desc, eq } from 'drizzle-orm'
import { type Actor, actorOf } from '#kernel/actor.ts'
import { mandateOf, mandates, users } from '#modules/office/accounts/server/index.ts'
import { calledHere, listDivisionAgencies } from '#modules/office/organisations/server/index.ts'
import { meetingContract } from '#modules/programme/meetings/contract.ts'
import { listProgrammeRows, loadContents } from '#modules/programme/programmes/server/index.ts'
import { supervisionContract } from '#modules/programme/supervision/contract.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { System } from '../system.ts'

/** Who and what the story speaks of, by the names it uses. */
export interface Stage {
  system: System
  programmeId: string
  person(username: string): Actor
  agencyId(name: string): string
  taskId(number: string): string
  orderId(matter: string): Promise<string>
  meetingId(title: string): Promise<string>
}

/** Something that happens in the story at its moment. */
export interface Act {
  at: Date
  play(stage: Stage): Promise<void>
}

/** The people, agencies and tasks of the sample county's programme. */
export async function openStage(system: System, divisionCode: string): Promise<Stage> {
  return system.runtime.db.transaction(async (tx) => {
    const people = await loadPeople(tx, divisionCode)
    const agencies = new Map((await listDivisionAgencies(tx, divisionCode)).map((one) => [calledHere(one), one.id]))
    const [programme] = await listProgrammeRows(tx, divisionCode)
    if (!programme) throw new Error('the sample county has no programme')
    const tasks = new Map((await loadContents(tx, programme)).tasks.map((task) => [task.number, task.id]))
    const person = (username: string) => find(people, username)
    const ofProgramme = { programmeId: programme.id }
    return {
      system,
      ...ofProgramme,
      person,
      agencyId: (name) => find(agencies, name),
      taskId: (number) => find(tasks, number),
      orderId: lookUp(async () => {
        const { orders } = await system.call(supervisionContract.listOrders, person('office'), ofProgramme)
        return orders.map(({ matter, id }) => [matter, id])
      }),
      meetingId: lookUp(async () => {
        const { meetings } = await system.call(meetingContract.listMeetings, person('office'), ofProgramme)
        return meetings.map(({ title, id }) => [title, id])
      }),
    }
  })
}

/** Ids of what the story itself makes; asked for anew when one is spoken of that is not known yet. */
function lookUp(load: () => Promise<[string, string][]>): (name: string) => Promise<string> {
  let known = new Map<string, string>()
  return async (name) => {
    if (!known.has(name)) known = new Map(await load())
    return find(known, name)
  }
}

function find<T>(known: ReadonlyMap<string, T>, name: string): T {
  const found = known.get(name)
  if (found === undefined) throw new Error(`the story speaks of ${name}, which the sample county does not have`)
  return found
}

async function loadPeople(tx: Tx, divisionCode: string): Promise<Map<string, Actor>> {
  const rows = await tx
    .select()
    .from(users)
    .innerJoin(mandates, eq(mandates.userId, users.id))
    .where(and(eq(users.sample, true), eq(mandates.divisionCode, divisionCode)))
    .orderBy(desc(mandates.id))
  // Of several mandates the first one the sheet names.
  return new Map(
    rows.map(({ user, mandate }) => [user.username, actorOf({ userId: user.id, name: user.name }, mandateOf(mandate))]),
  )
}
