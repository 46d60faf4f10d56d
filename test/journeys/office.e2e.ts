import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inventedPlan, inventedSecondIssue } from '#modules/programme/plans/server/invented-plan.fixture.ts'
import { expectAccessible, navigation, openPage, phone, scrollsSideways, signIn } from '../browser.ts'

const unknownAgency = '县竹编行业协会'
const title = '澄禾县科技惠农行动方案'
const first = inventedPlan.replace('县财政局、各乡镇', `县财政局、${unknownAgency}`)
const second = inventedSecondIssue.replace('县财政局、各乡镇', `县财政局、${unknownAgency}`)

const aFile = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') })

const receipt = (page: Page, name: string) => page.locator('.hand-in').filter({ hasText: name })

async function handInFile(page: Page, name: string, text: string): Promise<void> {
  await page.goto('/plans/hand-in')
  await page.getByLabel('把印发的方案、规划、要点拖到这里').setInputFiles(aFile(name, text))
}

/** Fills the one field of the correction in hand and keeps it. */
async function correct(page: Page, words: string, said: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill(words)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '保存更正' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(`已更正：${said}`).waitFor()
}

async function settleAsNew(page: Page, name: string): Promise<void> {
  const line = page.locator('.name-line').filter({ hasText: name })
  await line.getByRole('button', { name: '新增为单位' }).click()
  await line.getByRole('button', { name: '新增为单位' }).waitFor({ state: 'detached' })
}

async function publish(page: Page): Promise<void> {
  await page.locator('.workbench-next').getByRole('button', { name: '发布…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await page.waitForURL(/\/programmes\/[\da-f-]{36}$/)
}

test('the office pastes a plan, corrects it, settles a name, publishes, and exports the table', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'office')
  await page.goto('/plans/hand-in')
  await page.getByRole('button', { name: '粘贴全文' }).click()
  await page.getByLabel('方案全文').fill(first)
  await page.getByText('识别到 3 项任务、1 项保障措施').waitFor()
  await page.getByRole('button', { name: '递交', exact: true }).click()
  await receipt(page, title).getByRole('link', { name: '去校核' }).click()

  await page
    .getByRole('button', { name: /建设科技服务站/ })
    .first()
    .click()
  await page.waitForURL(/at=\d+-\d+/)
  await page.keyboard.press('r')
  await correct(page, '建设乡镇科技服务站', '改任务名称')
  await page.keyboard.press('t')
  await correct(page, '2026-11-30', '改完成期限')
  await page.getByRole('tab', { name: /更正记录/ }).click()
  expect(await page.locator('.records > li').allInnerTexts()).toEqual([
    expect.stringContaining('改完成期限'),
    expect.stringContaining('建设乡镇科技服务站'),
  ])

  await page.getByRole('button', { name: '确认 1 个单位' }).click()
  await settleAsNew(page, unknownAgency)
  await publish(page)

  await navigation(page).getByRole('link', { name: '任务与目标', exact: true }).click()
  await page.getByText('建设乡镇科技服务站').first().waitFor()
  expect(await page.getByText('推广新品种').count()).toBeGreaterThan(0)
  await navigation(page).getByRole('link', { name: '进度', exact: true }).click()
  await page.getByRole('link', { name: /建设乡镇科技服务站，县科技局，2026-11-30 前/ }).waitFor()
  await page.getByRole('button', { name: '导出' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /任务分解表.*xlsx/ }).click()
  const file = await (await download).path()
  expect(readFileSync(file).subarray(0, 2).toString('latin1')).toBe('PK')
  expect(errors).toEqual([])
})

test('the same text again is recognised; the revised plan becomes the second version and shows what it changes', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'office')
  await handInFile(page, '同一份方案.txt', first)
  await receipt(page, '同一份方案.txt').getByText('与已有的规划文字相同').waitFor()
  await handInFile(page, '修订后的方案.txt', second)
  await receipt(page, '修订后的方案.txt').getByRole('link', { name: '去校核' }).click()
  await page.getByRole('button', { name: '承接更正' }).click()
  await page.getByText('已承接，共 2 处更正，0 处原文已变').waitFor()
  await page.getByText('建设乡镇科技服务站').first().waitFor()
  await page.locator('.workbench-next').getByRole('button', { name: '发布…' }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel(`作为《${title}（2026—2028年）》的第 2 版`).isChecked()).toBe(true)
  await dialog.getByText('本次草稿对照第 1 版').waitFor()
  await dialog.getByText('选派科技特派员').first().waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await page.waitForURL(/\/programmes\/[\da-f-]{36}$/)
  await page.goto('/plans')
  await page.getByRole('heading', { name: /已被新版替代/ }).waitFor()
  expect(errors).toEqual([])
})

test('a plan in force is corrected: proposed in the workbench, held with its ground, seen in the versions', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'office')
  await page.goto('/plans')
  await page.locator('.plan-title a').filter({ hasText: title }).first().click()
  await page.getByRole('link', { name: '查看工作方案' }).waitFor()
  await page
    .getByRole('button', { name: /培育种业企业/ })
    .first()
    .click()
  await page.waitForURL(/at=\d+-\d+/)
  await page.keyboard.press('r')
  await correct(page, '培育壮大种业企业', '改任务名称')
  await page.getByRole('button', { name: '使 1 处更正生效…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('培育种业企业').waitFor()
  await dialog.getByRole('textbox', { name: /依据说明/ }).fill('李县长在调度会上的批示')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: /^生\s?效$/ }).click()
  await page.getByText('更正已生效，工作方案已成为新的一版').waitFor()
  await page.getByRole('link', { name: '查看工作方案' }).click()
  await navigation(page).getByRole('link', { name: '版本', exact: true }).click()
  await page.getByText('识读有误：李县长在调度会上的批示').waitFor()
  await page.getByText('培育壮大种业企业').first().waitFor()
  await expectAccessible(page)
  expect(errors).toEqual([])
})

test('a file that holds nothing is refused with what to do next', async () => {
  const { page } = await openPage()
  await signIn(page, 'office')
  await handInFile(page, '空白.txt', '   \n\n')
  const line = receipt(page, '空白.txt')
  await line.getByRole('button', { name: '重新递交' }).waitFor()
  expect(await line.locator('.hand-in-refusal p').innerText()).toMatch(/请.*。$/)
})

test('a leader reads the draft on a phone and can change nothing', async () => {
  const { page, errors } = await openPage(phone)
  await signIn(page, 'leader')
  await page.goto('/plans')
  expect(await page.getByRole('link', { name: '递交规划' }).count()).toBe(0)
  await page.getByRole('heading', { name: /待校核/ }).waitFor()
  expect(await scrollsSideways(page)).toBe(false)
  await page.locator('.plan-title a').first().click()
  await page.locator('.task-card').first().waitFor()
  expect(await scrollsSideways(page)).toBe(false)
  expect(await page.getByRole('button', { name: /^更正任务/ }).count()).toBe(0)
  await page.locator('.task-card').first().getByRole('button').first().click()
  await page.locator('.mark[data-selected="true"]').first().waitFor()
  expect(await scrollsSideways(page)).toBe(false)
  expect(errors).toEqual([])
})
