import { describe, expect, test } from 'vitest'
import { lampContract } from '#modules/programme/lamps/contract.ts'
import { reportContract as ops } from '../contract.ts'
import { openReporting } from './reporting.fixture.ts'

const plan = `澄禾县人民政府办公室关于印发《澄禾县科技惠农行动方案（2027—2029年）》的通知

澄政办发〔2027〕9号

澄禾县科技惠农行动方案（2027—2029年）

一、重点任务

1.建设科技服务站。到2029年新建科技服务站36个。（牵头单位：县科技局）
`

const county = await openReporting('2027-01-04', plan)
const { system, people, on, said, finance } = county
const { office, reporter, reviewer } = people
const [task] = county.tasks
const target = task!.targets[0]!
const settle = (correctionId: string, granted: boolean, who = office) =>
  system.call(ops.settleCorrection, who, { correctionId, granted, reason: granted ? null : '附件上就是这个数' })
const page = (day?: string) =>
  system.call(lampContract.getTargetPage, office, { targetId: target.id, ...(day && { on: day }) })
const lampOf = async (day?: string) => {
  const { verdict, records } = await page(day)
  return [verdict.lamp, verdict.reached, records[0]?.was ?? null]
}

on('2027-06-20')
const reportId = await said(reporter, task!.id, {
  cycle: '2027-06',
  progress: 'progressed',
  text: '建成服务站',
  values: [{ targetId: target.id, value: 60 }],
})
const ask = (value: number, who = reporter) =>
  system.call(ops.askCorrection, who, { reportId, targetId: target.id, value, reason: '多写了一个零' })

describe('a figure that was signed', () => {
  test('is not corrected before it is signed, nor by another agency', async () => {
    await expect(ask(6)).rejects.toThrow('只有已签收的数需要申请更正')
    await system.call(ops.signReports, reviewer, { reportIds: [reportId] })
    await expect(ask(6, finance)).rejects.toThrow('只有报送这条的单位')
    await expect(ask(60)).rejects.toThrow('与现在的数相同')
    await expect(ask(-1)).rejects.toThrow('不能小于 0')
  })

  test('stays as it is while its correction waits, and is asked about once', async () => {
    on('2027-06-25')
    const { correctionId } = await ask(6)
    await expect(ask(7)).rejects.toThrow('已有一个更正在等待同意')
    expect(await lampOf()).toEqual(['green', 60, null])
    const [waiting] = await system.call(ops.listWaitingCorrections, office, {})
    expect(waiting).toMatchObject({ id: correctionId, before: 60, after: 6, label: '新建科技服务站', cycle: '2027-06' })
    await expect(settle(correctionId, false, { ...office, userId: reporter.userId })).rejects.toThrow('自己报送的')
    await settle(correctionId, false)
    expect(await lampOf()).toEqual(['green', 60, null])
    await expect(settle(correctionId, true)).rejects.toThrow()
  })

  test('is another one from the day it was granted: both stay to be read, days before stay as they were', async () => {
    on('2027-06-28')
    const { correctionId } = await ask(1)
    await settle(correctionId, true)
    // 20 June is day 167 of 1,092 from 4 January: 36 × 167 ÷ 1092 = 5.
    expect(await lampOf()).toEqual(['red', 1, 60])
    expect(await lampOf('2027-06-27')).toEqual(['green', 60, null])
    const { reports } = await system.call(ops.listTaskReports, office, { taskId: task!.id })
    expect(reports[0]?.values[0]?.value).toBe(60)
    expect(reports[0]?.corrections.map(({ status, before, after }) => [status, before, after])).toEqual([
      ['refused', 60, 6],
      ['granted', 60, 1],
    ])
    expect(await system.call(ops.listWaitingCorrections, office, {})).toEqual([])
  })
})
