import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { desktop, expectAccessible, openPage, openSample, phone, scrollsSideways, signIn } from '../browser.ts'

const task = '壮大高新技术企业队伍'
const host = '澄禾县商务科技和工业信息化局'

/** The matter as everybody who opens it finds it. */
let matter = ''

async function openMatter(username: string, viewport = desktop): Promise<{ page: Page; errors: string[] }> {
  const opened = await openPage(viewport)
  await signIn(opened.page, username)
  await opened.page.goto(matter)
  await opened.page.getByRole('heading', { level: 1 }).waitFor()
  return opened
}

const state = (page: Page, title: string) => page.locator('.page-meta').filter({ hasText: title })

/** Does one act of a matter whose dialog asks for words. */
async function say(page: Page, act: string | RegExp, words: string): Promise<void> {
  await page.locator('.order-acts').getByRole('button', { name: act, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('textarea').fill(words)
  await expectAccessible(page)
  await dialog.locator('.form-acts').getByRole('button').last().click()
  await dialog.waitFor({ state: 'detached' })
}

test('what is red is proposed with its reasons; the office makes an order of it', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'office')
  await openSample(page, '督办')
  const proposal = page.locator('.proposal').filter({ hasText: task })
  await proposal.getByText(/亮红灯已 \d+ 天/).waitFor()
  await proposal.getByText(/“高新技术企业总数”截至.*差 6 家/).waitFor()
  await expectAccessible(page)

  const press = proposal.getByRole('button', { name: /催\s*办/ })
  const dialog = page.getByRole('dialog')
  await press.click()
  await dialog.getByText(host).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page
    .locator('button:focus')
    .filter({ hasText: /催\s*办/ })
    .waitFor()
  await page.keyboard.press('Enter')
  await dialog.getByText(host).waitFor()
  await dialog.getByLabel('文书').click()
  await page.getByTitle('督办单').last().click()
  await dialog.getByLabel('办理要求').fill('请于时限内列出差额企业名单和逐户申报计划')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '发出督办单' }).click()
  await page.getByText(/已发出 澄政督〔2026〕\d+号/).waitFor()
  await proposal.waitFor({ state: 'detached' })

  await page
    .getByRole('row')
    .filter({ hasText: task })
    .getByRole('link', { name: new RegExp(task) })
    .click()
  await page.waitForURL(/\/orders\/[\da-f-]{36}$/)
  matter = new URL(page.url()).pathname
  await state(page, '待签收').waitFor()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.locator('.paper-list a').first().click()
  const file = await (await download).path()
  expect(readFileSync(file).subarray(0, 2).toString('latin1')).toBe('PK')
  expect(errors).toEqual([])
})

test('the agency finds it among its tasks of the day, signs for it on a phone and answers', async () => {
  const { page, errors } = await openPage(phone)
  await signIn(page, 'juzhang')
  await openSample(page, '总览')
  await page.getByRole('link', { name: new RegExp(`签收督办单.*${task}`) }).click()
  await page.waitForURL((url) => url.pathname === matter)
  expect(await scrollsSideways(page)).toBe(false)
  await page.getByRole('button', { name: /签\s*收/ }).click()
  await state(page, '已签收').waitFor()
  expect(await page.getByRole('button', { name: /销\s*号|复核通过/ }).count()).toBe(0)
  await expectAccessible(page)
  await say(page, /反\s*馈/, '已列出 9 家差额企业名单，11 月底前完成申报')
  await state(page, '待复核').waitFor()
  expect(await scrollsSideways(page)).toBe(false)
  expect(errors).toEqual([])
})

test('the office returns the answer, gets a better one, passes it and closes the matter', async () => {
  const { page: desk, errors } = await openMatter('office')
  await desk.getByText('已列出 9 家差额企业名单').first().waitFor()
  await say(desk, '退回重办', '请附逐户申报计划')
  const { page: agency } = await openMatter('juzhang')
  await agency.getByText('请附逐户申报计划').first().waitFor()
  await say(agency, /反\s*馈/, '逐户申报计划已附，9 家均已上报省系统')
  await desk.reload()
  await say(desk, '复核通过', '计划可行')
  await state(desk, '待销号').waitFor()
  await desk.getByRole('button', { name: /销\s*号/ }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('radio', { name: '好' }).check()
  await expectAccessible(desk)
  await dialog.getByRole('button', { name: /销\s*号/ }).click()
  await state(desk, '已销号').waitFor()
  await expectAccessible(desk)
  expect(errors).toEqual([])
})

test('a leader reads on a phone what became of it and is asked for nothing', async () => {
  const { page, errors } = await openMatter('leader', phone)
  await state(page, '已销号').waitFor()
  for (const said of ['请附逐户申报计划', '9 家均已上报省系统', '计划可行'])
    await page.getByText(said).first().waitFor()
  expect(await page.getByRole('button', { name: /复核|销\s*号$|撤\s*销/ }).count()).toBe(0)
  expect(await scrollsSideways(page)).toBe(false)
  await expectAccessible(page)
  expect(errors).toEqual([])
})
