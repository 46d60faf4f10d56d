import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, navigation, openPage, phone, scrollsSideways, signIn } from '../browser.ts'

const conflict = (page: Page) => page.getByRole('dialog', { name: /^没有保存：/ })
const button = (page: Page, name: RegExp) => page.getByRole('button', { name })

async function openRules(viewport?: { width: number; height: number }) {
  const opened = await openPage(viewport)
  await signIn(opened.page, 'security')
  await opened.page.goto('/users/rules')
  await opened.page.getByLabel('修改理由').waitFor()
  return opened
}

const length = (page: Page) => page.getByLabel('密码最少字符数')

async function saveLength(page: Page, value: string): Promise<void> {
  await length(page).fill(value)
  await page.getByLabel('修改理由').fill('按测评意见调整')
  await button(page, /^保\s*存$/).click()
}

/** Presses and waits for the answer, which is that it was saved and no conflict. */
async function saves(page: Page, press: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((one) => /^(?:PUT|POST)$/.test(one.request().method()))
  await press()
  expect((await answer).status()).toBe(200)
  expect(await conflict(page).count()).toBe(0)
}

test('of two security administrators with the login rules open, the second is shown what the first changed', async () => {
  const [{ page: first }, { page: second, errors }] = [await openRules(), await openRules(phone)]
  const before = await length(first).inputValue()
  const [hers, his] = [String(Number(before) + 1), String(Number(before) + 2)]
  await saves(first, () => saveLength(first, hers))

  await saveLength(second, his)
  await conflict(second).getByText(`您打开时 ${before} → 现在 ${hers}`).waitFor()
  await conflict(second).getByText('密码最少字符数').waitFor()
  expect(await scrollsSideways(second)).toBe(false)
  await expectAccessible(second)
  await conflict(second).getByRole('button', { name: '用最新内容重填' }).click()
  await conflict(second).waitFor({ state: 'detached' })
  await second.getByLabel('修改理由').waitFor()
  expect(await length(second).inputValue()).toBe(hers)
  await saves(second, () => saveLength(second, his))

  await saveLength(first, before)
  await conflict(first).getByText(`您打开时 ${hers} → 现在 ${his}`).waitFor()
  await saves(first, () =>
    conflict(first)
      .getByRole('button', { name: '仍按我填的保存' })
      .click()
      .then(() => conflict(first).waitFor({ state: 'detached' })),
  )
  await first.reload()
  expect(await length(first).inputValue()).toBe(before)
  expect(errors).toEqual([])
})

/** Changes one thing and presses the button; the second time on the same screen. */
interface Form {
  path: string
  change: (page: Page, again: boolean) => Promise<void>
  press: (page: Page) => Promise<void>
}

const save = (page: Page) =>
  button(page, /^保\s*存$/)
    .first()
    .click()
const notAgain = (again: boolean) => (again ? '二' : '一')

const forms: Form[] = [
  {
    path: '/contacts',
    change: (page, again) =>
      page
        .getByPlaceholder('姓名')
        .first()
        .fill(`林知${notAgain(again)}`)
        .then(() => page.getByPlaceholder('电话').first().fill('0470-8000000')),
    // By its line: while it works a button is called otherwise, and the next line's would be the first of that name.
    press: (page) => page.locator('li.contact button').first().click(),
  },
  {
    path: '/working-calendar',
    change: async (page, again) => {
      await button(page, /粘贴全文/).click()
      await page.getByRole('textbox').last().fill('一、元旦：2027年1月1日（周五）至3日（周日）放假，共3天。')
      await page.getByRole('button', { name: '递交', exact: true }).last().click()
      await page.getByLabel('依据').fill(`放假安排通知第${notAgain(again)}稿`)
    },
    press: (page) => button(page, /录入并重排工期/).click(),
  },
  {
    path: '/schedule-templates',
    change: async (page, again) => {
      if (!again) await page.locator('table a[href^="/schedule-templates/"]').first().click()
      const title = page.getByLabel('模板名称')
      await title.fill(again ? (await title.inputValue()).slice(0, -1) : `${await title.inputValue()}甲`)
    },
    press: save,
  },
  {
    path: '/account/notices',
    change: (page, again) => page.getByLabel('邮箱').fill(`office${again ? 2 : 1}@example.com`),
    press: save,
  },
]

test('a person alone at a form saves it, and saves it again, and is told of no conflict', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'office')
  for (const { path, change, press } of forms) {
    await page.goto(path)
    for (const again of [false, true]) {
      await change(page, again)
      await saves(page, () => press(page)).catch((error: unknown) =>
        Promise.reject(new Error(`${path} ${again ? 'again' : 'once'}`, { cause: error })),
      )
    }
  }
  expect(errors).toEqual([])
})

test('a form says at its field what is missing, takes a day as offices write it, and asks before it is left', async () => {
  const { page, errors } = await openPage(phone)
  await signIn(page, 'office')
  await page.goto('/agencies/new')
  const create = () => button(page, /^登\s*记$/).click()
  const name = page.getByLabel('单位名称')
  await name.waitFor()
  await create()
  await page.getByText('请填写单位名称。').waitFor()
  expect(await page.evaluate('document.activeElement.id')).toBe(await name.getAttribute('id'))
  await name.fill('县竹编行业协会')
  await page.getByText('请填写单位名称。').waitFor({ state: 'detached' })

  const [from, to] = [page.getByLabel('设立日期'), page.getByLabel('撤销日期')]
  await from.fill('二〇二六年三月五日')
  await from.press('Tab')
  expect(await from.inputValue()).toBe('2026-03-05')
  await to.fill('去年')
  await to.press('Tab')
  await create()
  await page.getByText('撤销日期“去年”看不懂，请写成 2026-03-05 这样。').waitFor()
  expect(await to.inputValue()).toBe('去年')
  await to.fill('2026-3-4')
  await to.press('Tab')
  await page.getByText('撤销日期早于设立日期，请核对。').waitFor()
  expect(await scrollsSideways(page)).toBe(false)
  await expectAccessible(page)

  const leave = () => navigation(page).getByRole('link', { name: '今日', exact: true }).click()
  const asking = page.getByRole('dialog', { name: '填写的内容还没有保存' })
  await leave()
  await asking.getByRole('button', { name: '继续填写' }).click()
  await asking.waitFor({ state: 'detached' })
  expect(await name.inputValue()).toBe('县竹编行业协会')
  await leave()
  await asking.getByRole('button', { name: /^离\s*开$/ }).click()
  await name.waitFor({ state: 'detached' })
  expect(errors).toEqual([])
})
