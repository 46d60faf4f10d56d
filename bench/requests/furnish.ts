import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { agencyStaff, everyone, type Role } from '#kernel/actor.ts'
import { hashPassword, insertUser } from '#modules/office/accounts/server/index.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { runOperation } from '#platform/operation/run-operation.ts'
import { sampleDivision } from '../../src/main/sample-county.ts'
import { exampleInput } from '../../test/scope/example-input.ts'
import { records } from '../../test/scope/examples.ts'
import { type Implementation, makeRecords } from '../../test/scope/make-records.ts'
import { listIds } from '../../test/scope/rows-of-county.ts'
import { furnishSampleHouse, type SampleHouse } from '../../test/scope/sample-house.ts'

export const password = 'Ceshi-2026-mima'
export const foreignDivision = '470327'

/** Stands in every text of the neighbouring county and in no request. */
export const foreignMark = '邻县'

/** Whom the requests come from. */
export interface Account {
  username: string
  role: Role
  isForeign: boolean
}

export interface Furnished {
  dataFolder: string
  implementations: readonly Implementation[]
  accounts: readonly Account[]
  /** A record of every kind by the field that asks for it. */
  ids: Readonly<Record<string, string>>
  /** Records of the neighbouring county; half of all its records are named in requests, `hidden` in none. */
  foreignIds: readonly string[]
  hidden: ReadonlySet<string>
  /** Records that were there and are gone. */
  deletedIds: readonly string[]
  /** The moment the program's clock begins at. */
  begins: Date
}

/** So many accounts of each role: no person asks more often than a person is let. */
const peopleOf = (role: Role): number => (role === 'office' ? 6 : 3)

/** The sample county and a neighbour with business of its own, in a data folder the program can be started on. */
export async function furnish(): Promise<Furnished> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-requests-'))
  chmodSync(dataFolder, 0o711)
  const database = await openDatabase({ dataFolder, address: 'bench', durable: false })
  await migrate(database.pool)
  const house = await furnishSampleHouse({ ...database, dataFolder })
  try {
    const ids = await makeRecords(house)
    const accounts = await addAccounts(house, ids)
    await furnishForeign(house)
    const deletedIds = await makeDeleted(house, ids)
    const foreign = [...(await listIds(house.pool, foreignDivision)).keys()].sort()
    return {
      dataFolder,
      implementations: house.system.implementations,
      accounts,
      ids,
      foreignIds: foreign.filter((_, i) => i % 2 === 0),
      hidden: new Set(foreign.filter((_, i) => i % 2 === 1)),
      deletedIds,
      begins: house.now,
    }
  } finally {
    await house.system.close()
    await database.close()
  }
}

async function addAccounts(house: SampleHouse, ids: Record<string, string>): Promise<Account[]> {
  const passwordHash = await hashPassword(password)
  const accounts: Account[] = []
  await house.system.runtime.db.transaction(async (tx) => {
    for (const role of everyone)
      for (let n = 0; n < peopleOf(role); n++) {
        const username = `asking-${role}-${n}`.toLowerCase()
        const agencyId = agencyStaff.includes(role) ? (ids[n % 2 === 0 ? 'fromAgencyId' : 'toAgencyId'] ?? null) : null
        const account = { username, name: `询${role}${n}`, role, agencyId, divisionCode: sampleDivision }
        await insertUser(tx, { ...account, passwordHash, mustChangePassword: false, sample: false }, house.now)
        accounts.push({ username, role, isForeign: false })
      }
  })
  for (const role of everyone) accounts.push({ username: `邻县-${role}`.toLowerCase(), role, isForeign: true })
  return accounts
}

/** What the neighbour has besides its plan; every text of it bears the mark. */
const foreignActs: readonly { operation: string; role: Role; own?: Record<string, unknown> }[] = [
  { operation: 'reporting.askQuestion', role: 'office', own: { cycle: '2026-06' } },
  { operation: 'supervision.registerOrder', role: 'office', own: { level: 'order', dueOn: '2026-05-29', assistIds: [] } },
  { operation: 'supervision.issueOrder', role: 'office', own: { dueOn: '2026-05-29' } },
  { operation: 'projectList.addRecord', role: 'office' },
  { operation: 'policyList.addRecord', role: 'office' },
  { operation: 'meetings.planMeeting', role: 'office', own: { heldOn: '2026-04-28', seriesKey: null } },
  { operation: 'meetings.addAgendaItem', role: 'office' },
  { operation: 'notes.writeNote', role: 'leader' },
  { operation: 'files.uploadFile', role: 'office' },
] // biome-ignore format: a table

