import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Role } from '#kernel/actor.ts'
import { soundsOf } from '#platform/chinese/sounds.ts'
import { modules } from '../../../scripts/write-docs.ts'
import { areasOf } from './areas.ts'
import { screens, webModules } from './modules.ts'
import { closedScreenOf, inProgramme, lineOf, navigationOf } from './navigation.ts'
import { routes } from './routes.ts'

const programmeId = '01920000-0000-7000-8000-000000000001'
const other = '01920000-0000-7000-8000-000000000002'
/** Above the pages of each registry, whose list may stand on another page. */
const registries = screens
  .filter(({ shows }) => shows?.endsWith('.addRecord'))
  .map(({ path }) => path.replace(/\/new$/, ''))
const areas = (role: Role, path = '/', known: string | undefined = programmeId) =>
  navigationOf({ role }, { path, programmeId: known })

describe.each(Role.options)('the navigation of %s', (role) => {
  test('has something, at most seven areas and seven pages in each', () => {
    expect(areasOf[role].length).toBeLessThanOrEqual(7)
    expect(areas(role).length).toBeGreaterThan(0)
    for (const { title, pages } of areas(role))
      expect({ title, many: pages.length > 7 }).toEqual({ title, many: false })
  })

  test('leads to each page once, and without a programme only to what there is', () => {
    const links = areas(role).flatMap(({ pages }) => pages.flatMap(({ tabs }) => tabs.map(({ to }) => to)))
    expect(links).toEqual([...new Set(links)])
    const first = navigationOf({ role }, { path: '/', programmeId: undefined })
    const all = first.flatMap(({ to, pages }) => [to, ...pages.map((page) => page.to)])
    expect(all.length).toBeGreaterThan(0)
    expect(all.filter((to) => to.includes('$'))).toEqual([])
  })

  test('marks one area and one page wherever it leads', () => {
    for (const { title, pages } of areas(role)) {
      for (const page of pages) {
        const here = areas(role, page.to).filter(({ current }) => current)
        expect(here.map((area) => area.title)).toEqual([title])
        expect(here[0]?.pages.filter(({ current }) => current).map(({ to }) => to)).toEqual([page.to])
      }
    }
  })
})

test('every role finds its areas under their names, those without a page left out', () => {
  const named = Object.fromEntries(
    Role.options.map((role) => [
      role,
      areas(role)
        .map(({ title }) => title)
        .join(' '),
    ]),
  )
  expect(named).toEqual({
    office: '今日 方案 主体 创新 数据 设置',
    reporter: '今日 我的任务 我单位数据',
    reviewer: '今日 我的任务 我单位数据',
    agencyHead: '今日 我单位',
    leader: '要事 一张图 指标 包保 批示',
    auditor: '留痕 导出',
    observer: '方案 主体 创新 数据',
    administrator: '设置',
    securityAdministrator: '设置',
    auditAdministrator: '设置',
  })
})

test('a programme has its seven pages, and a detail is marked as the page it is opened from', () => {
  const pages = areas('office', `/tasks/${other}`).find(({ title }) => title === '方案')?.pages ?? []
  expect(pages.map(({ title }) => title)).toEqual(['总览', '任务与目标', '进度', '报送', '督办', '会商', '版本'])
  expect(pages.filter(({ current }) => current).map(({ title }) => title)).toEqual(['任务与目标'])
})

test('another programme keeps the page; what belongs to one programme leads to its list', () => {
  expect(inProgramme(`/programmes/${programmeId}/chart`, other)).toBe(`/programmes/${other}/chart`)
  expect(inProgramme(`/tasks/${programmeId}`, other)).toBe(`/programmes/${other}/tasks`)
  expect(inProgramme('/agencies', other)).toBeUndefined()
})

test('a screen a duty may not see is closed to it, also one without a place', () => {
  expect(closedScreenOf({ role: 'leader' }, '/audit')?.label).toBe('审计记录')
  expect(closedScreenOf({ role: 'reporter' }, '/agencies/new')?.label).toBe('登记单位')
  expect(closedScreenOf({ role: 'office' }, '/agencies/new')).toBeUndefined()
})

