import type { z } from 'zod'
import { groupBy } from '#kernel/group-by.ts'
import type { Owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { programmeContract, type TaskRow } from '../contract.ts'
import { groupTargets, listTargetsMatching, sortTargets } from '../domain/list-targets.ts'
import { groupingOf, groupTasks, headingOf, listTasksMatching, type Placed, sortTasks } from '../domain/list-tasks.ts'
import { getProgrammeRow, loadTargets } from './load-programme.ts'
import { cutTasks, readTaskLines, readTaskRows, type TaskLine } from './task-lines.ts'

export const listTasks = implement(programmeContract.listTasks, async ({ input, tx, actor, today }) => {
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const { q, agency, action, due, kind, sort } = input
  const isWhole = [q, due, kind, sort, ...agency, ...action].every((word) => word === '')
  return isWhole && groupingOf(input.group) !== 'agency'
    ? await pageOfAll(tx, programme, input)
    : await pageOfFound(tx, programme, { ...input, today })
})

/** Where nothing is looked for, the database cuts the page. */
async function pageOfAll(tx: Tx, programme: Owned, input: AskedTasks) {
  const byAction = groupingOf(input.group) === 'action'
  const cut = await cutTasks(tx, programme, { ...input, byAction })
  const rows = await readTaskRows(
    tx,
    programme,
    cut.tasks.map((task) => task.id),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const placed = cut.tasks.flatMap(({ id, action }) => {
    const row = byId.get(id)
    return row ? [{ row, group: byAction ? headingOf({ action }) : '' }] : []
  })
  const groups = new Map(cut.tasks.map(({ action, under }) => [headingOf({ action }), under]))
  return {
    placed,
    rows: cut.total,
    groups: [...groups].map(([heading, rows]) => ({ heading, rows })),
    total: cut.total,
    all: cut.total,
  }
}

type AskedTasks = z.output<typeof programmeContract.listTasks.input>

/** What is looked for is judged by the domain, over all tasks. */
async function pageOfFound(tx: Tx, programme: Owned, { today, ...input }: AskedTasks & { today: string }) {
  const all = await readTaskLines(tx, programme, { words: input.q !== '' })
  const role = input.role === 'lead' || input.role === 'participant' ? input.role : 'any'
  const { q: text, agency: agencies, action: actions, due, kind } = input
  const found = listTasksMatching(all, { text, agencies, actions, role, due, kind, today })
  const placed = groupTasks(sortTasks(found, input.sort), groupingOf(input.group))
  const page = pageOf(placed, input)
  const shown = page.placed.map(({ row, group }) => ({ row: rowOf(row), group }))
  return { ...page, placed: shown, total: found.length, all: all.length }
}

const rowOf = (line: TaskLine): TaskRow => ({
  ...line,
  leads: line.leads.map(({ name }) => name),
  participants: line.participants.map(({ name }) => name),
})

export const listTaskNames = implement(programmeContract.listTaskNames, async ({ input, tx, actor }) =>
  readTaskLines(tx, await getProgrammeRow(tx, input.programmeId, actor)),
)

export const listTargets = implement(programmeContract.listTargets, async ({ input, tx, actor }) => {
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const taskRows = await readTaskLines(tx, programme)
  const all = await loadTargets(tx, programme, { taskRows, part: {} })
  const tasksById = new Map(taskRows.map((task) => [task.id, task]))
  const taskOf = (taskId: string) => tasksById.get(taskId)
  const { q: text, agency, action: actions, kind: kinds, modality, year } = input
  const found = listTargetsMatching(all, { text, agencies: agency, actions, kinds, modality, year }, taskOf)
  const placed = groupTargets(sortTargets(found, input.sort), groupingOf(input.group), taskOf)
  return {
    ...pageOf(placed, input),
    total: found.length,
    all: all.length,
    kinds: [...new Set(all.map((target) => target.kind))],
    years: distinct(all.map(({ period }) => period?.end.slice(0, 4) ?? '')).sort(),
    modalities: distinct(all.map((target) => target.modality)),
  }
})

const distinct = (words: readonly string[]): string[] => [...new Set(words)].filter(Boolean)

/** One page of rows that stand under headings; the headings keep the order in which they first come. */
function pageOf<T>(placed: readonly Placed<T>[], { page, size }: { page: number; size: number }) {
  const groups = groupBy(placed, ({ group }) => group)
  const shown = [...groups.values()].flat().slice((page - 1) * size, page * size)
  const headings = [...new Set(shown.map(({ group }) => group))]
  return {
    placed: shown,
    rows: placed.length,
    groups: headings.map((heading) => ({ heading, rows: groups.get(heading)?.length ?? 0 })),
  }
}
