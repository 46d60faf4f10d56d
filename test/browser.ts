import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, inject } from 'vitest'

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
  const context = await browser.newContext({ viewport, baseURL: inject('address'), locale: 'zh-CN' })
  await context.clock.setSystemTime(inject('begins'))
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  return { page, errors }
}

/** Signs in one of the sample county's people. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill('Guatu-demo-2026')
  await page.getByRole('button', { name: /登\s*录/ }).click()
  await page.getByLabel('用户名', { exact: true }).waitFor({ state: 'detached' })
}

/** Whether the page scrolls sideways, which on a phone it never may. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1')
