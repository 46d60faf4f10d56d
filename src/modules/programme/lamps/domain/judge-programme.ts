import { isJudged } from '#modules/programme/plans/contract.ts'
import { openingOfTasks } from '#modules/programme/reports/contract.ts'
import type { DutyFact, OpeningFact, ProgrammeFacts, ReportFact, TargetFact } from './facts.ts'
import { type Family, findFamilies } from './families.ts'
import { judgeTarget } from './judge-target.ts'
import { type JudgedTask, judgeTask } from './judge-task.ts'
import { poolObservations } from './pool-observations.ts'
import { isOfFirst } from './rules/lamp-rule.ts'
import { seasonOf } from './seasons.data.ts'
import { listObservations, type Observation } from './series.ts'
import type { TargetCase } from './target-case.ts'
import { isFinishedCase, type TaskCase } from './task-case.ts'
import type { TargetVerdict } from './verdict.ts'

export interface JudgedProgramme {
  tasks: readonly JudgedTask[]
  /** Targets of no task. */
  overall: readonly TargetVerdict[]
}

/** A programme's facts, sorted once for all its tasks. */
export interface LaidOutCases {
  taskCases: ReadonlyMap<string, TaskCase>
  targetCases: ReadonlyMap<string, TargetCase>
}

const grouped = <T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

/** Lays every task and target with what is known of it out in cases. Facts later than the day must not be among them. */
export function layOut(facts: ProgrammeFacts, day: string): LaidOutCases {
  const reports = grouped(facts.reports, ({ taskId }) => taskId)
  const duties = grouped(facts.duties, ({ taskId }) => taskId)
  const openings = openingOfTasks(facts.openings, facts.reports)
  const taskCases = new Map(
    facts.basis.tasks.map((task) => [
      task.id,
      taskCase(facts, { task, day, opening: openings.get(task.id) }, [reports.get(task.id), duties.get(task.id)]),
    ]),
  )
  const families = findFamilies(facts.basis.targets)
  const observed = grouped(listObservations(facts, day), ({ targetId }) => targetId)
  const targetCases = new Map(
    facts.basis.targets.map((target) => [
      target.id,
      targetCase(
        facts,
        { target, family: families.get(target.id) ?? { members: [target] }, observed },
        {
          day,
          ofTask: taskCases.get(target.taskId ?? ''),
        },
      ),
    ]),
  )
  return { taskCases, targetCases }
}

function taskCase(
  facts: ProgrammeFacts,
  { task, day, opening }: Pick<TaskCase, 'task' | 'day'> & { opening: OpeningFact | undefined },
  [reports = [], duties = []]: [ReportFact[] | undefined, DutyFact[] | undefined],
): TaskCase {
  const nameOf = (agencyId: string) =>
    task.agencies.find((agency) => agency.agencyId === agencyId)?.name ?? facts.nameOf(agencyId)
  const { schedules, thresholds, basis } = facts
  return {
    task,
    schedule: schedules.get(task.id),
    reports,
    duties,
    opening,
    nameOf,
    thresholds,
    startedOn: basis.startedOn,
    planStartOn: basis.startOn,
    day,
  }
}

interface Seen {
  target: TargetFact
  family: Family
  observed: ReadonlyMap<string, readonly Observation[]>
}

function targetCase(
  facts: ProgrammeFacts,
  { target, family, observed }: Seen,
  at: { day: string; ofTask: TaskCase | undefined },
): TargetCase {
  return {
    target,
    family,
    observations: poolObservations(target, family, observed),
    course: facts.courses.get(target.id),
    isFinished: at.ofTask !== undefined && isFinishedCase(at.ofTask),
    words: at.ofTask?.reports ?? [],
    opening: at.ofTask?.opening,
    nameOf: at.ofTask?.nameOf ?? facts.nameOf,
    season: isOfFirst(at.day) ? undefined : seasonOf(target.code),
    asBefore: isOfFirst(at.day),
    startedOn: facts.basis.startedOn,
    thresholds: facts.thresholds,
    day: at.day,
  }
}

/** All lamps of a programme at the end of a day, from what was known by then. */
export function judgeFacts(facts: ProgrammeFacts, day: string): JudgedProgramme {
  const { taskCases, targetCases } = layOut(facts, day)
  const ofTask = grouped([...targetCases.values()], ({ target }) => target.taskId ?? '')
  return {
    tasks: facts.basis.tasks.flatMap(({ id }) => {
      const of = taskCases.get(id)
      return of ? [judgeTask(of, ofTask.get(id) ?? [])] : []
    }),
    overall: (ofTask.get('') ?? []).filter(({ target }) => isJudged(target)).map(judgeTarget),
  }
}
