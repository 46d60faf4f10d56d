import { and, asc, count, countDistinct, desc, eq, isNull } from 'drizzle-orm'
import { groupBy } from '#kernel/group-by.ts'
import { getPlanContents } from '#modules/programme/plans/server/index.ts'
import { type Owner, ofRow, ofRows, refersTo } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { type ProgrammeSummary, type ProgrammeView, programmeContract, type TaskView } from '../contract.ts'
import { agencyKey } from '../domain/agency-names.ts'
import { programmeErrors } from '../domain/errors.ts'
import { dueOf } from '../domain/list-tasks.ts'
import type { Programme } from '../domain/programme.ts'
import { getProgrammeRow, loadContents, type ProgrammeContents } from './load-programme.ts'
import { issues, programmes, targets, taskAgencies, tasks } from './tables.ts'

export const listProgrammes = implement(programmeContract.listProgrammes, async ({ tx, actor }) => {
  const mine = eq(programmes.divisionCode, actor.divisionCode)
  const rows = await tx.select().from(programmes).where(mine).orderBy(desc(programmes.createdAt), desc(programmes.id))
  return summarise(tx, rows, actor)
})

async function summarise(tx: Tx, rows: readonly Programme[], owner: Owner): Promise<ProgrammeSummary[]> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const inForce = and(ofRows(tasks.programmeId, ids, owner), isNull(tasks.droppedIn))
  const byKind = await tx
    .select({ id: tasks.programmeId, kind: tasks.kind, n: count() })
    .from(tasks)
    .where(inForce)
    .groupBy(tasks.programmeId, tasks.kind)
  const byTarget = await tx
    .select({ id: targets.programmeId, n: count() })
    .from(targets)
    .where(and(ofRows(targets.programmeId, ids, owner), isNull(targets.droppedIn)))
    .groupBy(targets.programmeId)
  const byAgency = await tx
    .select({ id: tasks.programmeId, n: countDistinct(taskAgencies.name) })
    .from(taskAgencies)
    .innerJoin(tasks, refersTo(taskAgencies.taskId, tasks))
    .where(inForce)
    .groupBy(tasks.programmeId)
  const kinds = new Map(byKind.map(({ id, kind, n }) => [`${kind} ${id}`, n]))
  const ofTargets = new Map(byTarget.map(({ id, n }) => [id, n]))
  const ofAgencies = new Map(byAgency.map(({ id, n }) => [id, n]))
  return rows.map((row) => {
    const counts = {
      tasks: kinds.get(`task ${row.id}`) ?? 0,
      measures: kinds.get(`measure ${row.id}`) ?? 0,
      targets: ofTargets.get(row.id) ?? 0,
      agencies: ofAgencies.get(row.id) ?? 0,
    }
    return { ...row, counts }
  })
}

export const getProgramme = implement(programmeContract.getProgramme, async ({ input, tx, actor, today }) => {
  const row = await getProgrammeRow(tx, input.programmeId, actor)
  const [summary] = await summarise(tx, [row], actor)
  if (!summary) throw programmeErrors.programmeNotFound({})
  const contents = await loadContents(tx, row)
  const plan = await getPlanContents(tx, row.planId, row.divisionCode)
  const versions = await tx.select().from(issues).where(ofRow(issues.programmeId, row)).orderBy(desc(issues.version))
  return {
    ...summary,
    actions: countActions(contents),
    agencies: countAgencies(contents.tasks),
    upcoming: listUpcoming(contents.tasks, today),
    cadences: plan.cadences.map(({ what, every, times, span }) => ({ what, every, times, span })),
    versions,
    headings: [...new Set(contents.tasks.map(({ action }) => action))].filter(Boolean),
    opening: countOpening(contents.tasks, today),
    today,
  }
})

function countActions({ tasks: all, targets: allTargets }: ProgrammeContents): ProgrammeView['actions'] {
  const headings = [...new Set(all.filter((task) => task.kind === 'task').map((task) => task.action))]
  const within = groupBy(all, ({ action }) => action)
  const actionOfTask = new Map(all.map(({ id, action }) => [id, action]))
  const targetsOf = groupBy(allTargets, ({ taskId }) => actionOfTask.get(taskId ?? ''))
  return headings.map((heading) => ({
    heading,
    tasks: within.get(heading)?.length ?? 0,
    targets: targetsOf.get(heading)?.length ?? 0,
  }))
}

function countAgencies(all: readonly TaskView[]): ProgrammeView['agencies'] {
  const counted = new Map<string, ProgrammeView['agencies'][number]>()
  for (const task of all) {
    for (const { name, agencyId, role } of [
      ...task.leads.map(as('leads')),
      ...task.participants.map(as('participates')),
    ]) {
      const key = agencyId ?? name
      const known = counted.get(key) ?? { name, agencyId, leads: 0, participates: 0 }
      counted.set(key, { ...known, [role]: known[role] + 1 })
    }
  }
  return [...counted.values()].sort((a, b) => b.leads - a.leads || b.participates - a.participates)
}

const as =
  <R extends string>(role: R) =>
  <T extends object>(agency: T) => ({ ...agency, role })

const countOpening = (all: readonly TaskView[], today: string): ProgrammeView['opening'] => ({
  leaders: new Set(all.flatMap((task) => task.leads.map(agencyKey))).size,
  past: all.filter((task) => dueOf(task, today) === 'past').length,
  unled: all.filter((task) => task.leads.length === 0).length,
})

const upcomingShown = 8

const listUpcoming = (all: readonly TaskView[], today: string): ProgrammeView['upcoming'] =>
  all
    .flatMap(({ id, title, dueOn, leads }) =>
      dueOn !== null && dueOn >= today ? [{ taskId: id, title, dueOn, leads }] : [],
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .slice(0, upcomingShown)

export const compareVersions = implement(programmeContract.compareVersions, async ({ input, tx, actor }) => {
  const row = await getProgrammeRow(tx, input.programmeId, actor)
  const [issue] = await tx
    .select()
    .from(issues)
    .where(and(ofRow(issues.programmeId, row), eq(issues.version, input.version)))
    .orderBy(asc(issues.version))
  if (!issue?.diff) throw programmeErrors.versionNotFound({ version: input.version })
  return { version: issue.version, diff: issue.diff }
})
