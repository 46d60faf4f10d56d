import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { reportContract } from '#modules/programme/reports/contract.ts'
import { supervisionContract as press } from '#modules/programme/supervision/contract.ts'
import { readRows } from '#platform/spreadsheet/read-rows.ts'
import { tasksOf } from '../../../../../test/contents.ts'
import { openCounty } from '../../../../../test/county.ts'
import { inventedPlan } from '../../plans/server/invented-plan.fixture.ts'
import { runInventedPlan } from '../../supervision/server/supervision.fixture.ts'
import { ledgerContract as ops } from '../contract.ts'
import type { LedgerKind } from '../domain/ledger.ts'

const county = await openCounty()
const { system, people, agencyIds, clock } = county
const { office, reporter, leader } = people
const finance: Actor = { ...reporter, userId: 'finance-reporter', ...forAgency(agencyIds.finance) }
const { programmeId, tasks } = await runInventedPlan(county)
const [station, commissioners] = [tasks[0]!, tasks[1]!]
const foreign = await taskOfAnotherPlan()

beforeEach(() => {
  clock.now = new Date('2026-11-22T02:00:00Z')
})

async function taskOfAnotherPlan(): Promise<string> {
  const text = inventedPlan.replaceAll('科技惠农行动方案', '种业振兴行动方案').replace('〔2026〕9号', '〔2026〕10号')
  const receipt = await system.call(planContract.handInText, office, { text })
  await system.background.idle()
  const planId = (await system.call(planContract.listHandIns, office, {})).find(({ id }) => id === receipt.id)?.planId
  const { revision } = await system.call(planContract.getPlan, office, { planId: planId! })
  await system.call(planContract.publishPlan, office, { planId: planId!, revision, newIssueOf: null })
  const all = await system.call(programmeContract.listProgrammes, office, {})
  const other = all.find(({ id }) => id !== programmeId)!
  return (await tasksOf(county.db, other.id))[0]!.id
}

const lists = (who: Actor = office) => system.call(ops.getLedgers, who, { programmeId })
const bring = (ledger: LedgerKind, sheet: string) =>
  system.call(
    ops.importLedger,
    office,
    { programmeId, ledger, dryRun: 'false' },
    { name: '台账.csv', bytes: new TextEncoder().encode(sheet) },
  )

/** The rows of a ledger as it goes out: by the title of the column. */
async function rowsOf(ledger: LedgerKind, who: Actor = office): Promise<Record<string, string>[]> {
  const file = (await system.call(ops.exportLedger, who, { programmeId, ledger })) as { bytes: Uint8Array }
  const [titles, ...rows] = (await readRows(file.bytes)).rows.slice(2).map(({ cells }) => cells)
  return rows.map((cells) => Object.fromEntries(titles!.map((title, n) => [title, cells[n] ?? ''])))
}

const say = async (taskId: string, more: { text?: string; progress?: 'difficult'; values?: [string, number][] }) => {
  const answer = {
    taskId,
    cycle: '2026-11',
    progress: more.progress ?? ('progressed' as const),
    text: more.text ?? '',
    needsCoordination: false,
    fileIds: [],
    values: (more.values ?? []).map(([targetId, value]) => ({ targetId, value })),
  }
  const { outcomes } = await system.call(reportContract.submitReports, reporter, {
    clientKey: newId(),
    seconds: 30,
    answers: [answer],
    questions: [],
  })
  expect(outcomes.map(({ refusal }) => refusal)).toEqual([null])
}

