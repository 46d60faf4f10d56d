import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { callTask } from '#modules/programme/programmes/contract.ts'
import { listProgrammeRows, loadContents } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { type OversightView, oversightContract } from '../contract.ts'
import { oversightErrors } from '../domain/errors.ts'
import { maySetOversight } from '../domain/oversight.ts'
import { listLeaders } from './load-oversight.ts'
import { oversights } from './tables.ts'

/** Leaders see their own list; the office sees everyone's. */
async function viewOversight(tx: Tx, actor: Actor): Promise<OversightView> {
  const leaders = await listLeaders(tx, actor.divisionCode)
  const tasks: OversightView['tasks'] = []
  for (const programme of await listProgrammeRows(tx, actor.divisionCode)) {
    const contents = await loadContents(tx, programme)
    tasks.push(
      ...contents.tasks.map((task) => ({
        id: task.id,
        title: callTask(task),
        programmeTitle: programme.title,
      })),
    )
  }
  const shown = leaders.filter(({ userId }) => maySetOversight(actor, userId))
  return { leaders: shown.map((leader) => ({ ...leader, can: { saveOversight: true } })), tasks }
}

export const listOversight = implement(oversightContract.listOversight, ({ tx, actor }) => viewOversight(tx, actor))

async function getLeader(tx: Tx, userId: string, actor: Actor) {
  if (!maySetOversight(actor, userId)) throw oversightErrors.notOwnOversight({})
  const leader = (await listLeaders(tx, actor.divisionCode)).find((one) => one.userId === userId)
  if (!leader) throw oversightErrors.leaderNotFound({})
  return leader
}

async function currentOversight({ input, tx, actor }: Pick<Call<{ userId: string }>, 'input' | 'tx' | 'actor'>) {
  const { agencyIds, taskIds } = await getLeader(tx, input.userId, actor)
  return { agencyIds: [...agencyIds].sort(), taskIds: [...taskIds].sort() }
}

export const saveOversight = implementForm(
  oversightContract.saveOversight,
  currentOversight,
  async ({ input, tx, actor, about }) => {
    const { userId, agencyIds, taskIds } = input
    const { divisionCode } = actor
    const leader = await getLeader(tx, userId, actor)
    const rows = [
      ...[...new Set(agencyIds)].map((subjectId) => ({ kind: 'agency' as const, subjectId })),
      ...[...new Set(taskIds)].map((subjectId) => ({ kind: 'task' as const, subjectId })),
    ].map((row) => ({ ...row, divisionCode, userId, addedBy: actor.name }))
    await tx.delete(oversights).where(and(eq(oversights.divisionCode, divisionCode), eq(oversights.userId, userId)))
    if (rows.length > 0) await tx.insert(oversights).values(rows)
    about(`${leader.name}的分管`, { agencies: agencyIds.length, tasks: taskIds.length })
    return viewOversight(tx, actor)
  },
)
