import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { seesWholeCounty } from '#kernel/actor.ts'
import { describeTarget, type PlanTarget } from '#modules/programme/plans/contract.ts'
import { refersTo } from '#platform/database/same-row.ts'
import type { Finder } from '#platform/operation/finder.ts'
import { programmeContract } from '../contract.ts'
import { callTask } from '../domain/task-name.ts'
import { listProgrammeRows } from './load-programme.ts'
import { programmes, targets, tasks } from './tables.ts'

type ShownTarget = Pick<PlanTarget, 'indicator' | 'op' | 'value' | 'valueMax' | 'unit' | 'kind' | 'accrual' | 'period'>

const findProgrammes: Finder = {
  title: '工作方案',
  shows: programmeContract.listProgrammes,
  list: async ({ tx, actor }) =>
    (await listProgrammeRows(tx, actor.divisionCode)).map(({ id, title, number }) => ({
      title,
      note: number,
      to: `/programmes/${id}`,
      words: number === null ? [] : [number],
    })),
}

/** Tasks in force, of the newest programme first. */
const findTasks: Finder = {
  title: '任务',
  shows: programmeContract.getTask,
  list: async ({ tx, actor }) => {
    const rows = await tx
      .select({ id: tasks.id, number: tasks.number, title: tasks.title, programme: programmes.title })
      .from(tasks)
      .innerJoin(programmes, refersTo(tasks.programmeId, programmes))
      .where(and(eq(tasks.divisionCode, actor.divisionCode), isNull(tasks.droppedIn)))
      .orderBy(asc(programmes.createdAt), asc(tasks.position), asc(tasks.id))
    return rows.map(({ id, number, title, programme }) => ({
      title: callTask({ number, title }),
      note: programme,
      to: `/tasks/${id}`,
      words: [title],
    }))
  },
}

/**
 * Targets in force by what they measure; the task tells one from another. How one stands rests on the words of agencies:
 * people of an agency are led to the task, which everybody may read.
 */
const findTargets: Finder = {
  title: '目标',
  shows: programmeContract.listTargets,
  list: async ({ tx, actor }) => {
    const { target } = targets
    // Of a target only what is shown of it: the rest is several times as long.
    const figure = sql<ShownTarget>`jsonb_build_object('indicator', ${target} -> 'indicator', 'op', ${target} -> 'op',
      'value', ${target} -> 'value', 'valueMax', ${target} -> 'valueMax', 'unit', ${target} -> 'unit',
      'kind', ${target} -> 'kind', 'accrual', ${target} -> 'accrual', 'period', ${target} -> 'period')`
    const rows = await tx
      .select({ id: targets.id, programmeId: targets.programmeId, taskId: targets.taskId, task: tasks.title, figure })
      .from(targets)
      .leftJoin(tasks, refersTo(targets.taskId, tasks))
      .where(and(eq(targets.divisionCode, actor.divisionCode), isNull(targets.droppedIn)))
      .orderBy(asc(targets.position), asc(targets.id))
    const whole = seesWholeCounty(actor)
    return rows.map((row) => {
      const plan = row.taskId === null ? `/programmes/${row.programmeId}/targets` : `/tasks/${row.taskId}`
      return {
        title: `${row.figure.indicator.text} ${describeTarget(row.figure)}`,
        note: row.task ?? '方案总体目标',
        to: whole ? `/targets/${row.id}` : plan,
        words: [row.figure.indicator.text],
      }
    })
  },
}

export const programmeFinders: readonly Finder[] = [findTasks, findTargets, findProgrammes]