describe('the page of the ledgers', () => {
  test('says which columns are filled in and which are worked out, and who brings them', async () => {
    const { columns, can } = await lists()
    const of = (kind: LedgerKind) => columns.find(({ ledger }) => ledger === kind)
    expect(of('tasks')).toEqual({
      ledger: 'tasks',
      taken: ['措施', '责任人', '备注'],
      computed: ['序号', '任务', '目标', '2026年节点', '牵头单位', '责任单位', '完成时限'],
    })
    expect(of('workbook')?.computed).toEqual([
      '序号',
      '任务',
      '目标',
      '进展情况',
      '完成率%',
      '亮灯',
      '牵头单位',
      '填报时间',
    ])
    expect(can).toEqual({
      importLedger: { allowed: true, reason: null },
    })
    const reason = '清单与台账由专班办公室填写和导入。'
    expect((await lists(leader)).can.importLedger).toEqual({ allowed: false, reason })
  })

  test('counts the tasks of the reader and the matters that were issued', async () => {
    const terms = { requirement: '请逐项整改。', dueOn: '2026-12-11', words: '' }
    const { id: orderId } = await system.call(press.registerOrder, office, {
      programmeId,
      taskId: station.id,
      agencyId: agencyIds.science,
      assistIds: [],
      level: 'order',
      matter: '建设科技服务站',
      source: '专题会',
      ...terms,
    })
    expect((await lists()).counts).toEqual({ tasks: tasks.length, orders: 0 })
    await system.call(press.issueOrder, office, { orderId, ...terms })
    expect((await lists()).counts.orders).toBe(1)
    expect((await lists(finance)).counts).toMatchObject({ tasks: 3, orders: 0 })
    expect((await lists({ ...reporter, ...forAgency(newId()) })).counts).toMatchObject({ tasks: 0, orders: 0 })
    await system.call(press.withdrawOrder, office, { orderId, words: '另行安排' })
  })
})

test('matters are of the plan whose task they press', () =>
  expect(
    system.call(press.registerOrder, office, {
      programmeId,
      taskId: foreign,
      agencyId: agencyIds.science,
      assistIds: [],
      level: 'order',
      matter: '建设科技服务站',
      source: '专题会',
      requirement: '请逐项整改。',
      dueOn: '2026-12-11',
      words: '',
    }),
  ).rejects.toThrow('这项任务不属于这个工作方案'))

describe('the workbook', () => {
  test('shows of each task what is planned, what was said last and how far its figures are; to others that it was said', async () => {
    clock.now = new Date('2026-12-02T02:00:00Z')
    await say(station.id, { text: '已建4个', values: [[station.targets[0]!.id, 4]] })
    await say(commissioners.id, { progress: 'difficult', text: '人员不足' })
    const shown = (rows: Record<string, string>[]) =>
      rows
        .slice(0, 3)
        .map((row) =>
          ['序号', '任务', '进展情况', '完成率%', '存在问题', '牵头单位', '填报时间'].map((title) => row[title]),
        )
    expect(shown(await rowsOf('workbook'))).toEqual([
      ['1', '1 建设科技服务站', '已建4个', '33.3', '', '县科技局', '2026-12-02'],
      ['2', '2 选派科技特派员', '人员不足', '未知', '人员不足', '县科技局', '2026-12-02'],
      ['3', '3 推广新品种', '尚未报送', '未知', '', '县科技局', ''],
    ])
    expect(shown(await rowsOf('workbook', finance))).toEqual([
      ['1', '1 建设科技服务站', '其他单位已报送', '未知', '', '县科技局', ''],
      ['2', '2 选派科技特派员', '其他单位已报送', '未知', '', '县科技局', ''],
      ['3', '3 推广新品种', '尚未报送', '未知', '', '县科技局', ''],
    ])
    expect((await rowsOf('tasks')).slice(0, 3).map((row) => [row['牵头单位'], row['责任单位'], row['完成时限']])).toEqual([
      ['县科技局', '县财政局、各乡镇', '2026-12-31'], ['县科技局', '县财政局', expect.any(String)], ['县科技局', '县财政局', '2028-12-31'],
    ]) // biome-ignore format: a list
  })

  test('shows the lamp a task has today', async () => {
    clock.now = new Date('2027-06-01T02:00:00Z')
    const lamps = (await rowsOf('workbook')).map((row) => row['亮灯'])
    // Nobody has said a word: what is not known is not red.
    expect(lamps[0]).toBe('○ 未亮灯')
  })

  test('loses a quarter’s words when the cell is cleared, and a telephone', async () => {
    const title = '1 建设科技服务站'
    await bring('workbook', `任务,责任人,联系人电话,下步措施\n${title},苏砚秋,13800001234,抓紧\n`)
    await bring('workbook', `任务,联系人电话,下步措施\n${title},,年底完成\n`)
    const [row] = await rowsOf('workbook')
    expect([row?.['责任人'], row?.['联系人电话'], row?.['下步措施']]).toEqual(['苏砚秋', '', '年底完成'])
  })
})
