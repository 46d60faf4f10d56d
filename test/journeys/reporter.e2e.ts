import type { BrowserContext, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { expectAccessible, openPage, phone, scrollsSideways, signIn } from '../browser.ts'

const year = Number(inject('begins').slice(0, 4))

const title = `澄禾县科技强农行动方案（${year}—${year + 2}年）`
const duty = '（牵头单位：县农业农村局；责任单位：县财政局、县林业局）'
const plan = `澄禾县人民政府办公室关于印发《${title}》的通知

澄政办发〔${year}〕88号

澄禾县人民政府办公室
${year}年1月6日

${title}

一、重点任务

（一）良种良法行动

1.建设良种繁育点。三年新建良种繁育点12个以上。${duty}

2.推广山地农机。三年推广山地农机600台套。${duty}

3.改造低产茶园。三年改造低产茶园3000亩。${duty}

4.培训新农人。每年培训新农人200人次以上。${duty}

5.开通农技热线。${year}年底前开通农技服务热线。${duty}

二、保障措施

（一）加强调度。各牵头单位于每月28日前报送进展情况。
`

async function publishPlan(): Promise<void> {
  const { page } = await openPage()
  await signIn(page, 'office')
  await page.goto('/plans/hand-in')
  await page.getByRole('button', { name: '粘贴全文' }).click()
  await page.getByLabel('方案全文').fill(plan)
  await page.getByRole('button', { name: '递交', exact: true }).click()
  await page.locator('.hand-in').filter({ hasText: title }).getByRole('link', { name: '去校核' }).click()
  await page.locator('.workbench-next').getByRole('button', { name: '发布…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await page.waitForURL(/\/programmes\/[\da-f-]{36}/)
}

const card = (page: Page, task: string) => page.locator('.answer-card').filter({ hasText: task })
const tap = (page: Page, task: string, state: string) =>
  card(page, task).locator('.state-choice').getByText(state, { exact: true }).click()

/** A photo as large as a phone takes them, drawn in the browser. */
async function drawPhoto(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const address: string = await page.evaluate(`(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 4000
    canvas.height = 3000
    const paint = canvas.getContext('2d')
    for (let i = 0; i < 20000; i++) {
      paint.fillStyle = 'hsl(' + ((i * 37) % 360) + ' 60% ' + (30 + (i % 50)) + '%)'
      paint.fillRect((i * 7919) % 4000, (i * 104729) % 3000, 90, 70)
    }
    return canvas.toDataURL('image/jpeg', 0.95)
  })()`)
  return { name: '现场.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(address.split(',')[1] ?? '', 'base64') }
}

const attach = async (page: Page, task: string, photo: Awaited<ReturnType<typeof drawPhoto>>) =>
  card(page, task).getByLabel('拍照').setInputFiles(photo)

/** Typed as a thumb types. */
const type = (page: Page, task: string, words: string) =>
  card(page, task)
    .getByLabel(/的说明$/)
    .pressSequentially(words, { delay: 90 })

let reporter: { page: Page; context: BrowserContext; errors: string[] }

test('a reporter answers five tasks on a phone in under a minute, one with a photo', async () => {
  await publishPlan()
  const { page, errors } = await openPage(phone)
  reporter = { page, context: page.context(), errors }
  const photo = await drawPhoto(page)
  expect(photo.buffer.length).toBeGreaterThan(1_000_000)
  await signIn(page, 'nongye')
  await page.getByRole('link', { name: '报送' }).first().click()
  await card(page, '建设良种繁育点').waitFor()
  expect(await scrollsSideways(page)).toBe(false)

  const begun = await page.evaluate('performance.now()')
  await tap(page, '建设良种繁育点', '无变化')
  await tap(page, '推广山地农机', '有进展')
  await card(page, '推广山地农机').getByRole('spinbutton').first().fill('120')
  await attach(page, '推广山地农机', photo)
  await tap(page, '改造低产茶园', '有困难')
  await type(page, '改造低产茶园', '苗木款未到位')
  await tap(page, '培训新农人', '无变化')
  await tap(page, '开通农技热线', '已完成')
  await attach(page, '开通农技热线', photo)
  await card(page, '开通农技热线').locator('.file-thumb img').waitFor()
  await card(page, '推广山地农机').locator('.file-thumb img').waitFor()
  await page.getByText(/已经传过，只存一份/).waitFor()
  // The answer to the first press is lost on the way; the press is sent again under its key.
  let lost = false
  await page.route('**/api/reports', async (route) => {
    if (lost || route.request().method() !== 'POST') return route.continue()
    lost = true
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: /^报送 \d+ 项$/ }).click()
  await page.getByRole('button', { name: '重新发送' }).click()
  await page.locator('.said-line').filter({ hasText: '开通农技热线' }).getByText('待审核').waitFor()
  const seconds = (Number(await page.evaluate('performance.now()')) - Number(begun)) / 1000
  console.log(`five tasks reported in ${seconds.toFixed(1)} s`)
  expect(seconds).toBeLessThan(60)

  const said = page.locator('.said-line')
  expect(await said.filter({ hasText: '推广山地农机' }).innerText()).toContain('120')
  const kept = said.filter({ hasText: '推广山地农机' }).locator('img')
  await kept.scrollIntoViewIfNeeded()
  await expect.poll(() => kept.evaluate((one) => Reflect.get(one, 'naturalWidth')), { timeout: 20_000 }).toBe(2000)
  const sources = await said.locator('img').evaluateAll((all) => all.map((one) => Reflect.get(one, 'src')))
  expect(new Set(sources).size).toBe(1)
  await expectAccessible(page)
  expect(await scrollsSideways(page)).toBe(false)
  expect(errors).toEqual([])
})

test('the reviewer returns one with a reason and signs the others', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'reviewer2')
  await page.goto('/reviews')
  const review = (task: string) => page.locator('.review-card').filter({ hasText: task })
  await review('开通农技热线').waitFor()
  expect(await review('改造低产茶园').innerText()).toContain('苗木款未到位')
  await review('改造低产茶园')
    .getByRole('button', { name: /退\s*回/ })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('理由').fill('请写明差多少苗木款')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: /退\s*回/ }).click()
  await review('改造低产茶园').waitFor({ state: 'detached' })
  for (const task of ['建设良种繁育点', '推广山地农机', '培训新农人', '开通农技热线'])
    await review(task).getByRole('checkbox').check()
  await page.getByRole('button', { name: '签收 4 条' }).click()
  await review('开通农技热线').waitFor({ state: 'detached' })
  expect(errors).toEqual([])
})

