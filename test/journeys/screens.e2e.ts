import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Role } from '#kernel/actor.ts'
import { readSampleAccounts } from '#main/sample-county.ts'
import { policyRegistry, projectRegistry } from '#modules/programme/ledgers/registries.ts'
import { desktop, openPage, openSample, phone, scrollsSideways, settled, signIn, stumblingOf } from '../browser.ts'

/** Everything a page may not say to an office: what a program says when it has nothing to say, and names of its own. */
const raw =
  /\b(?:undefined|NaN|null|Infinity|Invalid Date|[a-z]{2,}(?:[A-Z][a-z]+)+)\b|\[object|[A-Za-z]{2,}(?: [A-Za-z]{2,}){2,}/g

/** What stands as code is said as it is typed: a command, an address of the interface with the names of its parts. */
const spoken = `[...document.querySelectorAll('code')].sort((a, b) => b.innerText.length - a.innerText.length).reduce(
  (said, { innerText }) => said.replaceAll(innerText, ''), document.body.innerText)`

/** The router's own list; by its address, as what it imports is written for browsers. */
const list = new URL('../../src/main/web/routes.ts', import.meta.url).pathname
const Routes = z.object({
  routes: z.array(
    z.object({ path: z.string(), formerly: z.array(z.string()).default([]), leadsOn: z.boolean().default(false) }),
  ),
})
const { routes: screens } = Routes.parse(await import(list))

/** `/tasks/$taskId` covers `/tasks/0192…`. */
const covers = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replaceAll(/\$\w+/g, '[^/]+')}$`).test(path)

/** The screen an address opens; of two the one that names it more exactly, as the router chooses. */
const screenOf = (path: string): string | undefined =>
  screens
    .map((screen) => screen.path)
    .filter((pattern) => covers(pattern, path))
    .sort((a, b) => a.split('$').length - b.split('$').length)[0]

const links = `[...document.querySelectorAll('a[href^="/"]')].map((one) => one.getAttribute('href').split(/[?#]/)[0])`

/** Goes where a link leads, without loading the program anew. */
async function follow(page: Page, path: string): Promise<void> {
  if (new URL(page.url()).pathname === path) return
  await page.evaluate(
    `document.querySelector('h1').dataset.left = ''; history.pushState({}, '', ${JSON.stringify(path)})`,
  )
  await page.locator('h1[data-left]').waitFor({ state: 'detached' })
  await page.locator('h1').first().waitFor()
  await settled(page)
}

/** By the rules of axe-core; what is still being drawn while it looks is looked at again. */
async function standing(page: Page): Promise<string[]> {
  if ((await stumblingOf(page)).length === 0) return []
  await settled(page)
  return stumblingOf(page)
}

/**
 * What is wrong with a screen as it stands: `closely` at a desk and on a phone and by the rules of axe-core, which take
 * longest; else on a phone, where there is least room.
 */
async function faultsOf(page: Page, path: string, closely: boolean): Promise<string[]> {
  const faults: string[] = []
  for (const size of closely ? [desktop, phone] : [phone]) {
    await page.setViewportSize(size)
    await settled(page)
    const found = closely ? await standing(page) : []
    const said = String(await page.evaluate(spoken)).match(raw) ?? []
    const titles = await page.locator('h1').count()
    if (await scrollsSideways(page)) found.push('scrolls sideways')
    if (titles !== 1) found.push(`${titles} titles`)
    faults.push(...[...found, ...said].map((fault) => `${path} at ${size.width}: ${fault}`))
  }
  await page.setViewportSize(desktop)
  return faults
}

/** What is wrong with the search of this person, empty, with finds and without, at a desk and on a phone. */
async function searchFaults(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size)
    await page.keyboard.press('Control+k')
    const search = page.getByRole('dialog', { name: '搜索' })
    await search.getByText('汉字、拼音、首字母都行').waitFor()
    for (const [text, seen] of [
      ['', /汉字、拼音/],
      ['帮助', /页面/],
      ['绝无此事', /没有找到“绝无此事”/],
    ] as const) {
      await search.getByLabel('要找的内容').fill(text)
      await search.getByText(seen).first().waitFor()
      const found = [...(await standing(page)), ...((await scrollsSideways(page)) ? ['scrolls sideways'] : [])]
      faults.push(...found.map((fault) => `search “${text}” at ${size.width}: ${fault}`))
    }
    await page.keyboard.press('Escape')
    await search.waitFor({ state: 'detached' })
  }
  await page.setViewportSize(desktop)
  return faults
}

/** SCREENS=closely tries the rules of axe-core on every screen as every role sees it, in some minutes. */
const everybody = process.env['SCREENS'] === 'closely'

const seen = new Map<string, Role[]>()

/** Opens one address of every screen that links lead this person to, beginning where the work is. */
async function walk(page: Page, role: Role): Promise<string[]> {
  const faults: string[] = []
  const waiting = [new URL(page.url()).pathname, '/account']
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const screen = screenOf(path)
    if (screen === undefined || seen.get(screen)?.includes(role)) continue
    const isNew = !seen.has(screen)
    seen.set(screen, [...(seen.get(screen) ?? []), role])
    await follow(page, path)
    faults.push(...(await faultsOf(page, path, isNew || everybody)))
    waiting.push(...z.array(z.string()).parse(await page.evaluate(links)))
  }
  return faults
}

