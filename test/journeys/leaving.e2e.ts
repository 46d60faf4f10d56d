import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { desktop, expectAccessible, openPage, phone, scrollsSideways, signIn } from '../browser.ts'

/** Everything a page could find in this browser of anybody. */
const held = (page: Page): Promise<{ texts: string; files: string[] }> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('guatu-files', 1)
    opening.onerror = () => reject(opening.error)
    opening.onupgradeneeded = () => opening.result.createObjectStore('waiting', { keyPath: 'id', autoIncrement: true }).createIndex('place', 'place')
    opening.onsuccess = () => {
      const asked = opening.result.transaction('waiting').objectStore('waiting').getAll()
      asked.onsuccess = () => {
        opening.result.close()
        resolve({ texts: JSON.stringify({ ...localStorage }), files: asked.result.map(({ file }) => file.name) })
      }
    }
  })`)
const nothing = { texts: '{}', files: [] }

const words = '已勘察两处场地，待选定'
const firstCard = (page: Page) => page.locator('.answer-card').first()
const said = (page: Page) => firstCard(page).getByLabel(/的说明$/)
const asking = (page: Page) => page.getByRole('dialog', { name: '还有内容没有存好' })
const photo = {
  name: '现场.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]),
}

/** The line carries neither files nor drafts. @returns opens it again */
async function cutLine(page: Page): Promise<() => Promise<void>> {
  const addresses = ['**/api/files', '**/api/reports/drafts']
  for (const address of addresses) await page.route(address, (route) => route.abort())
  return async () => {
    for (const address of addresses) await page.unroute(address)
  }
}

async function begin(page: Page, text: string): Promise<void> {
  await page.goto('/reports')
  await firstCard(page).locator('.state-choice').getByText('有进展', { exact: true }).click()
  await said(page).fill(text)
}

async function attach(page: Page): Promise<void> {
  await firstCard(page).getByLabel('拍照').setInputFiles(photo)
  await firstCard(page).getByText('等有网络时自动上传').waitFor()
}

async function pressSignOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /账号菜单$/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
}

const isOut = (page: Page) => page.getByLabel('用户名', { exact: true }).waitFor()

test('who signs out is asked about what was not sent, and leaves nothing to the next person', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'nongye')
  const open = await cutLine(page)
  await begin(page, words)
  await attach(page)
  await pressSignOut(page)
  await asking(page).getByText('还有 1 张照片没有传完').waitFor()
  await asking(page).getByText('还有 1 项报送草稿没有存上').waitFor()
  await expectAccessible(page)
  await page.setViewportSize(phone)
  expect(await scrollsSideways(page)).toBe(false)
  await page.setViewportSize(desktop)
  await asking(page).getByRole('button', { name: '留下再传' }).click()
  await asking(page).waitFor({ state: 'detached' })
  expect(await said(page).inputValue()).toBe(words)

  await pressSignOut(page)
  await asking(page).getByRole('button', { name: '仍要退出' }).click()
  await isOut(page)
  expect(await held(page)).toEqual(nothing)
  await open()
  await signIn(page, 'reviewer2')
  await page.goto('/reviews')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await held(page)).toEqual(nothing)
  expect(errors).toEqual([])
})

test('who signs out on a good line is asked nothing and finds the draft on another device', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'nongye')
  await begin(page, words)
  await pressSignOut(page)
  await isOut(page)
  expect(await held(page)).toEqual(nothing)
  const { page: other } = await openPage(phone)
  await signIn(other, 'nongye')
  await other.goto('/reports')
  expect(await said(other).inputValue()).toBe(words)
  expect(errors).toEqual([])
})

test('when a session ends by itself, what was begun waits for the same person alone', async () => {
  const { page, errors } = await openPage(phone)
  await signIn(page, 'nongye')
  let open = await cutLine(page)
  await begin(page, `${words}，月底前定`)
  await attach(page)
  /** The line is back, the session is not: what goes by itself is refused with 401. */
  const end = async () => {
    await page.context().clearCookies()
    await open()
    await page.evaluate("dispatchEvent(new Event('online'))")
    await isOut(page)
  }
  await end()
  expect(await held(page)).toMatchObject({ texts: expect.stringContaining('月底前定'), files: ['现场.jpg'] })
  open = await cutLine(page)
  await signIn(page, 'nongye')
  await page.goto('/reports')
  expect(await said(page).inputValue()).toBe(`${words}，月底前定`)
  await firstCard(page).getByText('等有网络时自动上传').waitFor()

  await end()
  await signIn(page, 'reviewer2')
  await page.getByRole('button', { name: /账号菜单$/ }).waitFor()
  expect(await held(page)).toEqual(nothing)
  expect(errors).toEqual([])
})

test('another tab of the same browser goes along', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'nongye')
  const tab = await page.context().newPage()
  await tab.goto('/reports')
  await firstCard(tab).waitFor()
  await pressSignOut(page)
  await Promise.all([isOut(page), isOut(tab)])
  await signIn(page, 'reviewer2')
  await tab.getByRole('button', { name: /账号菜单$/ }).waitFor()
  expect(await held(tab)).toEqual(nothing)
  expect(errors).toEqual([])
})

test('of two devices the second is shown what the first has saved, and chooses', async () => {
  const [{ page: first }, { page: second, errors }] = [await openPage(), await openPage(phone)]
  for (const page of [first, second]) await signIn(page, 'nongye')
  const saved = () => first.waitForResponse((one) => one.url().endsWith('/api/reports/drafts'))
  await Promise.all([saved(), begin(first, '先写的')])
  await second.goto('/reports')
  await said(second).waitFor()
  await Promise.all([saved(), said(first).fill('电脑上写的')])
  await said(second).fill('手机上写的')
  const other = firstCard(second).locator('.other-draft')
  await other.getByText('这里 手机上写的 → 另一台 电脑上写的').waitFor()
  expect(await scrollsSideways(second)).toBe(false)
  await other.getByRole('button').first().scrollIntoViewIfNeeded()
  await other.getByRole('button', { name: '用另一台的' }).click()
  await other.waitFor({ state: 'detached' })
  expect(await said(second).inputValue()).toBe('电脑上写的')

  await said(second).fill('手机上接着写的')
  await second.getByText(/^草稿已存/).waitFor()
  await first.bringToFront()
  await said(first).fill('电脑上又写的')
  const older = firstCard(first).locator('.other-draft')
  await older.getByText('这里 电脑上又写的 → 另一台 手机上接着写的').waitFor()
  await older.getByRole('button', { name: '用这里的' }).click()
  await older.waitFor({ state: 'detached' })
  await first.getByText(/^草稿已存/).waitFor()
  expect(errors).toEqual([])
})
