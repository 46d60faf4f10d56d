import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { type Actor, actorOf, type Role } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { partyAgency } from '#kernel/party.ts'
import { hashPassword, insertUser } from '#modules/office/accounts/server/index.ts'
import { nameOnly } from '#modules/office/organisations/domain/agency.ts'
import { storeAgency } from '#modules/office/organisations/server/index.ts'
import { keptDays } from '#modules/programme/lamps/server/tables.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract, type TaskView } from '#modules/programme/programmes/contract.ts'
import { loadContents } from '#modules/programme/programmes/server/index.ts'
import { reports } from '#modules/programme/reports/server/tables.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import type { Db } from '#platform/database/tx.ts'
import { openSystem, type System } from '../src/main/system.ts'

/** The largest programme the product is measured with: 500 tasks, 60 agencies, 24 months of reports. */
export const large = { tasks: 500, agencies: 60, months: 24 }

type Size = Pick<typeof large, 'tasks' | 'months'>

const divisionCode = '470326'
const actions = 10

export interface LargeProgramme {
  system: System
  db: Db
  pool: Pool
  programmeId: string
  /** Moves the clock every operation sees. */
  clock: { now: Date }
  person(role: Role, agencyId?: string): Actor
  agencyIds: readonly string[]
  reports: number
  close(): Promise<void>
}

const agencyName = (n: number): string => `澄禾县第${n + 1}工作局`

const taskOf = (n: number): string =>
  `${n + 1}.推进第${n + 1}项工作。持续推进第${n + 1}项工作，到2027年12月底前建成第${n + 1}类站点${20 + (n % 30)}个。（牵头单位：${agencyName(n % large.agencies)}；责任单位：${agencyName((n + 7) % large.agencies)}）`

function planText(tasks: number): string {
  const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
  const each = tasks / actions
  const parts = numerals.map((numeral, action) => {
    const own = Array.from({ length: each }, (_, i) => taskOf(action * each + i))
    return `（${numeral}）第${numeral}提升行动\n\n${own.join('\n\n')}`
  })
  return `澄禾县人民政府办公室关于印发《澄禾县大型提升行动方案（2025—2027年）》的通知\n\n澄政办发〔2025〕1号\n\n各乡镇人民政府，县直各单位：\n\n《澄禾县大型提升行动方案（2025—2027年）》已经县政府同意，现印发给你们。\n\n澄禾县人民政府办公室\n2025年1月6日\n\n澄禾县大型提升行动方案（2025—2027年）\n\n一、重点任务\n\n${parts.join('\n\n')}\n`
}

/** Publishes the plan and writes its months of reports, one for each task each month, most of them signed. */
const onFault = (error: unknown): void => console.error(error)

/** @param databaseUrl an empty database; one of its own when left out */
export async function openLargeProgramme(
  { tasks: size, months }: Size = large,
  databaseUrl?: string,
): Promise<LargeProgramme> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
  chmodSync(dataFolder, 0o711)
  const database = await openDatabase({ dataFolder, databaseUrl, address: 'bench', durable: false })
  await migrate(database.pool)
  const { db } = database
  const clock = { now: new Date('2025-01-08T02:00:00Z') }
  const system = openSystem({
    db,
    dataFolder,
    sampleOpen: true,
    homeDivision: divisionCode,
    onFault,
    clock: () => clock.now,
  })
  const agencyIds = await addAgencies(db)
  const person = (role: Role, agencyId: string | null = null): Actor => {
    const party = partyAgency(agencyId)
    return actorOf({ userId: `bench-${role}`, name: role }, { id: `bench-${role}`, role, divisionCode, party })
  }
  await addLeader(db, clock.now)
  const programmeId = await publish(system, person('office'), planText(size))
  const { tasks } = await db.transaction((tx) => loadContents(tx, { id: programmeId, divisionCode }))
  const written = await addReports(db, { programmeId, tasks, months })
  await keepLastDays({ db, system, clock, programmeId })
  await database.pool.query('analyze')
  const close = async () => {
    await system.close()
    await database.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { system, db, pool: database.pool, programmeId, clock, person, agencyIds, reports: written, close }
}

