import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { listProgrammeRows, loadContents } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { type FollowsView, wallchartContract } from '../contract.ts'
import { wallchartErrors } from '../domain/errors.ts'
import { maySetFollows } from '../domain/follow.ts'
import { listLeaders } from './load-follows.ts'
import { follows } from './tables.ts'

/** Leaders see their own list; the office sees everyone's. */
async function viewFollows(tx: Tx, actor: Actor): Promise<FollowsView> {
  const leaders = await listLeaders(tx, actor.divisionCode)
  const tasks: FollowsView['tasks'] = []
  for (const { id, title } of await listProgrammeRows(tx, actor.divisionCode)) {
    const contents = await loadContents(tx, id)
    tasks.push(
      ...contents.tasks.map((task) => ({
        id: task.id,
        title: `${task.number} ${task.title}`.trim(),
        programmeTitle: title,
      })),
    )
  }
  const shown = leaders.filter(({ userId }) => maySetFollows(actor, userId))
  return { leaders: shown.map((leader) => ({ ...leader, can: { saveFollows: true } })), tasks }
}

export const listFollows = implement(wallchartContract.listFollows, ({ tx, actor }) => viewFollows(tx, actor))

async function getLeader(tx: Tx, userId: string, actor: Actor) {
  if (!maySetFollows(actor, userId)) throw wallchartErrors.notOwnFollows({})
  const leader = (await listLeaders(tx, actor.divisionCode)).find((one) => one.userId === userId)
  if (!leader) throw wallchartErrors.leaderNotFound({})
  return leader
}

async function currentFollows({ input, tx, actor }: Pick<Call<{ userId: string }>, 'input' | 'tx' | 'actor'>) {
  const { agencyIds, taskIds } = await getLeader(tx, input.userId, actor)
  return { agencyIds: [...agencyIds].sort(), taskIds: [...taskIds].sort() }
}

export const saveFollows = implementForm(
  wallchartContract.saveFollows,
  currentFollows,
  async ({ input, tx, actor, about }) => {
    const { userId, agencyIds, taskIds } = input
    const { divisionCode } = actor
    const leader = await getLeader(tx, userId, actor)
    const rows = [
      ...[...new Set(agencyIds)].map((subjectId) => ({ kind: 'agency' as const, subjectId })),
      ...[...new Set(taskIds)].map((subjectId) => ({ kind: 'task' as const, subjectId })),
    ].map((row) => ({ ...row, divisionCode, userId, addedBy: actor.name }))
    await tx.delete(follows).where(and(eq(follows.divisionCode, divisionCode), eq(follows.userId, userId)))
    if (rows.length > 0) await tx.insert(follows).values(rows)
    about(`${leader.name}的分管`, { agencies: agencyIds.length, tasks: taskIds.length })
    return viewFollows(tx, actor)
  },
)
