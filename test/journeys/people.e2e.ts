import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, openPage, phone, scrollsSideways, signIn } from '../browser.ts'

const heads = '序号,姓名,单位,职务,角色,手机号'
const rows = [
  '1,骆一舟、骆二帆,县财政局,科员,联络员,"139 0000 0101、13900000102"',
  '2,骆三江,县农业农村局,副局长,分管领导,13900000103',
  '3,骆三江,县乡村振兴局,,填报人,139-0000-0103',
  '4,钱书禾,县财政局,,填报人,',
]

const sheet = (...lines: readonly string[]) => ({
  name: '联络人员.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff澄禾县创新提升行动联络人员名单\n${[heads, ...lines].join('\n')}\n填表人：贺安澜,,,,,\n`),
})

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

async function bringSheet(page: Page): Promise<void> {
  await page.goto('/users')
  await link(page, '从表格导入').click()
  await expectAccessible(page)
  const chooser = page.locator('input[type=file]')
  await chooser.setInputFiles(sheet(...rows, '5,骆四海,县水电局,,打杂,'))
  await page.getByText('有 1 行不能导入，整份没有写入。').waitFor()
  await page.getByText('角色“打杂”不认识').waitFor()
  await expectAccessible(page)
  await button(page, '换一个文件').click()
  await chooser.setInputFiles(sheet(...rows))
  await page.getByText('试导通过，尚未写入：将新增 3 人、修改 1 人、不变 1 人').waitFor()
  await page.getByText('luoyizhou').waitFor()
  await page.getByText('（表中写“分管领导”）').waitFor()
  await page.getByLabel('办理依据').fill('县委办〔2026〕8号')
  await expectAccessible(page)
  await button(page, '写入').click()
  await page.getByText('已写入：新增 3 人').waitFor()
  await link(page, '发放首次密码').click()
}

async function handOut(page: Page): Promise<string> {
  await page.getByText('待发首次密码 3 人').waitFor()
  await expectAccessible(page)
  await button(page, '生成 3 人的首次密码').click()
  await page.getByText('已生成 3 人的首次密码').waitFor()
  await expectAccessible(page)
  const strips = page.locator('.password-strip')
  expect(await strips.count()).toBe(3)
  const password = await strips.filter({ hasText: '骆三江' }).locator('code').innerText()
  await page.reload()
  await page.getByText('待发首次密码 0 人').waitFor()
  expect(await page.getByText(password).count()).toBe(0)
  return password
}

test('the people of a county come in by one sheet, are granted together, and each signs in with a strip of paper', async () => {
  const { page: desk, errors } = await openPage()
  await signIn(desk, 'admin')
  await bringSheet(desk)
  const password = await handOut(desk)

  const { page: security, errors: others } = await openPage(phone)
  await signIn(security, 'security')
  await security.goto('/users')
  await security.getByText('表格导入：3 人共 4 项').waitFor()
  await security.getByText('逐项查看').click()
  await security.getByText('13900000103').first().waitFor()
  expect(await scrollsSideways(security)).toBe(false)
  await expectAccessible(security)
  await button(security, '全部授权').click()
  await security.getByLabel('理由').fill('已逐人核对')
  await security.getByRole('dialog').getByRole('button', { name: '全部授权' }).click()
  await security.getByText('表格导入：3 人共 4 项').waitFor({ state: 'detached' })

  const { page } = await openPage()
  await page.goto('/')
  await page.getByLabel('用户名').fill('luosanjiang')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: /登\s*录/ }).click()
  await page.waitForURL(/\/account/)
  await page.getByText('请先修改密码').first().waitFor()
  expect([...errors, ...others]).toEqual([])
})
