import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type Actor, actorOf, agencyStaff, everyone, type Role } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { hashPassword, insertUser } from '#modules/office/accounts/server/index.ts'
import type { Quota } from '#modules/office/files/domain/limits.ts'
import { nameOnly } from '#modules/office/organisations/domain/agency.ts'
import { storeAgency } from '#modules/office/organisations/server/index.ts'
import type { Db } from '#platform/database/tx.ts'
import { openSystem, type System } from '../src/main/system.ts'
import { sandbox } from './sandbox.ts'

export const divisionCode = '470326'
export const password = 'Ceshi-2026-mima'

export interface County {
  db: Db
  system: System
  /** One person per role, each with an account of the same name. */
  people: Record<Role, Actor>
  agencyIds: { science: string; finance: string; towns: string }
  /** The clock all operations see; set it to move time. */
  clock: { now: Date }
}

const onFault = (error: unknown) => console.error(error)

/** A migrated database with three agencies and a person of every role, for one test file. */
export async function openCounty(
  settings: { ownHosts?: readonly string[]; sampleOpen?: boolean; quota?: Quota } = {},
): Promise<County> {
  const { db } = await sandbox()
  const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-county-'))
  chmodSync(dataFolder, 0o700)
  const clock = { now: new Date('2026-11-22T02:00:00Z') }
  const system = openSystem({
    db,
    dataFolder,
    ownHosts: settings.ownHosts ?? [],
    sampleOpen: settings.sampleOpen ?? true,
    homeDivision: divisionCode,
    quota: settings.quota,
    clock: () => clock.now,
    onFault,
  })
  afterAll(async () => {
    await system.close()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  const agencyIds = { science: newId(), finance: newId(), towns: newId() }
  const people = {} as Record<Role, Actor>
  await db.transaction(async (tx) => {
    const plain = {
      divisionCode,
      ...nameOnly,
    }
    await storeAgency(
      { tx, now: clock.now, by: '测试' },
      {
        ...plain,
        id: agencyIds.science,
        name: '澄禾县科学技术局',
        shortName: '县科技局',
        kind: 'government',
      },
    )
    await storeAgency(
      { tx, now: clock.now, by: '测试' },
      {
        ...plain,
        id: agencyIds.finance,
        name: '澄禾县财政局',
        shortName: '县财政局',
        kind: 'government',
      },
    )
    await storeAgency(
      { tx, now: clock.now, by: '测试' },
      { ...plain, id: agencyIds.towns, name: '各乡镇', kind: 'group' },
    )
    const passwordHash = await hashPassword(password)
    for (const role of everyone) {
      const agencyId = agencyStaff.includes(role) ? agencyIds.science : null
      const user = await insertUser(
        tx,
        {
          username: role,
          name: `测试${role}`,
          role,
          agencyId,
          divisionCode,
          passwordHash,
          mustChangePassword: false,
          sample: false,
        },
        clock.now,
      )
      people[role] = actorOf({ userId: user.id, name: user.name }, user.mandate)
    }
  })
  return { db, system, people, agencyIds, clock }
}
