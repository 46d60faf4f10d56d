import { count, eq } from 'drizzle-orm'
import { type Actor, Role } from '#kernel/actor.ts'
import { momentAt } from '#kernel/day.ts'
import { hashPassword, insertUser, users } from '#modules/office/accounts/server/index.ts'
import { organisationContract } from '#modules/office/organisations/contract.ts'
import { importAgencyCells, tableCells } from '#modules/office/organisations/server/index.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import type { Tx } from '#platform/database/tx.ts'
import { playYear } from './sample-year/play-year.ts'
import { readSeed } from './sample-year/story.ts'
import type { Settings } from './settings.ts'
import type { StartStep } from './start-step.ts'
import { openSystem, type System } from './system.ts'

/** 澄禾县, fictional; its code is assigned to nobody (seed/README.md). */
export const sampleDivision = '470326'

/** The office of the fictional county, in whose name its plan is handed in; its account is made first. */
interface SampleAccount {
  username: string
  name: string
  role: Role
  agency: string
  password: string
}

export function readSampleAccounts(): SampleAccount[] {
  const [, ...rows] = tableCells(readSeed('sample-accounts.tsv').toString('utf8'))
  return rows.map(([username = '', name = '', role, agency = '', password = '']) => {
    return { username, name, role: Role.parse(role), agency, password }
  })
}

/** Loads the fictional county into an empty database: agencies, accounts, a running programme and a draft of its next issue. */
export const loadSampleCounty: StartStep = async ({ db, settings, system, isFirst }) => {
  if (!settings.loadSample) return []
  const [found] = await db.select({ n: count() }).from(users).where(eq(users.sample, true))
  if ((found?.n ?? 0) === 0) {
    // A county that has data of its own, put back from a backup perhaps, is left alone.
    if (!isFirst) return ['库中已有数据，没有装入示例县。']
    await load(system, settings)
  }
  return describeAccounts(settings.sampleOpen)
}

/** When the office of the fiction hands in its plan, two days after the day of the document. */
const storyBegins = momentAt('2026-02-11', '09:00')

/** The plan is published and its year lived through on a clock of its own, up to the moment of this start. */
async function liveThrough(office: Actor, system: System, { dataFolder }: Place): Promise<void> {
  const until = system.runtime.clock()
  const clock = { now: until < storyBegins ? until : storyBegins }
  const { db, homeDivision } = system.runtime
  const past = openSystem({
    db,
    dataFolder,
    sampleOpen: true,
    homeDivision,
    clock: () => clock.now,
  })
  try {
    await publish(past, office, 'sample-plan.txt')
    if (until > storyBegins) {
      process.stdout.write('首次启动：正在装入示例县这一年的运行记录，约需半分钟。\n')
      await playYear(past, clock, until)
    }
  } finally {
    await past.close()
  }
}

type Place = Pick<Settings, 'dataFolder' | 'host'>

async function load(system: System, place: Place): Promise<void> {
  const actor: Actor = {
    userId: 'sample',
    name: '示例装载',
    role: 'office',
    divisionCode: sampleDivision,
    agencyId: null,
  }
  const register = tableCells(readSeed('sample-agencies.tsv').toString('utf8'))
  await system.runtime.db.transaction((tx) => importAgencyCells(tx, register, sampleDivision))
  const { agencies } = await system.call(organisationContract.listAgencies, actor, {})
  const agencyIdOf = new Map(
    agencies.flatMap(
      ({ id, name, shortName }) =>
        [
          [name, id],
          [shortName ?? name, id],
        ] as const,
    ),
  )
  const accounts = readSampleAccounts()
  await system.runtime.db.transaction((tx) => addAccounts(tx, accounts, { agencyIdOf, now: system.runtime.clock() }))
  const clerk = accounts.find((account) => account.role === 'office')
  const office = { ...actor, name: clerk?.name ?? actor.name }
  await liveThrough(office, system, place)
  await handIn(system, office, 'sample-plan-revised.txt')
}

async function addAccounts(tx: Tx, accounts: readonly SampleAccount[], { agencyIdOf, now }: Known): Promise<void> {
  // One password for all and shown on the start screen: hashing it once saves two seconds of the first start.
  const passwordHash = await hashPassword(accounts[0]?.password ?? '')
  for (const { username, name, role, agency } of accounts) {
    const agencyId = agencyIdOf.get(agency) ?? null
    const person = { username, name, role, agencyId, divisionCode: sampleDivision }
    await insertUser(tx, { ...person, passwordHash, mustChangePassword: false, sample: true }, now)
  }
}

interface Known {
  agencyIdOf: ReadonlyMap<string, string>
  now: Date
}

async function handIn(system: System, office: Actor, name: string): Promise<string> {
  const title = name === 'sample-plan.txt' ? '澄禾县创新提升三年行动方案' : '澄禾县创新提升三年行动方案（修订）'
  const receipt = await system.call(
    planContract.handInFile,
    office,
    {},
    { name: `${title}（虚构示例）.txt`, bytes: readSeed(name) },
  )
  await system.background.idle()
  const done = (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === receipt.id)
  if (!done?.planId) throw new Error(`the sample plan ${name} was not read: ${done?.refusal ?? ''}`)
  return done.planId
}

/** The sample's flaws are left in on purpose; publishing over them takes a reason, as it would in earnest. */
async function publish(system: System, office: Actor, name: string): Promise<void> {
  const planId = await handIn(system, office, name)
  let view = await system.call(planContract.getPlan, office, { planId })
  for (const problem of view.problems.filter((one) => one.severity === 'error' && one.accepted === null)) {
    const { code, span: at } = problem
    const reason = '示例规划有意保留原文的这处问题，供查看提示。'
    view = await system.call(planContract.acceptProblem, office, { planId, revision: view.revision, code, at, reason })
  }
  await system.call(planContract.publishPlan, office, { planId, revision: view.revision, newIssueOf: null })
}

const shownRoles: readonly Role[] = [
  'office', 'leader', 'reviewer', 'reporter', 'agencyHead', 'auditor', 'administrator', 'securityAdministrator', 'auditAdministrator',
] // biome-ignore format: a list

function describeAccounts(open: boolean): string[] {
  if (!open) return ['示例县的账号没有打开。只是试用的，请设 GUATU_SAMPLE_ACCOUNTS=1 后重新启动。']
  const accounts = readSampleAccounts()
  const shown = shownRoles.flatMap((role) => accounts.find((account) => account.role === role) ?? [])
  const names = shown.map(({ username, name }) => `${username}（${name}）`).join('、')
  return [
    `示例县“澄禾县”（虚构）的账号：${names}`,
    `以上账号的密码都是 ${accounts[0]?.password ?? ''}。示例账号已打开，能打开上面地址的人都能用；不用了请设 GUATU_SAMPLE_ACCOUNTS=0 后重新启动。`,
  ]
}
