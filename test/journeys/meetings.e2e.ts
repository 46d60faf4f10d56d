import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { expectAccessible, openPage, openSample, phone, scrollsSideways, signIn } from '../browser.ts'

const today = inject('begins').slice(0, 10)
const [year, month, day] = today.split('-').map(Number)
const title = '创新提升行动工作专班本月调度会'
const minutes = `${title}纪要

时间：${year}年${month}月${day}日
主持：江怀远
出席：专班各成员单位

会议听取了当前重点任务进展情况汇报，议定如下：

（一）县商务科技和工业信息化局${year}年12月10日前逐户核对高新技术企业申报材料。
（二）县商务科技和工业信息化局${year}年12月15日前建立企业诉求回访台账。
（三）县财政局${year}年12月20日前兑现本年度研发补助。
`

let meeting = ''

const decision = (page: Page, words: string) => page.locator('.decision').filter({ hasText: words })

/** Opens what settles one decision, in the dialog that came up. */
async function settle(page: Page, words: string, way: string): Promise<ReturnType<Page['getByRole']>> {
  await decision(page, words)
    .getByRole('button', { name: /落\s*实/ })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: way, exact: true }).check()
  return dialog
}

test('the office plans the monthly meeting; its agenda proposes itself with reasons; the agencies are called', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'office')
  await openSample(page, '会商')
  const series = page.locator('.series').filter({ hasText: '月度调度会' })
  await series.getByText('专班每月调度一次任务进展').first().waitFor()
  await expectAccessible(page)
  await series.getByRole('button', { name: '安排会议' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('会议名称').fill(title)
  await dialog.getByLabel('日期').fill(today)
  await dialog.getByLabel('地点').fill('县政府二楼会议室')
  await dialog.getByLabel('主持人').fill('江怀远')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: /安\s*排/ }).click()
  await page.waitForURL(/\/meetings\/[\da-f-]{36}$/)
  meeting = new URL(page.url()).pathname

  await page.getByRole('button', { name: '拟定议程' }).click()
  await page.getByRole('heading', { name: /^议程 \d+ 项/ }).waitFor()
  const red = page.locator('.agenda > li').filter({ hasText: '设立风险补偿资金池' }).first()
  await red.getByText(/红灯/).first().waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '通知参会' }).click()
  await page.getByText('已通知参会单位').waitFor()
  expect(errors).toEqual([])
})

test('a leader reads the agenda on a phone and on the big screen', async () => {
  const { page, errors } = await openPage(phone)
  await signIn(page, 'leader')
  await page.goto(meeting)
  await page.getByText('设立风险补偿资金池').first().waitFor()
  expect(await scrollsSideways(page)).toBe(false)
  expect(await page.getByRole('button', { name: /通知参会|印发纪要/ }).count()).toBe(0)
  await expectAccessible(page)
  expect(errors).toEqual([])
})

test('the minutes are pasted, every decision finds its place, and they are issued', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'office')
  await page.goto(meeting)
  await page.getByRole('link', { name: '录入会议记录' }).click()
  await page.getByRole('button', { name: '粘贴全文' }).click()
  await page.getByRole('textbox').fill(minutes)
  await page.getByRole('button', { name: '递交', exact: true }).click()
  await page.getByText('还有 3 项待落实').waitFor()
  await expectAccessible(page)

  const join = await settle(page, '申报材料', '并入已有任务')
  await join.getByRole('radio', { name: /壮大高新技术企业队伍/ }).check()
  await expectAccessible(page)
  await join.getByRole('button', { name: /并\s*入/ }).click()
  await join.waitFor({ state: 'detached' })
  const place = await settle(page, '回访台账', '立为新任务')
  await place.getByLabel(/任务名称/).fill('建立企业诉求回访台账')
  await place.getByRole('button', { name: '立为任务' }).click()
  await place.waitFor({ state: 'detached' })
  const aside = await settle(page, '研发补助', '不立任务')
  await aside.getByLabel('理由').fill('已在年度预算执行中安排')
  await aside.getByRole('button', { name: '不立任务' }).click()
  await page.getByText('全部有着落').waitFor()
  await page.getByRole('button', { name: '印发纪要' }).click()
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /印\s*发/ })
    .click()
  await page.getByText(/纪要已印发，编号 〔\d+〕第\d+期/).waitFor()
  expect(errors).toEqual([])
})

test('whose agency has to do it finds the decision in the list of the day, on a phone', async () => {
  const { page, errors } = await openPage(phone)
  await signIn(page, 'juzhang')
  await openSample(page, '任务与目标')
  await page
    .getByRole('link', { name: /建立企业诉求回访台账/ })
    .first()
    .waitFor()
  await page.goto(meeting)
  await decision(page, '申报材料')
    .getByRole('link', { name: /壮大高新技术企业队伍/ })
    .waitFor()
  expect(await page.getByText('研发补助').count()).toBe(0)
  expect(await scrollsSideways(page)).toBe(false)
  await expectAccessible(page)
  expect(errors).toEqual([])
})
