import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, openPage, phone, scrollsSideways, signIn } from '../browser.ts'

const run = promisify(execFile)

/** Acts of the office that a leader is not offered anywhere. */
const officeActs = /递交规划|发布…|^更正|新建单位|从表格导入|新建账号|停用|重置密码/

/** The programme's screens, from the first programme in the list. */
async function programmeScreens(page: Page): Promise<string[]> {
  await page.goto('/programmes')
  await page.getByRole('heading', { level: 1 }).waitFor()
  if (!/programmes\/[\da-f-]{36}/.test(page.url())) await page.locator('main a[href^="/programmes/"]').first().click()
  await page.waitForURL(/\/programmes\/[\da-f-]{36}$/)
  const home = new URL(page.url()).pathname
  return ['', '/overview', '/tasks', '/targets', '/chart', '/week', '/versions'].map((part) => home + part)
}

async function tryPassword(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: /登\s*录/ }).click()
}

test('a leader reads everything on a phone: no sideways scroll, no act of the office, closed places say so', async () => {
  const { page, errors } = await openPage(phone)
  await signIn(page, 'leader')
  for (const path of [
    '/matters',
    ...(await programmeScreens(page)),
    '/leader-notes',
    '/follows',
    '/contacts',
    '/plans',
    '/agencies',
    '/account',
  ]) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.locator('.skeleton').first().waitFor({ state: 'detached' })
    expect({ path, sideways: await scrollsSideways(page) }).toEqual({ path, sideways: false })
    expect(await page.getByRole('button', { name: officeActs }).count()).toBe(0)
    expect(await page.getByRole('link', { name: officeActs }).count()).toBe(0)
  }
  await page.goto('/audit')
  await page.getByText('您的角色（县领导）不能查看“审计记录”').waitFor()
  await page.getByRole('link', { name: '回到首页' }).click()
  await page.waitForURL(/\/matters/)
  expect(errors).toEqual([])
})

test('the auditor verifies the trail; the export stands up without the server and falls with one altered byte', async () => {
  const { page, errors } = await openPage()
  await signIn(page, 'auditor')
  await page.goto('/audit')
  await page.getByRole('button', { name: '校验' }).click()
  await page.getByText(/条记录首尾相接，没有被改动、删除或调换/).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出全部记录' }).click()
  const file = await (await download).path()
  const verify = () => run(process.execPath, ['bin/guatu.mjs', 'audit', 'verify', file, '--lang', 'zh'])
  expect((await verify()).stdout).toMatch(/\d+ 条/)
  writeFileSync(file, readFileSync(file, 'utf8').replace('auditor', 'auditoR'))
  await expect(verify()).rejects.toMatchObject({ code: 1 })
  expect(errors).toEqual([])
})

test('a new account waits for the security administrator; the first sign-in asks for a password of one’s own; five wrong ones lock it', async () => {
  const { page: desk } = await openPage()
  await signIn(desk, 'admin')
  await desk.goto('/users')
  await desk.getByRole('button', { name: '新建账号' }).click()
  const form = desk.getByRole('dialog')
  await form.getByLabel('用户名').fill('wenxuan')
  await form.getByLabel('姓名').fill('温轩')
  await form.getByLabel('角色').click()
  await desk.getByTitle('县领导').last().click()
  await form.getByLabel('办理依据').fill('县委办〔2026〕任职通知')
  await expectAccessible(desk)
  await form.getByRole('button', { name: /新\s*建/ }).click()
  const first = await desk.locator('.one-time-password code').innerText()

  const { page, errors } = await openPage()
  const complaints: string[] = []
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
  await page.goto('/')
  await tryPassword(page, 'wenxuan', first)
  await page.getByText('账号尚待授权').waitFor()
  complaints.length = 0

  const { page: security } = await openPage()
  await signIn(security, 'security')
  await security.goto('/users')
  await security.getByText('待授权 1 项').waitFor()
  expect(await security.getByRole('button', { name: '新建账号' }).count()).toBe(0)
  await security.getByRole('button', { name: '确认授权' }).click()
  await security.getByLabel('理由').fill('已核对任职通知')
  await security.getByRole('dialog').getByRole('button', { name: '确认授权' }).click()
  await security.getByText('待授权 1 项').waitFor({ state: 'detached' })

  await tryPassword(page, 'wenxuan', first)
  await page.waitForURL(/\/account/)
  await page.getByLabel('原密码').waitFor()
  expect(complaints).toEqual([])
  await page.goto('/programmes')
  await page.waitForURL(/\/account/)
  const own = 'Chenghe-2026-jian'
  await page.getByLabel('原密码').fill(first)
  await page.getByLabel('新密码', { exact: true }).fill(own)
  await page.getByLabel('再输一遍新密码').fill(own)
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByText('密码已修改').first().waitFor()
  await page.goto('/programmes')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).toMatch(/^\/programmes/)

  const { page: stranger } = await openPage()
  await stranger.goto('/')
  for (let left = 4; left > 0; left--) {
    await tryPassword(stranger, 'wenxuan', `Wrong-guess-${left}`)
    await stranger.getByText(new RegExp(`${left} 次`)).waitFor()
  }
  await tryPassword(stranger, 'wenxuan', 'Wrong-guess-0')
  await stranger.getByText('账号已锁定 30 分钟').waitFor()
  await tryPassword(stranger, 'wenxuan', own)
  await stranger.getByText(/账号已锁定，请 \d+ 分钟后再试，或找安全管理员解锁/).waitFor()
  expect(errors).toEqual([])
})
