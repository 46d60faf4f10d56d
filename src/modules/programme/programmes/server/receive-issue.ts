import { and, isNull, notInArray, or } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import { planPublished, sayGround } from '#modules/programme/plans/contract.ts'
import { getPublishedPlan, type PublishedPlan } from '#modules/programme/plans/server/index.ts'
import { type Owned, ofRow, owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { listen } from '#platform/operation/implement.ts'
import { programmeIssued } from '../contract.ts'
import type { Programme } from '../domain/programme.ts'
import { issueTargets, issueTasks } from './issue-items.ts'
import type { KeptIds } from './kept-ids.ts'
import { addedTasks, issues, programmes, targets, tasks } from './tables.ts'

/** A published plan becomes a programme; a new issue of a plan, or a correction of it, becomes the next version of the programme it runs. */
export const receiveIssue = listen(
  planPublished,
  'the plan becomes a programme, or the next version of the one it runs',
  async ({ planId, previousPlanId, diff, kept, ground }, { tx, actor, now, emit }) => {
    const published = await getPublishedPlan(tx, planId, actor.divisionCode)
    const running = previousPlanId ? await findRunning(tx, owned(previousPlanId, actor)) : undefined
    const programme = describe(published, running ?? { id: newId(now.getTime()), createdAt: now, version: 0 })
    await tx
      .insert(programmes)
      .values(programme)
      .onConflictDoUpdate({ target: [programmes.divisionCode, programmes.id], set: programme })
    const { divisionCode, id: programmeId, version } = programme
    const number = published.row.number
    await tx.insert(issues).values({
      divisionCode,
      programmeId,
      version,
      planId,
      number,
      diff,
      ground,
      publishedBy: actor.name,
      publishedAt: now,
    })
    const known = running ? await knownIds(tx, programme, kept) : { tasks: new Map(), targets: new Map() }
    await retire(tx, programme)
    const taskIds = await issueTasks(tx, { programme, published, known })
    await issueTargets(tx, { programme, published, known }, taskIds)
    const occasion = `第 ${version} 版${ground ? `更正（${sayGround(ground)}）` : '印发'}`
    await emit(programmeIssued, { programmeId, version, occasion })
  },
)

async function findRunning(tx: Tx, plan: Owned): Promise<Programme | undefined> {
  const [row] = await tx.select().from(programmes).where(ofRow(programmes.planId, plan)).for('update')
  return row
}

function describe({ row, plan }: PublishedPlan, from: Pick<Programme, 'id' | 'createdAt' | 'version'>): Programme {
  const { divisionCode, title, issuer, number, issuedOn } = row
  const [startOn, endOn] = [plan.document.period?.start ?? issuedOn, plan.document.period?.end ?? null]
  return {
    id: from.id,
    divisionCode,
    title,
    issuer,
    number,
    issuedOn,
    startOn,
    endOn,
    planId: row.id,
    version: from.version + 1,
    createdAt: from.createdAt,
  }
}

type Kept = { tasks: { before: string; after: string }[]; targets: { before: string; after: string }[] }

async function knownIds(tx: Tx, programme: Owned, kept: Kept): Promise<KeptIds> {
  const oldTasks = await tx
    .select({ id: tasks.id, inPlan: tasks.planTaskId })
    .from(tasks)
    .where(inForce(tasks, programme))
  const oldTargets = await tx
    .select({ id: targets.id, inPlan: targets.planTargetId })
    .from(targets)
    .where(inForce(targets, programme))
  return { tasks: follow(kept.tasks, oldTasks), targets: follow(kept.targets, oldTargets) }
}

function follow(kept: Kept['tasks'], old: readonly { id: string; inPlan: string }[]): Map<string, string> {
  const idOf = new Map(old.map((row) => [row.inPlan, row.id]))
  return new Map(
    kept.flatMap(({ before, after }) => {
      const id = idOf.get(before)
      return id === undefined ? [] : [[after, id] as const]
    }),
  )
}

const inForce = (table: typeof tasks | typeof targets, programme: Owned) =>
  and(ofRow(table.programmeId, programme), isNull(table.droppedIn))

/** Everything the plan had in force ends with the new issue; what the issue keeps is taken up again with its own id. */
async function retire(tx: Tx, programme: Programme): Promise<void> {
  const added = tx.select({ id: addedTasks.taskId }).from(addedTasks).where(ofRow(addedTasks.programmeId, programme))
  const ofPlan = and(inForce(tasks, programme), notInArray(tasks.id, added))
  await tx.update(tasks).set({ droppedIn: programme.version }).where(ofPlan)
  const ofItsTasks = and(inForce(targets, programme), or(isNull(targets.taskId), notInArray(targets.taskId, added)))
  await tx.update(targets).set({ droppedIn: programme.version }).where(ofItsTasks)
}
