import { describe, expect, test } from 'vitest'
import { lampContract } from '#modules/programme/lamps/contract.ts'
import { reportContract } from '#modules/programme/reports/contract.ts'
import { openReporting } from '../src/modules/programme/reports/server/reporting.fixture.ts'

/** One task for each way figures add up, and one whose deadline was over when the plan was published. */
const plan = `澄禾县人民政府办公室关于印发《澄禾县科技惠农行动方案（2027—2029年）》的通知

澄政办发〔2027〕9号

澄禾县科技惠农行动方案（2027—2029年）

一、重点任务

1.开展培训。每年培训农民500人次。（牵头单位：县科技局）

2.建设科技服务站。到2029年新建科技服务站30个。（牵头单位：县科技局）

3.提高覆盖。到2029年科技服务站覆盖率达到60%。（牵头单位：县科技局）

4.做大技术市场。到2029年，技术合同成交额达到8亿元。（牵头单位：县科技局）

5.守住底线。农产品抽检不合格率控制在3%以内。（牵头单位：县科技局）

6.编制目录。2027年6月底前编制科技成果目录。（牵头单位：县科技局）
`

async function begin(day: string) {
  const county = await openReporting(day, plan)
  const { system, people, programmeId, on, said } = county
  const lamps = async () => {
    const { tasks } = await system.call(lampContract.listVerdicts, people.leader, { programmeId })
    return tasks.map(({ number, summary }) => `${number} ${summary}`)
  }
  const task = (number: string) => county.tasks.find((one) => one.number === number)!
  const target = (number: string) => task(number).targets[0]!
  const verdict = async (number: string) => {
    const { verdict } = await system.call(lampContract.getTargetPage, people.office, { targetId: target(number).id })
    return [verdict.lamp, verdict.reached, verdict.expectedNow]
  }
  const report = (cycle: string, figures: Record<string, number | null>) =>
    Promise.all(
      Object.entries(figures).map(([number, value]) =>
        said(people.reporter, task(number).id, {
          cycle,
          ...(value === null
            ? { progress: 'unchanged' }
            : { progress: 'progressed', text: '按月推进', values: [{ targetId: target(number).id, value }] }),
        }),
      ),
    )
  const asked = async (number: string) => {
    const inbox = await system.call(reportContract.getInbox, people.reporter, {})
    const item = inbox.programmes[0]?.items.find(({ taskId }) => taskId === task(number).id)
    return [item?.asked[0]?.aim, item?.asked[0]?.meaning]
  }
  return { on, lamps, verdict, report, asked, task, target }
}

describe.each([['2027-11-16'], ['2027-01-01']])('a county that starts on %s', async (day) => {
  const county = await begin(day)

  test('has nothing red on its first day, nobody having spoken', async () => {
    expect((await county.lamps()).filter((one) => one.includes('red'))).toEqual([])
  })

  test('is asked in words that say from when, and for what', async () => {
    expect(await county.asked('1')).toEqual(['2027—2029年每年不低于 500 人次', '今年1月以来累计新增，不是本月数'])
  })
})

describe('from a first November into the next year', async () => {
  const county = await begin('2027-11-16')
  const { on, report, verdict } = county

  test('a first report far from the end is no red', async () => {
    on('2027-11-17')
    await report('2027-11', { 1: 12, 2: 0, 3: 20, 5: 2 })
    expect((await county.lamps()).filter((one) => one.includes('red'))).toEqual([])
    // 16 November to 31 December are 45 days, one of them over: 500 ÷ 45 = 11.
    expect(await verdict('1')).toEqual(['green', 12, 11])
    expect(await verdict('5')).toEqual(['green', 2, 3])
  })

  test('a standard is broken when it is, on any day', async () => {
    on('2027-12-20')
    await report('2027-12', { 1: 500, 5: 5 })
    expect((await verdict('5'))[0]).toBe('red')
    expect((await verdict('1')).slice(0, 2)).toEqual(['green', 500])
  })

  test('a year’s count is not carried into the next year by 无变化, a total is', async () => {
    on('2028-01-20')
    await report('2028-01', { 1: null, 2: null, 3: null })
    // Still the word on the year that is over, held against its last day.
    expect(await verdict('1')).toEqual(['green', 500, 500])
    on('2028-03-20')
    await report('2028-03', { 1: 120, 4: 3 })
    // 20 March 2028 is day 79 of 365: 500 × 79 ÷ 365 = 108.
    expect(await verdict('1')).toEqual(['green', 120, 108])
    expect((await verdict('3'))[1]).toBe(20)
    expect(await verdict('4')).toEqual(['grey', null, null])
  })
})

describe('a plan published in the year before its own', async () => {
  const county = await begin('2026-12-01')
  test('asks for no word and judges nothing', async () => {
    expect(await county.asked('1')).toEqual([undefined, undefined])
    expect((await county.lamps()).filter((one) => !one.endsWith('grey'))).toEqual([])
  })
  test('asks from its first January on', async () => {
    county.on('2027-01-04')
    expect(await county.asked('1')).toEqual(['2027—2029年每年不低于 500 人次', '今年1月以来累计新增，不是本月数'])
  })
})

describe('an old plan published in mid-period', async () => {
  const county = await begin('2028-03-01')
  test('starts grey and stays so until somebody says that a thing was not done', async () => {
    const grey = async () => (await county.lamps()).filter((one) => !one.endsWith('grey'))
    expect(await grey()).toEqual([])
    county.on('2028-05-30')
    expect(await grey()).toEqual([])
    await county.report('2028-05', { 6: null })
    expect(await grey()).toEqual(['6 red'])
  })
})
