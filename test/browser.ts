import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page, type Request } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'

/** Without these a browser keeps asking for addresses of its maker, which no test may. */
const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
] // biome-ignore format: a list

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

let browser: Browser | undefined

afterAll(async () => browser?.close())

/** A window of its own: nobody is signed in and nothing is remembered. Errors on the page fail the journey. */
export async function openPage(viewport = desktop): Promise<{ page: Page; errors: string[] }> {
  browser ??= await chromium.launch({ executablePath: inject('chromium'), args: quiet })
  // What moves is not stable enough to be clicked on a busy machine; the product rests for who asks it to.
  const reducedMotion = 'reduce'
  const context = await browser.newContext({ viewport, reducedMotion, baseURL: inject('address'), locale: 'zh-CN' })
  await context.clock.setSystemTime(inject('begins'))
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const errors: string[] = []
  countRequests(page)
  page.on('pageerror', (error) => errors.push(error.message))
  return { page, errors }
}

/** What each page has asked for and not got yet. */
const asked = new WeakMap<Page, Set<Request>>()

function countRequests(page: Page): void {
  const open = new Set<Request>()
  asked.set(page, open)
  page.on('request', (one) => open.add(one))
  page.on('requestfinished', (one) => open.delete(one))
  page.on('requestfailed', (one) => open.delete(one))
}

/** Signs in one of the sample county's people. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill('Guatu-demo-2026')
  await page.getByRole('button', { name: /登\s*录/ }).click()
  await page.getByLabel('用户名', { exact: true }).waitFor({ state: 'detached' })
}

const samplePlan = '澄禾县创新提升三年行动方案'

/** Where the areas and their pages stand, on a desk and on a phone. */
export const navigation = (page: Page) => page.getByRole('navigation', { name: /^(?:主导航|本区各页)$/ })

/** Opens a page of the sample county's own programme, whatever plans other journeys have published. */
export async function openSample(page: Page, title: string): Promise<void> {
  await page.goto('/programmes')
  await page.getByRole('main').getByRole('link', { name: samplePlan, exact: true }).click()
  await page.waitForURL(/programmes\/[\da-f-]{36}$/)
  await navigation(page).getByRole('link', { name: title, exact: true }).first().click()
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What a reader with a screen reader, a keyboard or weak eyes stumbles over: the rule and where, at most five places. */
const stumbling = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(
  ({ id, nodes }) => id + ' ×' + nodes.length + ': ' + nodes.slice(0, 5).map(({ target }) => target.join(' ')).join(' | ')))`

/** The page is drawn, nothing is being read, nothing is moving; what measures itself has measured. Asked again with every picture, as the page forbids what a browser's driver polls with; a page that draws none, or never rests, is taken as it stands. */
const atRest = `new Promise((rest) => {
  setTimeout(rest, 10_000)
  const look = () =>
    document.querySelector('h1') !== null &&
    document.querySelector('.skeleton, .ant-btn-loading') === null &&
    document.getAnimations().every(({ playState }) => playState !== 'running')
      ? requestAnimationFrame(() => requestAnimationFrame(rest))
      : requestAnimationFrame(look)
  look()
})`

/** Waits until nothing is asked of the server any more and what came is drawn. */
export async function settled(page: Page): Promise<void> {
  do await page.evaluate(atRest)
  while ((asked.get(page)?.size ?? 0) > 0)
}

/** Whether the page scrolls sideways, which on a phone it never may; judged once it is laid out for its width. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  await page.evaluate(atRest)
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1')
}

/** Every rule of axe-core (WCAG 2.2 A and AA and good practice) the screen as it stands breaks, and where. */
export async function stumblingOf(page: Page): Promise<string[]> {
  await page.evaluate(atRest)
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  return page.evaluate(stumbling)
}

/** Fails when the screen as it stands breaks a rule of axe-core. */
export async function expectAccessible(page: Page): Promise<void> {
  const stumbling = await stumblingOf(page)
  // The address is asked for once, when the screen is at rest: until then it may still change.
  const at = page.url()
  expect({ at, stumbling }).toEqual({ at, stumbling: [] })
}