/** The lists of the sample county's programme are empty: one line in each, so that there is one to be led to. */
async function register(page: Page): Promise<void> {
  const programmes: { id: string }[] = await (await page.request.get('/api/programmes')).json()
  for (const { fields, path, key } of [projectRegistry, policyRegistry]) {
    const nothing = Object.fromEntries(fields.map(({ name }) => [name, null]))
    const required = fields.filter((field) => field.required).map(({ name }) => [name, '澄禾县数字茶园建设项目'])
    const data = { ...nothing, ...Object.fromEntries(required), [key]: '澄禾县数字茶园建设项目' }
    const answer = await page.request.post(`/api${path.replace(':programmeId', programmes[0]?.id ?? '')}`, { data })
    expect(await answer.text()).toContain('"id"')
  }
}

const people = Role.options.map((role) => ({
  role,
  username: readSampleAccounts().find((account) => account.role === role)?.username ?? '',
}))

/** Of a busy machine; many walk at once. */
const timeout = 600_000

test.concurrent.each(people)(
  'every screen $username is led to can be read by all, at a desk and on a phone',
  { timeout },
  async ({ role, username }) => {
    const { page, errors } = await openPage()
    page.on('console', (said) => said.type() === 'error' && errors.push(`${page.url()} ${said.text()}`))
    await page.goto('/sign-in')
    await page.locator('h1').waitFor()
    const signingIn = await faultsOf(page, '/sign-in', !seen.has('/sign-in'))
    seen.set('/sign-in', [...(seen.get('/sign-in') ?? []), role])
    await signIn(page, username)
    if (role === 'office') await register(page)
    await page.waitForURL((url) => url.pathname !== '/' && url.pathname !== '/sign-in')
    await settled(page)
    const searching = await searchFaults(page)
    const walked = await walk(page, role)
    await page.context().close()
    expect([...signingIn, ...searching, ...walked, ...errors]).toEqual([])
  },
)

test('no screen is left that links lead nobody to', () => {
  const shown = screens.filter(({ leadsOn }) => !leadsOn).map(({ path }) => path)
  expect(shown.filter((path) => !seen.has(path))).toEqual([])
})

test('an address a screen had before leads to where it stands now, with what was asked', async () => {
  const { page } = await openPage()
  await signIn(page, 'office')
  await openSample(page, '报送')
  const programme = /\/programmes\/[\da-f-]{36}/.exec(page.url())?.[0] ?? ''
  for (const { path, formerly } of screens) {
    for (const former of formerly) {
      const [from, to] = [former, path].map((one) => one.replace('/programmes/$programmeId', programme))
      await page.goto(`${from}?x=1`)
      await page.waitForURL((url) => url.pathname === to && url.searchParams.get('x') === '1')
    }
  }
})

test('another page is found by the first letters of its name and opened by Enter, and is offered again', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'office')
  await page.getByRole('button', { name: '搜索' }).click()
  const search = page.getByRole('dialog', { name: '搜索' })
  await search.getByLabel('要找的内容').fill('gqmb')
  await search.getByRole('link', { name: /^工期模板/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/schedule-templates$/)
  await page.keyboard.press('Control+k')
  await search
    .getByRole('region', { name: '最近打开' })
    .getByRole('link', { name: /^工期模板/ })
    .waitFor()
  expect(errors).toEqual([])
})

test('the rail made narrow stays so, and shows the pages of the area above the content', async () => {
  const { page } = await openPage()
  await signIn(page, 'office')
  const pages = page.getByRole('navigation', { name: '本区各页' })
  await openSample(page, '进度')
  expect(await pages.count()).toBe(0)
  await page.getByRole('button', { name: '收起导航' }).click()
  await page.reload()
  await pages.getByRole('link', { name: '督办', exact: true }).click()
  await page.waitForURL(/\/supervision$/)
  expect(await stumblingOf(page)).toEqual([])
  await page.getByRole('button', { name: '展开导航' }).click()
  await pages.waitFor({ state: 'hidden' })
})