test('what is begun without a line outlives the tab and goes when the line is back', async () => {
  const { context, errors } = reporter
  const first = reporter.page
  await first.goto('/reports')
  const task = '改造低产茶园'
  await card(first, task).getByText('请写明差多少苗木款').waitFor()
  const photo = await drawPhoto(first)
  await context.setOffline(true)
  await tap(first, task, '有困难')
  await card(first, task)
    .getByLabel(/的说明$/)
    .fill('差苗木款十二万元，等县级资金下达')
  await attach(first, task, { ...photo, name: '茶园.jpg' })
  await card(first, task).getByText('等有网络时自动上传').waitFor()
  await first.close()

  await context.setOffline(false)
  const page = await context.newPage()
  await page.goto('/reports')
  await card(page, task)
    .getByText(/^草稿 \d\d:\d\d$/)
    .waitFor()
  expect(
    await card(page, task)
      .getByLabel(/的说明$/)
      .inputValue(),
  ).toBe('差苗木款十二万元，等县级资金下达')
  await card(page, task).locator('.file-thumb img').waitFor()
  await page.getByRole('button', { name: /^报送 \d+ 项$/ }).click()
  await page.locator('.said-line').filter({ hasText: task }).getByText('待审核').waitFor()
  await page.locator('.said-line').filter({ hasText: task }).getByRole('link').click()
  const line = page.locator('.report-lines > li').filter({ hasText: '十二万元' })
  await line.getByText('第 2 次').waitFor()
  await line.locator('.file-thumb img').waitFor()
  expect(await page.locator('.report-lines').innerText()).toContain('退回理由：请写明差多少苗木款')
  expect(await scrollsSideways(page)).toBe(false)
  expect(errors).toEqual([])
})
