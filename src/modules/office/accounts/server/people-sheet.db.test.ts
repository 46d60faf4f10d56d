import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { auditingContract } from '#modules/office/auditing/contract.ts'
import type { Wire } from '#platform/operation/implement.ts'
import { runOperation } from '#platform/operation/run-operation.ts'
import { readRows } from '#platform/spreadsheet/read-rows.ts'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import { openCounty } from '../../../../../test/county.ts'
import { accountContract } from '../contract.ts'
import { credentials } from './tables.ts'

const { db, system, people, clock } = await openCounty()
const { administrator, securityAdministrator, office } = people
const { importRecords, getImport, writeImport, downloadTemplate, listUsers, listGrants } = accountContract
const basis = '县委办〔2026〕8号'

const csv = (text: string) => ({ name: '人员.csv', bytes: new TextEncoder().encode(`\ufeff${text}`) })

async function tryFile(file: { name: string; bytes: Uint8Array }, by: Actor = administrator) {
  const { importId } = await system.call(importRecords, by, {}, file)
  await system.jobs.drain()
  return system.call(getImport, by, { importId })
}

async function write(importId: string) {
  await system.call(writeImport, administrator, { importId, basis })
  await system.jobs.drain()
  return system.call(getImport, administrator, { importId })
}

async function signIn(username: string, password: string) {
  const wire: Wire = { headers: new Headers(), address: '127.0.0.1', setCookie: () => {} }
  const implementation = system.implementations.find((one) => one.operation.name === accountContract.signIn.name)!
  return runOperation(implementation, { input: { username, password }, actor: null, wire }, system.runtime)
}

const userOf = async (username: string) =>
  (await system.call(listUsers, administrator, {})).find((one) => one.username === username)

test('one sheet of an office becomes accounts that wait; one confirms all of it, and first passwords are shown once', async () => {
  const columns = ['序号', '姓名', '单位', '职务', '角色', '手机号'].map((title) => ({ title, width: 12 }))
  const bytes = await writeWorkbook(
    [
      {
        name: '名单',
        columns,
        rows: [
          [1, '陈明', '县科技局', '股长', '填报人', 13900000001],
          [2, '周 一、吴二', '县财政局', '科员', '联络员', '139 0000 0002、139-0000-0003'],
          [3, '陈明', '澄禾县财政局', '', '审核人', '13900000001'],
          [4, '测试office', '', '', '观察员', ''],
          [5, '郑重', '', '副县长', '分管领导', ''],
        ],
      },
    ],
    { title: '澄禾县创新提升行动联络人员名单' },
  )
  const tried = await tryFile({ name: '名单.xlsx', bytes })
  expect(tried).toMatchObject({ state: 'tried', counts: { added: 4, changed: 2, bad: 0 } })
  expect(tried.added.map(({ name, changes }) => [name, ...changes.slice(0, 2).map(({ after }) => after)])).toEqual([
    ['陈明', 'chenming', '澄禾县科学技术局 · 填报员（表中写“填报人”）'],
    ['周一', 'zhouyi', '澄禾县财政局 · 填报员（表中写“联络员”）'],
    ['吴二', 'wuer', '澄禾县财政局 · 填报员（表中写“联络员”）'],
    ['郑重', 'zhengzhong', '县领导（表中写“分管领导”）'],
  ])
  expect(await userOf('chenming')).toBeUndefined()
  expect(await write(tried.id)).toMatchObject({ state: 'written', done: 6 })

  const pending = (await system.call(listGrants, securityAdministrator, {})).filter(
    ({ importId }) => importId === tried.id,
  )
  expect(pending.map(({ personName, reason, askedByName, state }) => [personName, reason, askedByName, state])).toEqual(
    pending.map(({ personName }) => [personName, basis, administrator.name, 'pending']),
  )
  expect(pending).toHaveLength(6)
  expect(await userOf('chenming')).toMatchObject({
    standing: '待授权',
    hasPassword: false,
    phone: '13900000001',
    post: '股长',
  })
  const [credential] = await db
    .select()
    .from(credentials)
    .where(eq(credentials.userId, (await userOf('wuer'))!.id))
  expect(credential?.password).toBeNull()
  await expect(signIn('wuer', '')).rejects.toThrow('请输入密码')
  await expect(signIn('wuer', 'null')).rejects.toThrow('用户名或密码不对')

  const reason = '已逐人核对'
  await expect(
    system.call(accountContract.confirmImport, administrator, { importId: tried.id, reason }),
  ).rejects.toThrow('不能')
  expect(
    await system.call(accountContract.confirmImport, securityAdministrator, { importId: tried.id, reason }),
  ).toEqual({ confirmed: 6 })
  await expect(
    system.call(accountContract.confirmImport, securityAdministrator, { importId: tried.id, reason }),
  ).rejects.toMatchObject({ code: 'accounts.grantNotFound' })
  expect((await userOf('chenming'))?.mandates.map(({ title }) => title)).toEqual([
    '澄禾县科学技术局 · 填报员', '澄禾县财政局 · 牵头单位审核员',
  ]) // biome-ignore format: pairs

  const userIds = [(await userOf('chenming'))!.id, (await userOf('wuer'))!.id]
  const issued = await system.call(accountContract.issuePasswords, administrator, { userIds })
  expect(issued.map(({ username }) => username)).toEqual(['chenming', 'wuer'])
  for (const { username, password } of issued)
    expect(await signIn(username, password)).toMatchObject({ mustChangePassword: expect.any(String) })
  // Now they are in use: whoever lost theirs asks the other administrator.
  await expect(system.call(accountContract.issuePasswords, administrator, { userIds })).rejects.toMatchObject({
    code: 'accounts.passwordInUse',
  })
  const { entries } = await system.call(auditingContract.listEntries, people.auditAdministrator, {})
  const trail = entries.map(({ subject, detail }) => `${subject} ${detail}`).join('\n')
  expect(trail).toContain('新账号')
  expect(trail).toContain('zhouyi')
  expect(trail).not.toContain(issued[0]?.password)
})

