import { eq } from 'drizzle-orm'
import { type Actor, actorOf, agencyStaff, everyone, forAgency, type Role } from '#kernel/actor.ts'
import { hashPassword, insertUser } from '#modules/office/accounts/server/index.ts'
import { reportContract } from '#modules/programme/reports/contract.ts'
import { reports, submissions } from '#modules/programme/reports/server/tables.ts'
import { askExample, makeRecords } from '../test/scope/make-records.ts'
import { type LargeProgramme, large, openLargeProgramme } from './large-programme.ts'
import { processorOf } from './processor.ts'
import { median, table } from './table.ts'

/**
 * How the work of every operation that reads, and of handing in a statement, grows with a programme: processor time of
 * this program and of its database. `npm run bench growth 50 500`, `npm run bench growth 50 500 5000 getHome`.
 */
const wanted = 1.1
const asked = process.argv.slice(2)
const sizes = asked.map(Number).filter(Number.isInteger)
if (sizes.length === 0) sizes.push(50, 500, 5000)
const only = asked.filter((word) => !Number.isInteger(Number(word)))
/** An operation is asked until it took so long, at least three times, at most nine. */
const patienceMs = 2000
/** Below this a growth is the growth of nothing much. */
const leastMs = 10

type Measured = Map<string, number>

async function measure(made: LargeProgramme, work: () => Promise<unknown>, between = async () => undefined) {
  await work()
  await between()
  const times: number[] = []
  let spent = 0
  while (times.length < 3 || (spent < patienceMs && times.length < 9)) {
    const taken = await processorOf(made.pool, work)
    await between()
    times.push(taken)
    spent += taken
  }
  return median(times)
}

/** An account of every role, for what is looked up by who asks. */
async function employ({ db, clock, agencyIds }: LargeProgramme): Promise<(role: Role) => Actor> {
  const passwordHash = await hashPassword('Bench-2026-mima')
  const people = new Map<Role, Actor>()
  for (const role of everyone) {
    const agencyId = agencyStaff.includes(role) ? (agencyIds[18 % agencyIds.length] ?? null) : null
    const account = { username: `bench-${role}`.toLowerCase(), name: role, role, agencyId, divisionCode: '470326' }
    const user = await db.transaction((tx) =>
      insertUser(tx, { ...account, passwordHash, mustChangePassword: false, sample: false }, clock.now),
    )
    people.set(role, actorOf({ userId: user.id, name: role }, user.mandate))
  }
  return (role) => {
    const actor = people.get(role)
    if (!actor) throw new Error(`nobody is ${role}`)
    return actor
  }
}

async function measureReads(made: LargeProgramme, personOf: (role: Role) => Actor): Promise<Measured> {
  const { system, pool } = made
  const roleOf: Record<string, Role> = { admin: 'administrator', lead: 'reporter', leader: 'leader' }
  const of = (role: Role, agencyId: string | undefined) =>
    agencyStaff.includes(role) && agencyId ? { ...personOf(role), ...forAgency(agencyId) } : personOf(role)
  const person = async (name: string, agencyId?: string) => of(roleOf[name] ?? 'office', agencyId)
  // The days of the examples lie after the spring in which the sample county's sweep asks them.
  const { now } = made.clock
  made.clock.now = new Date('2026-04-20T02:00:00Z')
  const ids = await makeRecords({ system, pool, person })
  made.clock.now = now
  const found: Measured = new Map()
  for (const implementation of system.implementations) {
    const { operation } = implementation
    if (operation.method !== 'GET' || operation.by === 'anyone' || !isAsked(operation.name)) continue
    const { by } = operation
    const whole = by.includes('office') ? 'office' : by.find((role) => !agencyStaff.includes(role))
    for (const role of by.filter((one) => one === whole || one === 'reporter')) {
      const actor = of(role, ids['agencyId'])
      const ask = () => askExample({ system }, implementation, { actor, ids })
      try {
        found.set(`${operation.name}, ${role}`, await measure(made, ask))
      } catch (error) {
        console.error(`${operation.name}, ${role}: ${error instanceof Error ? error.message : ''}`)
      }
    }
  }
  return found
}

const isAsked = (name: string): boolean => only.length === 0 || only.some((word) => name.includes(word))

/** One task answered by an agency; taken out of the database again, so that it can be said once more. */
async function measureSubmit(made: LargeProgramme, personOf: (role: Role) => Actor): Promise<Measured> {
  const { system, db, pool } = made
  const { rows } = await pool.query<{ id: string; target: string }>(
    `select t.id, g.id as target from programmes.task t join programmes.target g on g.task_id = t.id where t.number like '19%' and t.position = 18`,
  )
  const [task] = rows
  if (!task) throw new Error('no task to report')
  let turn = 0
  const submit = async () => {
    const answer = {
      taskId: task.id,
      cycle: '2026-11',
      progress: 'progressed' as const,
      text: '已完成选址。',
      needsCoordination: false,
      values: [{ targetId: task.target, value: 5 }],
      fileIds: [],
    }
    const clientKey = `bench-growth-${turn++}`
    const input = { clientKey, seconds: 5, answers: [answer], questions: [] }
    const { outcomes } = await system.call(reportContract.submitReports, personOf('reporter'), input)
    if (outcomes[0]?.refusal !== null) throw new Error(outcomes[0]?.refusal ?? 'no outcome')
  }
  const takeOut = async () => {
    await db.delete(reports).where(eq(reports.submittedById, personOf('reporter').userId))
    await db.delete(submissions)
    return undefined
  }
  return new Map([['reports.submitReports, reporter', await measure(made, submit, takeOut)]])
}

const measured: Measured[] = []
for (const tasks of sizes) {
  const made = await openLargeProgramme({ tasks, months: large.months })
  try {
    const personOf = await employ(made)
    const submit = isAsked('submitReports') ? await measureSubmit(made, personOf) : new Map()
    measured.push(new Map([...submit, ...(await measureReads(made, personOf))]))
  } finally {
    await made.close()
  }
}

/** The steepest step between two sizes that takes time worth speaking of. */
function exponentOf(times: readonly number[]): number {
  const steps = times.slice(1).map((time, i) => {
    const [before, from, to] = [times[i] ?? 1, sizes[i] ?? 1, sizes[i + 1] ?? 1]
    return time < leastMs ? 0 : Math.log(time / Math.max(before, 0.1)) / Math.log(to / from)
  })
  return Math.max(0, ...steps)
}

const names = [...(measured[0]?.keys() ?? [])]
const lines = names
  .map((name) => {
    const times = measured.map((one) => one.get(name) ?? Number.NaN)
    return { name, times, exponent: exponentOf(times) }
  })
  .sort((a, b) => b.exponent - a.exponent)
const rows = lines.map(({ name, times, exponent }) => [
  name,
  ...times.map((ms) => ms.toFixed(1)),
  exponent === 0 ? '' : exponent.toFixed(2),
])
console.log(table(['operation, role', ...sizes.map((tasks) => `${tasks} tasks, ms`), 'exponent'], rows))
console.log(`\nWanted: every exponent at most ${wanted}; without one: under ${leastMs} ms.`)
if (lines.some(({ exponent }) => exponent > wanted)) process.exitCode = 1
