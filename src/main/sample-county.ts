import { type Actor, actorOf, Role } from '#kernel/actor.ts'
import { addMandate, insertUser } from '#modules/office/accounts/server/index.ts'
import { organisationContract } from '#modules/office/organisations/contract.ts'
import { calledHere, importAgencyCells, tableCells } from '#modules/office/organisations/server/index.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import type { Tx } from '#platform/database/tx.ts'
import { readSeed } from './sample-year/story.ts'
import type { System } from './system.ts'

/** 澄禾县, fictional; its code is assigned to nobody (seed/README.md). */
export const sampleDivision = '470326'

interface SampleAccount {
  username: string
  name: string
  role: Role
  agency: string
  password: string
  post: string
  phone: string
}

export function readSampleAccounts(): SampleAccount[] {
  const [, ...rows] = tableCells(readSeed('sample-accounts.tsv'))
  return rows.map(([username = '', name = '', role, agency = '', password = '', post = '', phone = '']) => {
    return { username, name, role: Role.parse(role), agency, password, post, phone }
  })
}

/** The office of the fictional county, in whose name its plans are handed in. */
const sampleOffice = (): Actor => {
  const name = readSampleAccounts().find(({ role }) => role === 'office')?.name ?? '示例装载'
  return actorOf({ userId: 'sample', name }, { id: '', role: 'office', divisionCode: sampleDivision, party: null })
}

/** Its agencies, its accounts (a person in two lines has two mandates), which have no password yet, and its plan, published. */
export async function foundCounty(system: System, year: number): Promise<void> {
  const register = tableCells(readSeed('sample-agencies.tsv'))
  const writer = { now: system.runtime.clock(), by: sampleOffice().name, basis: '示例单位名录' }
  await system.runtime.db.transaction((tx) => importAgencyCells({ ...writer, tx }, register, sampleDivision))
  const agencies = await system.call(organisationContract.listAgencyNames, sampleOffice(), {})
  const idOf = new Map(agencies.flatMap((agency) => [agency.name, calledHere(agency)].map((one) => [one, agency.id])))
  await system.runtime.db.transaction((tx) => addAccounts(tx, idOf, system.runtime.clock()))
  await publish(system, await handIn(system, 'sample-plan.txt', year))
}

async function addAccounts(tx: Tx, agencyIdOf: ReadonlyMap<string, string>, now: Date): Promise<void> {
  const known = new Map<string, string>()
  for (const { username, name, role, agency, post, phone } of readSampleAccounts()) {
    const duty = { role, agencyId: agencyIdOf.get(agency) ?? null, divisionCode: sampleDivision }
    const userId = known.get(username)
    if (userId !== undefined) {
      await addMandate(tx, { userId, ...duty }, now)
      continue
    }
    const account = { username, name, post, phone, passwordHash: '', mustChangePassword: false, sample: true }
    known.set(username, (await insertUser(tx, { ...account, ...duty }, now)).id)
  }
}

const titles: Record<string, string> = {
  'sample-plan.txt': '澄禾县创新提升三年行动方案',
  'sample-plan-revised.txt': '澄禾县创新提升三年行动方案（修订）',
}

/** @returns the id of the draft */
export async function handIn(system: System, name: string, year: number): Promise<string> {
  const file = { name: `${titles[name]}（虚构示例）.txt`, bytes: Buffer.from(readSeed(name, year)) }
  const receipt = await system.call(planContract.handInFile, sampleOffice(), {}, file)
  await system.background.idle()
  const done = (await system.call(planContract.listHandIns, sampleOffice(), {})).find(({ id }) => id === receipt.id)
  if (!done?.planId) throw new Error(`the sample plan ${name} was not read: ${done?.refusal ?? ''}`)
  return done.planId
}

/** The sample's flaws are left in on purpose; publishing over them takes a reason, as it would in earnest. */
async function publish(system: System, planId: string): Promise<void> {
  const office = sampleOffice()
  let view = await system.call(planContract.getPlan, office, { planId })
  for (const problem of view.problems.filter((one) => one.severity === 'error' && one.accepted === null)) {
    const { code, span: at } = problem
    const reason = '示例规划有意保留原文的这处问题，供查看提示。'
    view = await system.call(planContract.acceptProblem, office, { planId, revision: view.revision, code, at, reason })
  }
  await system.call(planContract.publishPlan, office, { planId, revision: view.revision, newIssueOf: null })
}
