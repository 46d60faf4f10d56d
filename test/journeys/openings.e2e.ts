import { expect, test } from 'vitest'
import { inventedPlan } from '#modules/programme/plans/server/invented-plan.fixture.ts'
import { desktop, expectAccessible, openPage, phone, scrollsSideways, signIn } from '../browser.ts'

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
  await station.getByText(/已到期的节点 \d+ 个/).click()
  await station
    .getByRole('radiogroup', { name: /摸清需求/ })
    .getByText('已办结')
    .click()
  await station.getByLabel('新建科技服务站，目前数值').fill('9')
  await page.getByLabel('没有另填的数，截至').fill('2026-10-31')
  await page.keyboard.press('Tab')
  await page.getByLabel('没有另填的数，依据').fill('2026年度工作台账')
  await expectAccessible(page)
  await page.setViewportSize(phone)
  expect(await scrollsSideways(page)).toBe(false)
  await expectAccessible(page)
  await page.setViewportSize(desktop)
  await page.getByRole('button', { name: '保存 2 项' }).click()
  await page.getByText('已保存 2 项').waitFor()

  await page.getByRole('link', { name: '从台账导入' }).click()
  const ledger =
    '工作台账,,,,\r\n序号,工作任务,完成数,进展情况,包联干部\r\n2,选派科技特派员,26名,完成80%,张三\r\n4,修建县道,,已完成,王五'
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${ledger}`, 'utf8') })
  await page.getByText('没有读入的栏：“包联干部”').waitFor()
  await page.getByText('没有对得上“修建县道”的任务').waitFor()
  await expectAccessible(page)
  await page.getByLabel('没有写截至日期的数，截至').fill('2026-10-31')
  await page.keyboard.press('Tab')
  await page.getByLabel('依据').fill('2026年度工作台账')
  await page.getByRole('button', { name: '写入', exact: true }).click()
  await page.getByText(/已写入/).waitFor()
  await page.goto(`${programme}/opening`)
  expect(await page.getByLabel('选派科技特派员，目前数值').inputValue()).toBe('26')
  await station.getByRole('link', { name: /建设科技服务站/ }).click()
  await page.getByText('期初情况，办公室填报：进行中').waitFor()
  await expectAccessible(page)
  expect(errors).toEqual([])
})