const foreignPlan = `邻县人民政府办公室关于印发《邻县示范提升行动方案（2026—2027年）》的通知

邻县政办发〔2026〕1号

各乡镇人民政府，县直各单位：

《邻县示范提升行动方案（2026—2027年）》已经县政府同意，现印发给你们。

邻县人民政府办公室
2026年1月6日

邻县示范提升行动方案（2026—2027年）

一、重点任务

（一）邻县提升行动

1.推进邻县站点建设。持续推进邻县站点建设，到2027年12月底前建成邻县站点20个。（牵头单位：邻县档案馆）

2.推进邻县道路建设。持续推进邻县道路建设，到2027年12月底前建成邻县道路30公里。（牵头单位：邻县档案馆）
`

async function furnishForeign({ system, pool, foreigners }: SampleHouse): Promise<void> {
  const { office } = foreigners
  const { id } = await system.call(planContract.handInText, office, { text: foreignPlan })
  await system.background.idle()
  const handIn = (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === id)
  const planId = handIn?.planId
  if (!planId) throw new Error(`the neighbour's plan was not read: ${handIn?.refusal ?? ''}`)
  const { revision } = await system.call(planContract.getPlan, office, { planId })
  await system.call(planContract.publishPlan, office, { planId, revision, newIssueOf: null })
  const [programme] = await system.call(programmeContract.listProgrammes, office, {})
  for (const { operation, role, own = {} } of foreignActs) {
    const implementation = system.implementations.find((one) => one.operation.name === operation)
    if (!implementation || !programme) throw new Error(`${operation} is not there for the neighbour`)
    const ids = { ...(await idsOf(pool, foreignDivision)), programmeId: programme.id }
    const input = marked({ ...exampleInput(implementation.operation, ids), ...own })
    const file = { name: '邻县资料.txt', bytes: new TextEncoder().encode('邻县资料'.repeat(20)) }
    const asked = { input, actor: foreigners[role], ...(implementation.operation.upload && { file }) }
    await runOperation(implementation, asked, system.runtime)
  }
  await system.background.idle()
}

const marked = (input: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(input).replaceAll('逐项核对后办理', `${foreignMark}的事项`))

/** One record of each kind, of this county. */
async function idsOf(pool: Pool, division: string): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  const places = { ...records, agencyId: 'organisations.agency', taskId: 'programmes.task' }
  for (const [field, place] of Object.entries(places)) {
    if (place.startsWith('select')) continue
    const table = place.replace('.', '."')
    const { rows } = await pool.query<{ id: string }>(
      `select id from ${table}" where division_code = $1 order by id::text desc limit 1`,
      [division],
    )
    if (rows[0]) ids[field] = rows[0].id
  }
  return ids
}

/** A project and a policy that were entered and removed. */
async function makeDeleted({ system, pool, person }: SampleHouse, ids: Record<string, string>): Promise<string[]> {
  const actor = await person('office')
  const run = async (name: string, with_: Record<string, string>) => {
    const implementation = system.implementations.find((one) => one.operation.name === name)
    if (!implementation) throw new Error(`there is no operation ${name}`)
    await runOperation(implementation, { input: exampleInput(implementation.operation, with_), actor }, system.runtime)
  }
  const gone: string[] = []
  for (const kind of ['Project', 'Policy']) {
    const table = `supervision.${kind.toLowerCase()}_entry`
    const listed = async () => (await pool.query<{ id: string }>(`select id from ${table}`)).rows.map(({ id }) => id)
    const before = await listed()
    await run(`supervision.add${kind}`, ids)
    const entryId = (await listed()).find((id) => !before.includes(id)) ?? ''
    await run(`supervision.remove${kind}`, { ...ids, entryId })
    gone.push(entryId)
  }
  return gone
}