test('until an account may be used its first password is made anew as often as needed; of those of others none', async () => {
  const tried = await tryFile(csv('姓名,单位,角色\n孙待,县科技局,填报员\n'))
  await write(tried.id)
  const { id } = (await userOf('sundai'))!
  const issue = () => system.call(accountContract.issuePasswords, administrator, { userIds: [id] })
  const [[first], [second]] = [await issue(), await issue()]
  expect(first?.password).not.toBe(second?.password)
  await expect(
    system.call(accountContract.issuePasswords, administrator, { userIds: [office.userId] }),
  ).rejects.toThrow('已经授权')
  await expect(
    system.call(accountContract.issuePasswords, administrator, { userIds: ['nobody'] }),
  ).rejects.toMatchObject({
    code: 'accounts.userNotFound',
  })
  await expect(system.call(accountContract.issuePasswords, securityAdministrator, { userIds: [id] })).rejects.toThrow(
    '不能',
  )
})

test('the same sheet again changes nothing; a bad row keeps all out; what was taken meanwhile is said', async () => {
  const sheet = '姓名,单位,角色,手机\n钱多,县科技局,填报员,13900000011\n'
  await write((await tryFile(csv(sheet))).id)
  expect((await tryFile(csv(sheet))).counts).toMatchObject({ added: 0, changed: 0, unchanged: 1, bad: 0 })
  const bad = await tryFile(csv(`${sheet}李新,县水利局,填报员,\n`))
  expect(bad.bad[0]?.reason).toContain('县水利局')
  await expect(system.call(writeImport, administrator, { importId: bad.id, basis })).rejects.toMatchObject({
    code: 'registry.badRows',
  })
  const late = await tryFile(csv('姓名,单位,角色\n冯迟,县科技局,填报员\n'))
  await system.call(accountContract.createUser, administrator, {
    username: 'fengchi',
    name: '别人',
    role: 'observer',
    agencyId: null,
    reason: basis,
  })
  expect(await write(late.id)).toMatchObject({
    state: 'refused',
    refusal: expect.stringContaining('用户名“fengchi”已有人使用'),
  })
  expect((await system.call(listUsers, administrator, {})).some(({ name }) => name === '冯迟')).toBe(false)
  await expect(system.call(writeImport, administrator, { importId: late.id, basis: '' })).rejects.toMatchObject({
    kind: 'invalid',
  })
})

test('what the template asks for is what the sheet is read by; nobody but the system administrator brings one', async () => {
  const { bytes } = (await system.call(downloadTemplate, administrator, {})) as { bytes: Uint8Array }
  expect((await readRows(bytes)).rows[0]?.cells).toEqual(['姓名', '单位', '职务', '角色', '手机号', '用户名'])
  for (const by of [securityAdministrator, office])
    await expect(system.call(importRecords, by, {}, csv('姓名,角色\n'))).rejects.toThrow('不能')
})

test('whatever stands in the cells, every row has its fate, what is written is a person, and nothing falls over', async () => {
  const odd = [
    '', ' ', '\u200b', '、、、', '张\u0000三', '=1+1', "'; drop table accounts.user;--", '<script>', '👩‍🔬', 'ﷺ', '𠮷野', 'A'.repeat(500), '张三（注）', '张三·买买提',
    '1e309', '-1', '13900000001', '１３９００００００２１', '2026-01-01', '县科技局', '填报员、审核员；观察员', '管理员', '合计', '\u202e倒', 'null', '%_\\', '张三\t李四',
  ] // biome-ignore format: a list
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const rows = odd.flatMap((cell, i) =>
    [0, 1, 2, 3, 4, 5].map((at) => {
      const cells = [`奇${'甲乙丙丁戊己'[at]}${i}`, '县科技局', '', '填报员', '', '']
      cells[at] = cell
      return cells.map(quoted).join(',')
    }),
  )
  const tried = await tryFile(csv(`姓名,单位,职务,角色,手机号,用户名\n${rows.join('\n')}\n`))
  expect(tried.state).toBe('tried')
  const { added, changed, unchanged, bad } = tried.counts
  expect(added + changed + unchanged + bad).toBeGreaterThan(rows.length - tried.skipped.length - 1)
  expect(bad).toBeGreaterThan(50)
  for (const { reason } of tried.bad) expect(reason).toMatch(/[。：，]/)
  const badRows = new Set(tried.bad.map(({ row }) => row))
  const good = rows.filter((_, i) => !badRows.has(i + 2))
  const again = await tryFile(csv(`姓名,单位,职务,角色,手机号,用户名\n${good.join('\n')}\n`))
  expect(again.bad).toEqual([])
  expect(await write(again.id)).toMatchObject({ state: 'written' })
  clock.now = new Date(clock.now.getTime() + 1000)
  for (const { name, username } of await system.call(listUsers, administrator, {})) {
    expect(name.trim().length).toBeGreaterThan(0)
    expect(username).toMatch(/^[\p{Script=Han}a-z0-9._-]{2,30}$/iu)
  }
})
