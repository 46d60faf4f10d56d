import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, openPage, phone, scrollsSideways, signIn } from '../browser.ts'

const reviewing = '澄禾县商务科技和工业信息化局 · 牵头单位审核员'
const lent = '县创新提升行动工作专班办公室 · 专班办公室'

const head = (page: Page) => page.getByRole('button', { name: /账号菜单/ })

/** Chooses another mandate in the menu of the head, and waits until the page is of it. */
async function choose(page: Page, title: string): Promise<void> {
  await head(page).click()
  await page.getByRole('menuitem', { name: title }).click()
  await head(page).getByText(title).waitFor()
}

test('one person of two duties sees in which they are, changes it in the head, and finds another house', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'reviewer')
  await head(page).getByText(reviewing).waitFor()
  await page.goto('/account')
  await page.getByText('其他身份').waitFor()
  await expectAccessible(page)
  await head(page).click()
  await page.getByRole('menuitem', { name: lent }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await choose(page, lent)
  await page.goto('/plans')
  await page
    .getByRole('button', { name: '递交规划' })
    .or(page.getByRole('link', { name: '递交规划' }))
    .first()
    .waitFor()
  expect(errors).toEqual([])
  // In another window of this browser the page is of the new duty too.
  const second = await page.context().newPage()
  await second.goto('/account')
  await head(second).getByText(lent).waitFor()
  await second.getByRole('button', { name: `切换为${reviewing}` }).click()
  await head(second).getByText(reviewing).waitFor()
  await head(page).getByText(reviewing).waitFor()
})

test('on a phone the head of the park is a leader of the county too', async () => {
  const { page, errors } = await openPage(phone)
  await signIn(page, 'jingkaiquzhuren')
  await head(page).getByText('单位负责人').waitFor()
  await choose(page, '县领导')
  await page.waitForURL(/\/matters/)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await scrollsSideways(page)).toBe(false)
  await expectAccessible(page)
  await choose(page, '澄禾经济开发区管理委员会 · 单位负责人')
  expect(errors).toEqual([])
})

test('what concerns another duty of the person offers to change to it, and opens', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'reviewer')
  await head(page).getByText(reviewing).waitFor()
  const answer = await page.request.get('/api/session/mandates')
  const mandates = (await answer.json()) as { id: string; current: boolean }[]
  await page.goto(`/notices?mandate=${mandates.find(({ current }) => !current)?.id}`)
  await page.getByText(`这项内容是发给您“${lent}”身份的`).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '切换身份并打开' }).click()
  await head(page).getByText(lent).waitFor()
  await page.getByRole('heading', { name: '消息' }).waitFor()
  await choose(page, reviewing)
  expect(errors).toEqual([])
})

test('the system administrator asks for one more duty, the security administrator gives and ends it', async () => {
  const { page: desk, errors } = await openPage()
  await signIn(desk, 'admin')
  await desk.goto('/users?q=caizheng')
  await desk.getByRole('button', { name: '增加身份' }).click()
  const form = desk.getByRole('dialog')
  await form.getByLabel('角色').click()
  await desk.getByTitle('观察员').click()
  await form.getByLabel('办理依据').fill('参加考核观察')
  await expectAccessible(desk)
  await form.getByRole('button', { name: '提交申请' }).click()
  await desk.getByText('待授权：观察员').waitFor()
  const { page: keeper } = await openPage(phone)
  await signIn(keeper, 'security')
  await keeper.goto('/users?q=caizheng')
  await keeper.getByText('增加身份：').waitFor()
  await keeper.getByRole('button', { name: '确认授权' }).click()
  await keeper.getByRole('dialog').getByLabel('理由').fill('符合分工')
  await keeper.getByRole('dialog').getByRole('button', { name: '确认授权' }).click()
  await keeper.getByRole('button', { name: '结束钱书禾的身份观察员' }).click()
  await keeper.getByRole('dialog').getByText('其他身份不受影响').waitFor()
  await expectAccessible(keeper)
  await keeper.getByRole('dialog').getByLabel('理由').fill('考核结束')
  await keeper.getByRole('dialog').getByRole('button', { name: '结束' }).click()
  await keeper.getByRole('button', { name: '结束钱书禾的身份观察员' }).waitFor({ state: 'detached' })
  expect(await scrollsSideways(keeper)).toBe(false)
  expect(errors).toEqual([])
})
