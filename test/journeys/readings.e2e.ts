import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, openPage, phone, scrollsSideways, signIn } from '../browser.ts'

/** An invented plan whose words leave readings open, and which names figures it does not aim at. */
const plan = `澄禾县水果产业提升行动方案（2026—2028年）

为提升水果产业，制定本方案。

一、行动目标

到2028年，水果年产值达到9亿元（预期性），单位面积化肥用量下降3%（约束性）。

二、重点任务

1.培训果农。去年新增果农合作社15家。到2028年培训果农1万人次。（牵头单位：县科技局）

2.服务果园。到2028年服务果园800家次。果园周边有水运航线3条。（牵头单位：县科技局）

3.畅通销售。技术合同成交额达到8亿元，合格率达到100%。（牵头单位：县财政局）
`

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: field }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: option }).click()
}

test('the office settles what the words leave open and takes a figure that was not taken', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'office')
  await page.goto('/plans/hand-in')
  await page.getByRole('button', { name: '粘贴全文' }).click()
  await page.getByLabel('方案全文').fill(plan)
  await page.getByRole('button', { name: '递交', exact: true }).click()
  const receipt = page.locator('.hand-in').filter({ hasText: '澄禾县水果产业提升行动方案' })
  await receipt.getByRole('link', { name: '去校核' }).click()
  const status = page.locator('.workbench-bar').getByRole('status')
  await expect.poll(() => status.innerText()).toContain('4 个目标的计数方式待确认')
  const line = (name: string) => page.locator('.target-line').filter({ hasText: name })
  expect(await line('水果年产值').innerText()).toMatch(/当年数 · 预期性 · 期限原句写明/)
  expect(await line('单位面积化肥用量').innerText()).toContain('约束性')

  // All of one shape at once, taken back, and settled again one by one.
  await page.getByText('待确认 4').click()
  expect(await page.locator('.target-line').count()).toBe(4)
  await expectAccessible(page)
  await page.getByRole('button', { name: '都按当年数：期内新增 2 个' }).click()
  await page.getByText('待确认 2').waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('待确认 4').waitFor()
  await page.getByRole('button', { name: /^期内累计：培训果农/ }).click()
  await page.getByText('待确认 3').waitFor()
  await page.getByRole('button', { name: /^始终保持：合格率/ }).click()
  await page.getByText('待确认 2').waitFor()

  await page.getByText('未取数字 2').click()
  await expectAccessible(page)
  expect(await page.locator('.untaken li').allInnerTexts()).toEqual([
    expect.stringContaining('说的是已有成绩'),
    expect.stringContaining('没有读出'),
  ])
  await page.getByRole('button', { name: '取为目标：果园周边有水运航线3条' }).click()
  await page.getByText('未取数字 1').waitFor()
  await page.getByText('全部', { exact: true }).first().click()
  expect(await line('水运航线').innerText()).toMatch(/≥ 3 条[\s\S]*期内新增 · 期内累计/)

  // The dictionary has no such measure; the proposal to define it is taken back, and made again by hand.
  const turnProposal = async (name: RegExp) => {
    await line('水运航线')
      .getByRole('button', { name: /更正目标/ })
      .click()
    await page.getByRole('menuitem', { name }).click()
  }
  await turnProposal(/撤回新建指标的建议/)
  await expect.poll(() => line('水运航线').innerText()).not.toContain('建议新建指标')
  await turnProposal(/建议新建指标/)

  await line('技术合同成交额')
    .getByRole('button', { name: /^技术合同成交额/ })
    .click()
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog')
  await choose(page, '属性', '约束性')
  await choose(page, '计数方式', '期内累计')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '保存更正' }).click()
  await expect.poll(() => line('技术合同成交额').innerText()).toMatch(/期内累计 · 约束性/)

  await page.setViewportSize(phone)
  expect(await scrollsSideways(page)).toBe(false)
  await expectAccessible(page)
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.locator('.workbench-next').getByRole('button', { name: '发布…' }).click()
  await page.getByText('1 个目标的计数方式有两种理解').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await page.waitForURL(/\/programmes\/[\da-f-]{36}$/)
  await page.goto(`${page.url()}/targets`)
  await page.getByRole('row').filter({ hasText: '技术合同成交额' }).getByText('应当（约束性）').waitFor()
  expect(errors).toEqual([])
})
