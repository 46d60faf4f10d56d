import type { Pool } from 'pg'
import { type Actor, actorOf, agencyStaff, everyone, type Mandate, type Role } from '#kernel/actor.ts'
import type { Operation } from '#kernel/contract.ts'
import { newId } from '#kernel/ids.ts'
import { type PartyColumns, partyOf } from '#kernel/party.ts'
import { addMandate, hashPassword, insertUser } from '#modules/office/accounts/server/index.ts'
import { nameOnly } from '#modules/office/organisations/domain/agency.ts'
import { storeAgency } from '#modules/office/organisations/server/index.ts'
import type { Db, Tx } from '#platform/database/tx.ts'
import { loadSampleCounty } from '../../src/main/load-sample.ts'
import { sampleDivision } from '../../src/main/sample-county.ts'
import { readSettings } from '../../src/main/settings.ts'
import { openSystem, type System } from '../../src/main/system.ts'

/** The sample county after half a year of its story, with people of another county and of an agency nothing concerns. */
export interface SampleHouse {
  system: System
  pool: Pool
  now: Date
  /** An account of the county; `lead` is a reviewer, head or reporter of the agency. */
  person(username: string, agencyId?: string | undefined): Promise<Actor>
  /** Who may ask this: one of every role it is granted to, those of agencies from one that leads a task. */
  actorsFor(operation: Pick<Operation, 'by'>): Promise<Actor[]>
  /** One of every role in a county whose rows are none of these. */
  foreigners: Record<Role, Actor>
  /**
   * Those who act for an agency of this county that no task, order or meeting names. Each might act as the auditor too, who
   * reads everything, and does not.
   */
  strangers: readonly Actor[]
  /** New accounts of an agency of this county, one of every role that acts for one. */
  employ(agencyId: string): Promise<readonly Actor[]>
}

/** A person in one of their mandates, as the database has them. */
const columns = `u.id as "userId", u.name, m.id, m.role, m.division_code as "divisionCode", m.party_kind as "partyKind", m.party_id as "partyId"
  from accounts.user u join accounts.mandate m on m.user_id = u.id and m.ended_at is null`
type Row = Pick<Actor, 'userId' | 'name'> & Omit<Mandate, 'party'> & PartyColumns
const actorOfRow = (row: Row): Actor => actorOf(row, { ...row, party: partyOf(row) })

const fault = (error: unknown): void => console.error(error)

const nextDivision = '470327'

/** Fills a migrated, empty database; whoever opened it closes the system and the database. */
export async function furnishSampleHouse(place: { db: Db; pool: Pool; dataFolder: string }): Promise<SampleHouse> {
  const { db, pool, dataFolder } = place
  const now = new Date('2026-04-20T02:00:00Z')
  const settings = readSettings({ GUATU_DATA: dataFolder })
  const system = openSystem({
    db,
    dataFolder,
    sampleOpen: true,
    homeDivision: sampleDivision,
    clock: () => now,
    onFault: fault,
  })
  await loadSampleCounty({ db, pool, settings, system, isFirst: true, show: () => undefined })
  const passwordHash = await hashPassword('Ceshi-2026-mima')
  const hire = async (
    tx: Tx,
    { divisionCode, agencyId, prefix }: { divisionCode: string; agencyId: string; prefix: string },
    roles: readonly Role[],
  ): Promise<Actor[]> => {
    const people: Actor[] = []
    for (const role of roles) {
      const own = agencyStaff.includes(role) ? agencyId : null
      const account = {
        username: `${prefix}-${role}`.toLowerCase(),
        name: `${prefix}${role}`,
        role,
        agencyId: own,
        divisionCode,
      }
      const user = await insertUser(tx, { ...account, passwordHash, mustChangePassword: false, sample: false }, now)
      people.push(actorOf({ userId: user.id, name: user.name }, user.mandate))
    }
    return people
  }
  const settle = (divisionCode: string, prefix: string, roles: readonly Role[]) =>
    db.transaction(async (tx) => {
      const agencyId = newId()
      await storeAgency(
        { tx, now, by: '测试' },
        {
          id: agencyId,
          divisionCode,
          name: `${prefix}档案馆`,
          ...nameOnly,
          kind: 'institution',
        },
      )
      return hire(tx, { divisionCode, agencyId, prefix }, roles)
    })
  const makeAuditors = (people: readonly Actor[]) =>
    db.transaction(async (tx) => {
      for (const { userId } of people)
        await addMandate(tx, { userId, divisionCode: sampleDivision, role: 'auditor', agencyId: null }, now)
    })
  let times = 0
  const foreign = await settle(nextDivision, '邻县', everyone)
  const strangers = await settle(sampleDivision, '本县', agencyStaff)
  await makeAuditors(strangers)
  return {
    system,
    pool,
    now,
    foreigners: Object.fromEntries(foreign.map((actor) => [actor.role, actor])) as Record<Role, Actor>,
    strangers,
    employ: (agencyId) =>
      db.transaction((tx) =>
        hire(tx, { divisionCode: sampleDivision, agencyId, prefix: `新人${++times}` }, agencyStaff),
      ),
    async actorsFor({ by }) {
      const { rows } = await pool.query<Row>(
        `select distinct on (m.role) ${columns} left join programmes.task_agency a on a.agency_id = m.party_id and a.role = 'lead'
          where m.division_code = $1 and m.role = any($2) order by m.role, a.task_id nulls last, u.id`,
        [sampleDivision, by === 'anyone' ? everyone : by],
      )
      return rows.map(actorOfRow)
    },
    async person(username, agencyId) {
      const { rows } = await pool.query<Row>(
        `select ${columns} where m.division_code = $3 and (u.username = $1
          or ($1 = 'lead' and m.party_id = $2 and m.role in ('reviewer', 'reporter', 'agencyHead'))) order by m.id limit 1`,
        [username, agencyId ?? null, sampleDivision],
      )
      if (!rows[0]) throw new Error(`no account ${username}`)
      return actorOfRow(rows[0])
    },
  }
}
