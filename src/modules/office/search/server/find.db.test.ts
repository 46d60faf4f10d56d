import { describe, expect, test } from 'vitest'
import { type Actor, administrators, Role } from '#kernel/actor.ts'
import { may, type Operation } from '#kernel/contract.ts'
import { accountContract } from '#modules/office/accounts/contract.ts'
import { fileContract } from '#modules/office/files/contract.ts'
import { organisationContract } from '#modules/office/organisations/contract.ts'
import { agencyRegistry } from '#modules/office/organisations/registry.ts'
import { lampContract } from '#modules/programme/lamps/contract.ts'
import { meetingContract } from '#modules/programme/meetings/contract.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { supervisionContract } from '#modules/programme/supervision/contract.ts'
import { openSampleHouse } from '../../../../../test/scope/open-sample-house.ts'
import { searchContract } from '../contract.ts'

const { system, person, actorsFor, foreigners, strangers } = await openSampleHouse()

const search = async (actor: Actor, text: string) => (await system.call(searchContract.find, actor, { text })).groups
const kinds = async (actor: Actor, text: string) => (await search(actor, text)).map(({ title }) => title)

/** What opens a find, by the beginning of where it leads. */
const openers: readonly (readonly [RegExp, Operation])[] = [
  [/^\/tasks\/(?<taskId>[^/]+)$/, programmeContract.getTask],
  [/^\/targets\/(?<targetId>[^/]+)$/, lampContract.getTargetPage],
  [/^\/programmes\/(?<programmeId>[^/]+)$/, programmeContract.getProgramme],
  [/^\/programmes\/(?<programmeId>[^/]+)\/targets$/, programmeContract.listTargets],
  [/^\/programmes\/(?<programmeId>[^/]+)\/supervision$/, supervisionContract.listOrders],
  [/^\/contacts$/, organisationContract.listContacts],
  [/^\/users\?q=[^&]+$/, accountContract.listUsers],
  [/^\/plans\/(?<planId>[^/]+)$/, planContract.getPlan],
  [/^\/orders\/(?<orderId>[^/]+)$/, supervisionContract.getOrder],
  [/^\/meetings\/(?<meetingId>[^/]+)$/, meetingContract.getMeeting],
  [/^\/api\/files\/(?<fileId>[^/]+)$/, fileContract.getFile],
]

/** Records of registers, each where its module reads it. */
const registered = system.implementations
  .map(({ operation }) => operation)
  .filter(({ name }) => name.endsWith('.getRecord'))
  .map((operation) => [new RegExp(`^${operation.route.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`), operation] as const)

async function open(actor: Actor, to: string): Promise<void> {
  const [pattern, operation] = [...openers, ...registered].find(([one]) => one.test(to)) ?? []
  if (!pattern || !operation) throw new Error(`nothing is known to open ${to}`)
  await system.call(operation, actor, { ...pattern.exec(to)?.groups })
}

const words = ['县', '创新', '会议', '督', '澄', '号', 'kj', '2026', '林', 'IMG', '.jpg', '表']

describe('whatever is found can be opened', () => {
  test.each(Role.options)('by %s', async (role) => {
    const unconcerned = strangers.filter((one) => one.role === role)
    for (const actor of [...(await actorsFor({ by: [role] })), ...unconcerned]) {
      for (const text of words) {
        for (const { finds } of await search(actor, text)) for (const { to } of finds) await open(actor, to)
      }
    }
  })
})

test('people of another county find nothing of this one', async () => {
  for (const text of ['澄禾', '高新技术企业', 'gxjsqy']) {
    for (const role of Role.options) expect(await search(foreigners[role], text)).toEqual([])
  }
})

test('administrators find no business: agencies and accounts, where these are theirs to keep', async () => {
  for (const actor of await actorsFor({ by: administrators })) {
    const found = new Set((await Promise.all(words.map((text) => kinds(actor, text)))).flat())
    const theirs = [
      ...(may(actor, agencyRegistry.operations.listRecords) ? ['单位'] : []),
      ...(may(actor, accountContract.listUsers) ? ['账号'] : []),
    ]
    expect([...found].sort()).toEqual(theirs.sort())
  }
})

test.each([
  ['高新技术企业', '任务'],
  ['gxjsqy', '任务'],
  ['gaoxinjishu', '任务'],
  ['科技 中心', '单位'],
  ['czj', '单位'],
  ['caizheng', '单位'],
  ['澄政办发〔2026〕3号', '规划文件'],
  ['协调会', '会议和纪要'],
])('the office finds by “%s” a %s', async (text, kind) =>
  expect(await kinds(await person('office'), text)).toContain(kind),
)

test('the name itself leads, and what is not shown is counted', async () => {
  const office = await person('office')
  const [agencies] = await search(office, '澄禾县财政局')
  expect(agencies).toMatchObject({ title: '单位', finds: [{ title: '澄禾县财政局' }] })
  const broad = (await search(office, '县')).find(({ title }) => title === '单位')
  expect(broad?.finds).toHaveLength(6)
  expect(broad?.total).toBeGreaterThan(6)
})

test('what nobody has said finds nothing; nothing is no question', async () => {
  const office = await person('office')
  expect(await search(office, '绝无此事')).toEqual([])
  await expect(search(office, '  ')).rejects.toThrow('请输入要找的内容。')
})
