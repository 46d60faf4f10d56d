import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { sortRows } from '#kernel/sort-rows.ts'
import { contentsOf } from '../../../../../test/contents.ts'
import { openCounty } from '../../../../../test/county.ts'
import { runInventedPlan } from '../../supervision/server/supervision.fixture.ts'
import { programmeContract } from '../contract.ts'

const county = await openCounty()
const { db, system, people, agencyIds } = county
const { programmeId } = await runInventedPlan(county)
const { tasks, targets } = await contentsOf(db, programmeId)

type Asked = Omit<z.input<typeof programmeContract.listTasks.input>, 'programmeId'>
const list = (asked: Asked) => system.call(programmeContract.listTasks, people.leader, { programmeId, ...asked })
const titles = async (asked: Asked) => (await list(asked)).placed.map(({ row }) => row.title)
const all = tasks.map(({ title }) => title)

describe('a page of tasks', () => {
  test('where nothing is looked for holds them all, under their actions, and says how many there are', async () => {
    const page = await list({})
    expect(page).toMatchObject({ rows: all.length, total: all.length, all: all.length })
    expect(page.placed.map(({ row, group }) => [row.title, group])).toEqual(
      tasks.map(({ title, action }) => [title, action]),
    )
    expect(page.groups.map(({ rows }) => rows).reduce((sum, n) => sum + n, 0)).toBe(all.length)
    const [first] = page.placed
    expect(first?.row).toMatchObject({
      leads: tasks[0]!.leads.map(({ name }) => name),
      participants: tasks[0]!.participants.map(({ name }) => name),
      targets: tasks[0]!.targets.length,
    })
  })

  test('is the same row whether the database cuts it or the domain finds it', async () => {
    const [cut] = (await list({})).placed
    const [found] = (await list({ q: cut!.row.title })).placed
    expect(found).toEqual(cut)
  })

  test.each([{}, { group: 'none' }, { group: 'agency' }, { sort: '-title' }, { q: '县' }])(
    'asked by %j has the same rows in the same order on pages of one',
    async (asked) => {
      const whole = await titles(asked)
      const paged = await Promise.all(whole.map((_, n) => list({ ...asked, page: n + 1, size: 1 })))
      expect(paged.flatMap(({ placed }) => placed.map(({ row }) => row.title))).toEqual(whole)
      expect(new Set(paged.map(({ rows }) => rows))).toEqual(new Set([whole.length]))
    },
  )

  test('beyond the last is empty and still says how many there are', async () => {
    expect(await list({ page: 99 })).toMatchObject({ placed: [], rows: all.length, all: all.length })
  })

  test('says of a heading all that stands under it, on whatever page', async () => {
    const [whole, part] = [await list({}), await list({ size: 1 })]
    expect(part.groups).toEqual(whole.groups.slice(0, 1))
  })

  test('is narrowed by words, agencies, actions and deadlines, and counts what answers', async () => {
    const [station] = tasks
    expect(await titles({ q: '服务站' })).toEqual([station!.title])
    expect(await list({ q: '服务站' })).toMatchObject({ total: 1, all: all.length })
    expect(await titles({ agency: station!.participants[0]!.name, role: 'lead' })).toEqual([])
    expect(await titles({ agency: ['县科技局'], role: 'lead' })).toEqual(
      tasks.filter(({ leads }) => leads.some(({ name }) => name === '县科技局')).map(({ title }) => title),
    )
    expect(await titles({ action: [station!.action] })).toEqual(
      tasks.filter(({ action }) => action === station!.action).map(({ title }) => title),
    )
    expect(await titles({ due: 'ongoing' })).toEqual(
      tasks.filter(({ dueOn, ongoing }) => !dueOn && ongoing).map((t) => t.title),
    )
  })

  test('is sorted by a column, and by a word that is none as it comes', async () => {
    const upwards = await titles({ sort: 'targets', group: 'none' })
    expect(upwards).toEqual([...tasks].sort((a, b) => a.targets.length - b.targets.length).map(({ title }) => title))
    expect(await titles({ sort: 'nothing', group: 'none' })).toEqual(all)
  })
})

test('tasks are named for a form with who leads them', async () => {
  const named = await system.call(programmeContract.listTaskNames, people.reporter, { programmeId })
  expect(named.map(({ id, title }) => [id, title])).toEqual(tasks.map(({ id, title }) => [id, title]))
  expect(named[0]!.leads[0]).toMatchObject({ agencyId: agencyIds.science })
})

describe('a page of targets', () => {
  const listTargets = (asked: object) =>
    system.call(programmeContract.listTargets, people.leader, { programmeId, ...asked })

  test('holds the sentence of each, and what it can be narrowed by', async () => {
    const page = await listTargets({ group: 'none' })
    expect(page.placed.map(({ row }) => [row.id, row.clause.text])).toEqual(
      targets.map(({ id, clause }) => [id, clause.text]),
    )
    expect(page.kinds).toEqual([...new Set(targets.map(({ kind }) => kind))])
    expect(page).toMatchObject({ total: targets.length, all: targets.length })
  })

  test('is narrowed, sorted and paged at the server', async () => {
    const [first] = targets
    expect((await listTargets({ kind: first!.kind })).total).toBe(
      targets.filter(({ kind }) => kind === first!.kind).length,
    )
    const sorted = (await listTargets({ sort: '-indicator', group: 'none' })).placed.map(({ row }) => row.id)
    expect(sorted).toEqual(sortRows(targets, ({ indicator }) => indicator.text, true).map(({ id }) => id))
    const pages = await Promise.all([1, 2].map((page) => listTargets({ group: 'none', page, size: 2 })))
    expect(pages.flatMap(({ placed }) => placed.map(({ row }) => row.id))).toEqual(
      targets.slice(0, 4).map(({ id }) => id),
    )
  })
})

test('a list of another county does not exist', async () => {
  const stranger = { ...people.leader, divisionCode: '470327' }
  for (const operation of [programmeContract.listTasks, programmeContract.listTargets, programmeContract.listTaskNames])
    await expect(system.call(operation, stranger, { programmeId })).rejects.toThrow('没有这个工作方案')
})
