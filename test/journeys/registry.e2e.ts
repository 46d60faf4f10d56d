import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { allianceRegistry } from '#modules/registries/alliances/contract.ts'
import { expectAccessible, openPage, phone, scrollsSideways, signIn } from '../browser.ts'

const { listRecords } = allianceRegistry.operations
const long = '澄禾县高端绿茶精深加工与茶旅融合产业技术创新战略联盟暨现代农业科技示范推广协同创新共同体'
const heads = '联盟名称,别名,技术领域,状态,牵头单位,主管单位,成员单位数,成立日期,联系人,联系电话'
const numbered = (i: number): string => `澄禾县产业联盟${String(i).padStart(2, '0')}`

/** Sixty alliances as an office keeps them in a sheet. @param members of the first */
function sheet(members: string) {
  const first = `${long},绿茶联盟,茶叶,运行,县茶业公司,县科技局,${members},2021.3.18,沈小满,13800000000`
  const others = Array.from({ length: 59 }, (_, i) => {
    return `${numbered(i)},,${i % 2 ? '装备' : '竹木'},${i % 3 ? '运行' : '筹建'},,,${i},20${10 + (i % 10)}-05-01,,`
  })
  const text = `\ufeff澄禾县产业联盟名录\n${[heads, first, ...others].join('\n')}\n合计,,,,,,60\n`
  return { name: '产业联盟.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
}

const button = (place: Page | Locator, name: string | RegExp) => place.getByRole('button', { name, exact: true })
const link = (place: Page | Locator, name: string | RegExp) => place.getByRole('link', { name, exact: true })
const count = (page: Page, words: string) => page.getByRole('search').getByText(words, { exact: true }).waitFor()

/** What other journeys have registered ends, so that the register is as on its first day. */
async function empty(page: Page): Promise<void> {
  const answer = await page.request.get('/api/alliances?size=200')
  const ids = listRecords.output.parse(await answer.json()).records.map(({ id }) => id)
  if (ids.length > 0) await page.request.post('/api/alliances/changes', { data: { ids, act: 'end' } })
}

async function day(place: Page | Locator, label: string, on: string): Promise<void> {
  await place.getByLabel(label).fill(on)
  await place.getByLabel(label).press('Tab')
}

async function fillRegister(page: Page): Promise<void> {
  await page.goto('/alliances')
  await page.getByText('还没有登记产业联盟').waitFor()
  await expectAccessible(page)
  const template = page.waitForEvent('download')
  await link(page, '下载模板').click()
  expect((await template).suggestedFilename()).toContain('产业联盟')
  await link(page, '从表格导入').click()

  const chooser = page.locator('input[type=file]')
  await chooser.setInputFiles(sheet('十来家'))
  await page.getByText('有 1 行不能导入，整份没有写入。').waitFor()
  await page.getByText('成员单位数“十来家”看不懂，请只写数字。').waitFor()
  await page.getByText('第 3 行', { exact: true }).waitFor()
  await expectAccessible(page)
  await button(page, '换一个文件').click()
  await chooser.setInputFiles(sheet('28'))
  await page.getByText('试导通过，尚未写入：将新增 60 个').waitFor()
  await page.getByText('第 63 行：合计').waitFor()
  // Left and come back to.
  await page.reload()
  await day(page, '生效日期', '2026-01-10')
  await page.getByLabel('依据').fill('澄科字〔2026〕3号')
  await expectAccessible(page)
  await button(page, '写入').click()
  await page.getByText('已写入：新增 60 个').waitFor()
  await link(page, '查看产业联盟').click()
}

async function lookFor(page: Page): Promise<void> {
  await count(page, '60 个')
  await expectAccessible(page)
  await page.getByTitle('2', { exact: true }).click()
  await page.getByText('第 51—60 个，共 60 个').waitFor()
  await page.getByRole('combobox', { name: '状态' }).click()
  await page.getByTitle('筹建', { exact: true }).click()
  await page.keyboard.press('Escape')
  await count(page, '20 个')
  expect(new URL(page.url()).search).toBe('?state=preparing')
  await button(page, '成员单位数').click()
  const top = page.getByRole('row').nth(1)
  await top.getByText(numbered(0)).waitFor()
  await button(page, '成员单位数').click()
  await top.getByText(numbered(57)).waitFor()
  await day(page, '成立日期从', '2018-01-01')
  await count(page, '4 个')
  await page.getByPlaceholder('联盟名称或拼音首字母').fill('没有这个名称')
  await page.getByText('没有符合条件的产业联盟').waitFor()
  await button(page, '清除筛选').click()
  await page.getByPlaceholder('联盟名称或拼音首字母').fill('绿茶联盟')
  await count(page, '1 个')
  const sheetOut = page.waitForEvent('download')
  await link(page, '导出').click()
  expect((await sheetOut).suggestedFilename()).toContain('产业联盟')
}

async function correct(page: Page): Promise<void> {
  await link(page, long).click()
  await page.getByText('2026-01-10 起').waitFor()
  await expectAccessible(page)
  await link(page, '修改').click()
  await page.getByLabel('成员单位数').fill('31')
  await page.getByLabel('别名').fill('茶盟、绿盟、')
  await day(page, '生效日期', '2026-03-01')
  await page.getByLabel('依据').fill('年报')
  await expectAccessible(page)
  await button(page, '保存').click()
  await page.getByText('2026-03-01 起').waitFor()
  await page.getByText('28 → 31').waitFor()
  await page.getByText('绿茶联盟、茶盟、绿盟').first().waitFor()

  await button(page, '查看往日').click()
  await day(page, '截至哪一天的情况', '2026-02-01')
  await page.getByText('这里是 2026-02-01 的情况').waitFor()
  await page.getByText('28 家').waitFor()
  expect(await link(page, '修改').count()).toBe(0)
  await expectAccessible(page)
  await link(page.getByRole('navigation', { name: '所在位置' }), '产业联盟').click()
  await page.getByRole('row').nth(1).getByText('28 家').waitFor()
  await button(page, '回到现在').click()
  await page.getByRole('row').nth(1).getByText('31 家').waitFor()
}

async function changeMany(page: Page): Promise<void> {
  await page.goto('/alliances?state=preparing')
  await count(page, '20 个')
  await page.getByLabel('选中本页 20 个').check()
  await button(page, '注销').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('依据').fill('民政局公告')
  await expectAccessible(page)
  await button(dialog, '注销').click()
  await page.getByText('已注销 20 个').waitFor()
  await count(page, '0 个')
  await button(page, '取消这次操作').click()
  await count(page, '20 个')
  await page.getByLabel(`选择${numbered(3)}`).check()
  await page.getByLabel(`选择${numbered(6)}`).check()
  await button(page, '批量修改').click()
  await dialog.getByRole('combobox', { name: '改哪一项' }).click()
  await page.getByTitle('技术领域', { exact: true }).click()
  await dialog.getByLabel('技术领域').fill('电子信息')
  await button(dialog, '修改').click()
  await page.getByText('已修改 2 个').waitFor()
  await expect.poll(() => page.getByText('电子信息', { exact: true }).count()).toBe(2)
}

async function mergeTwo(page: Page): Promise<void> {
  await link(page, numbered(3)).click()
  await button(page, '合并到…').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('合并到').fill(numbered(6))
  await dialog.getByTitle(numbered(6), { exact: true }).click()
  await expectAccessible(page)
  await button(dialog, '合并').click()
  await page.getByRole('heading', { level: 1, name: numbered(6) }).waitFor()
  await page.getByText(numbered(3)).first().waitFor()
}

test('a register is filled from a sheet, looked through, corrected, changed by many at once and freed of what is twice there', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'office')
  await empty(page)
  await fillRegister(page)
  await lookFor(page)
  await correct(page)
  await changeMany(page)
  await mergeTwo(page)
  expect(errors).toEqual([])
})

test('a leader looks a record up on a phone, without the persons behind it and without acts', async () => {
  const { page, errors } = await openPage(phone)
  await signIn(page, 'leader')
  await page.goto('/alliances?text=绿茶联盟')
  await page.getByText('138****0000').waitFor()
  expect(await link(page, /登记|导入/).count()).toBe(0)
  expect(await scrollsSideways(page)).toBe(false)
  await expectAccessible(page)
  await link(page, long).click()
  await page.getByText('带星号的是个人信息').waitFor()
  expect(await button(page, /合并|注销/).count()).toBe(0)
  expect(await scrollsSideways(page)).toBe(false)
  await expectAccessible(page)
  expect(errors).toEqual([])
})