async function addAgencies(db: Db): Promise<string[]> {
  const ids = Array.from({ length: large.agencies }, () => newId())
  await db.transaction(async (tx) => {
    for (const [n, id] of ids.entries())
      await storeAgency(
        { tx, now: new Date('2025-01-08T02:00:00Z'), by: '压测' },
        {
          id,
          divisionCode,
          name: agencyName(n),
          ...nameOnly,
          kind: 'government',
        },
      )
  })
  return ids
}

async function addLeader(db: Db, now: Date): Promise<void> {
  const passwordHash = await hashPassword('Bench-2026-mima')
  const account = { username: 'leader', name: '领导', role: 'leader' as const, agencyId: null, divisionCode }
  await db.transaction((tx) =>
    insertUser(tx, { ...account, passwordHash, mustChangePassword: false, sample: false }, now),
  )
}

async function publish(system: System, office: Actor, text: string): Promise<string> {
  const receipt = await system.call(planContract.handInText, office, { text })
  await system.background.idle()
  const handIn = (await system.call(planContract.listHandIns, office, {})).find(({ id }) => id === receipt.id)
  const planId = handIn?.planId
  if (!planId) throw new Error(`the plan was not read: ${handIn?.refusal ?? ''}`)
  const { revision } = await system.call(planContract.getPlan, office, { planId })
  await system.call(planContract.publishPlan, office, { planId, revision, newIssueOf: null })
  const [programme] = await system.call(programmeContract.listProgrammes, office, {})
  if (!programme) throw new Error('no programme was made')
  return programme.id
}

/** The lamps of the last days are kept by the work of the clock; those of the years before would be 600 more of the same. */
async function keepLastDays({
  db,
  system,
  clock,
  programmeId,
}: Pick<LargeProgramme, 'db' | 'system' | 'clock' | 'programmeId'>): Promise<void> {
  clock.now = new Date('2026-11-28T22:00:00Z')
  await db.insert(keptDays).values({ divisionCode, programmeId, day: '2026-11-20', edition: '', keptAt: clock.now })
  await system.jobs.drain()
}

const pad = (n: number): string => String(n).padStart(2, '0')

async function addReports(
  db: Db,
  { programmeId, tasks, months }: { programmeId: string; tasks: readonly TaskView[]; months: number },
): Promise<number> {
  let written = 0
  for (let month = large.months - months; month < large.months; month++) {
    const [year, of] = [2025 + Math.floor(month / 12), (month % 12) + 1]
    const on = `${year}-${pad(of)}-20`
    const at = new Date(`${on}T02:00:00Z`)
    const rows = tasks.flatMap((task, n) => {
      const agencyId = task.leads[0]?.agencyId
      // One in twenty is silent in a month, another one each time.
      if (!agencyId || (n + month) % 20 === 0) return []
      return [
        {
          id: newId(),
          divisionCode,
          programmeId,
          taskId: task.id,
          agencyId,
          cycle: `${year}-${pad(of)}`,
          dueOn: `${year}-${pad(of)}-25`,
          endOn: `${year}-${pad(of)}-28`,
          attempt: 1,
          submissionId: newId(),
          progress: n % 4 === 0 ? ('unchanged' as const) : ('progressed' as const),
          text: `本月推进第${n + 1}项工作，已完成选址并开工。`,
          needsCoordination: false,
          values: task.targets.map(({ id }) => ({ targetId: id, value: Math.floor(((month + 1) * (n % 7)) / 3) })),
          evidence: n % 3,
          submittedById: 'bench',
          submittedBy: '填报员',
          submittedAt: at,
          submittedOn: on,
          status: 'signed' as const,
          settledBy: '审核员',
          settledAt: at,
          settledOn: on,
          settledReason: null,
        },
      ]
    })
    // PostgreSQL takes 65,535 values a report.
    for (let from = 0; from < rows.length; from += 1000) await db.insert(reports).values(rows.slice(from, from + 1000))
    written += rows.length
  }
  return written
}
