import { expect, test } from 'vitest'
import { inventedPlan } from '#modules/programme/plans/server/invented-plan.fixture.ts'
import { expectAccessible, openPage, phone, scrollsSideways, signIn } from '../browser.ts'

/** The plan of the tests as one of the three years before: published in its second year. */
const older = inventedPlan
  .replaceAll('2028年', '2027年')
  .replaceAll('2026—2027年', '2025—2027年')
  .replace('2026年3月6日', '2025年3月6日')
  .replace('〔2026〕9号', '〔2025〕9号')
  .replace('2026年12月底前', '2025年12月底前')
  .replaceAll('科技惠农行动方案', '科技强农行动方案')

test('a plan published in its second year: the office says once what was done, on screen and from its old ledger', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'office')
  await page.goto('/plans/hand-in')
  await page.getByRole('button', { name: '粘贴全文' }).click()
  await page.getByLabel('方案全文').fill(older)
  await page.getByText('识别到 3 项任务、1 项保障措施').waitFor()
  await page.getByRole('button', { name: '递交', exact: true }).click()
  await page.locator('.hand-in').filter({ hasText: '科技强农' }).getByRole('link', { name: '去校核' }).click()
  await page.locator('.workbench-next').getByRole('button', { name: '发布…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await page.waitForURL(/\/programmes\/[\da-f-]{36}$/)
  const programme = new URL(page.url()).pathname

  await page.getByRole('link', { name: /说明期初情况：.*还有 \d+ 项没有说明/ }).click()
  await page.getByRole('heading', { name: '这份方案里哪些已经做了' }).waitFor()
  await expectAccessible(page)
  const station = page.locator('.opening-task').filter({ hasText: '建设科技服务站' })
  await station.getByText('进行中', { exact: true }).click()
  await station.getByRole('radiogroup', { name: '已到期的节点' }).count()
  await station
    .getByRole('textbox', { name: /目前数值|科技服务站/ })
    .first()
    .waitFor()
  await expectAccessible(page)
  await page.screenshot({ path: '/tmp/opening-1440.png', fullPage: true })
  await page.setViewportSize(phone)
  expect(await scrollsSideways(page)).toBe(false)
  await page.screenshot({ path: '/tmp/opening-390.png', fullPage: true })
  await expectAccessible(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  console.log(await page.locator('main').innerText(), programme)
  expect(errors).toEqual([])
})
