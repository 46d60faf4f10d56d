import { eq } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { users } from '#modules/office/accounts/server/index.ts'
import { listDivisionAgencies } from '#modules/office/organisations/server/index.ts'
import { listProgrammeRows, loadContents } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { System } from '../system.ts'

/** Who and what the story speaks of, by the names it uses. */
export interface Stage {
  system: System
  programmeId: string
  person(username: string): Actor
  agencyId(name: string): string
  taskId(number: string): string
}

/** Something that happens in the story at its moment. */
export interface Act {
  at: Date
  play(stage: Stage): Promise<void>
}

/** The people, agencies and tasks of the sample county's programme. */
export async function openStage(system: System, divisionCode: string): Promise<Stage> {
  return system.runtime.db.transaction(async (tx) => {
    const people = await loadPeople(tx)
    const agencies = new Map(
      (await listDivisionAgencies(tx, divisionCode)).map((one) => [one.shortName ?? one.name, one.id]),
    )
    const [programme] = await listProgrammeRows(tx, divisionCode)
    if (!programme) throw new Error('the sample county has no programme')
    const tasks = new Map((await loadContents(tx, programme.id)).tasks.map((task) => [task.number, task.id]))
    return {
      system,
      programmeId: programme.id,
      person: (username) => find(people, username),
      agencyId: (name) => find(agencies, name),
      taskId: (number) => find(tasks, number),
    }
  })
}

function find<T>(known: ReadonlyMap<string, T>, name: string): T {
  const found = known.get(name)
  if (found === undefined) throw new Error(`the story speaks of ${name}, which the sample county does not have`)
  return found
}

async function loadPeople(tx: Tx): Promise<Map<string, Actor>> {
  const rows = await tx.select().from(users).where(eq(users.sample, true))
  return new Map(
    rows.map(({ id, username, name, role, divisionCode, agencyId }) => [
      username,
      { userId: id, name, role, divisionCode, agencyId },
    ]),
  )
}