describe('every screen', () => {
  test('says its name and what it is for; names and addresses are its own', () => {
    for (const { path, help, label } of routes) {
      expect({ path, help: /^.{6,80}。$/.test(help) }).toEqual({ path, help: true })
      expect(label).toMatch(/^\p{Script=Han}{2,10}$/u)
    }
    for (const key of ['label', 'path'] as const) {
      const all = routes.map((screen) => screen[key])
      expect(all).toEqual([...new Set(all)])
    }
  })

  test('is opened from a screen that exists, and every place in the navigation is one', () => {
    const paths = routes.map(({ path }) => path)
    expect(routes.flatMap(({ under }) => under ?? []).filter((path) => !paths.includes(path))).toEqual([])
    const places = routes.flatMap(({ place }) => place ?? [])
    const planned = Object.values(areasOf)
      .flat()
      .flatMap(({ pages }) => pages.flatMap((page) => (typeof page === 'string' ? page : page.tabs)))
    expect(planned.filter((place) => !places.some((one) => one === place))).toEqual([])
  })

  test('is led to: by the navigation of a role, by the head, or by a link on another page', () => {
    const led = new Set(
      Role.options.flatMap((role) =>
        areas(role).flatMap(({ pages }) => pages.flatMap(({ tabs }) => tabs.map(({ to }) => to))),
      ),
    )
    const sources = ['src/ui', 'src/main/web', 'src/modules', 'src/kernel'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|web\/(?:module|routes|house)\.ts$/.test(file))
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    )
    // The pages of a registry lead to each other by their tails.
    const isLinked = (path: string) => {
      const tail = registries.find((base) => path.startsWith(`${base}/`))
      const called = tail ? `addressOf\\(` : ''
      const address = path
        .slice(tail?.length ?? 0)
        .replaceAll(/\$\w+/g, '@')
        .split('@')
        .map(RegExp.escape ?? ((text) => text))
        .join('[^/`\'"]+')
      return sources.some((text) => new RegExp(`${called}['"\`]${address}(?:[?#][^'"\`]*)?['"\`]`).test(text))
    }
    const unled = routes
      .map(({ path }) => path)
      .filter((path) => !led.has(path.replace('$programmeId', programmeId)) && !isLinked(path))
    expect(unled).toEqual([])
  })
})

test('the browser knows who may call what its screens show, as the contracts say (vitest --update writes it)', async () => {
  const contracts = new Map(
    modules.flatMap(({ operations }) =>
      operations.map(({ operation: { name, by } }) => [name, by === 'anyone' ? '' : by.join(' ')] as const),
    ),
  )
  const shown = [...new Set(routes.flatMap(({ shows }) => shows ?? []))].sort()
  expect(shown.filter((name) => !contracts.get(name))).toEqual([])
  const written = JSON.stringify(Object.fromEntries(shown.map((name) => [name, contracts.get(name)])), null, 2)
  await expect(`${written}\n`).toMatchFileSnapshot('./shown-by.json')
})

test('the browser knows how every label is read (vitest --update writes it)', async () => {
  const read = routes.map(({ label }) => {
    const { initials, spelled } = soundsOf(label)
    return [label, `${initials} ${spelled}`]
  })
  const written = `${JSON.stringify(Object.fromEntries(read), null, 2)}\n`
  await expect(written).toMatchFileSnapshot('./label-sounds.json')
})

test('every web door that gives something to the web is in the list', () => {
  const given = readdirSync('src/modules', { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      /\/web\/(?:module\.ts|index\.tsx)$/.test(file) &&
      readFileSync(join('src/modules', file), 'utf8').includes('Web: WebModule = '),
  )
  // The house itself is no module.
  expect(webModules).toHaveLength(given.length + 1)
})

test('what is opened from a screen is found above it', () => {
  expect(lineOf(routes.find(({ path }) => path === '/agencies/$recordId/edit')).map(({ label }) => label)).toEqual([
    '修改单位',
    '单位名录',
  ])
})

test('a list of agencies asked for in the words of before is asked for in those of today', () => {
  const reworded = routes.find(({ path }) => path === '/agencies')?.reworded
  expect(reworded?.({ q: '科技', all: 'dissolved', kind: 'park' })).toEqual({
    text: '科技',
    ended: 'with',
    kind: 'park',
  })
  expect(reworded?.({ text: '科技' })).toBeNull()
})

test('whatever takes sheets has a screen for them', () => {
  const names = modules.flatMap(({ operations }) => operations.map(({ operation }) => operation.name))
  const taking = names.filter((name) => /\.import(?:Records|Years)$/.test(name))
  const shown = new Set<string | undefined>(screens.map(({ shows }) => shows))
  expect(taking.length).toBeGreaterThan(4)
  expect(taking.filter((name) => !shown.has(name))).toEqual([])
})
