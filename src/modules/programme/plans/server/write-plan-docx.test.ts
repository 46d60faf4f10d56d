import { expect, test } from 'vitest'
import { aPlan, aTarget, aTask } from '#compiler/compiled-plan.fixture.ts'
import { readDocument } from '#platform/reading/read-document.ts'
import { writePlanDocx } from './write-plan-docx.ts'

const read = async (bytes: Uint8Array) => (await readDocument({ name: '表.docx', bytes })).text

test('both tables stand in the Word file with their titles, heads and lines', async () => {
  const text = await read(await writePlanDocx(aPlan({ tasks: [aTask()], targets: [aTarget()] })))
  for (const words of [
    '附件1',
    '云溪县科技服务提升行动方案任务分解表',
    '依据：云政办发〔2026〕8号，2026年3月2日',
    '牵头单位',
    '县科技局',
  ])
    expect(text).toContain(words)
  expect(text).toContain('云溪县科技服务提升行动方案目标表')
  expect(text.replaceAll('\u00a0', ' ')).toContain('≥ 12')
})

test('a plan without targets gives the task table alone', async () => {
  const text = await read(await writePlanDocx(aPlan({ tasks: [aTask()] })))
  expect(text).toContain('任务分解表')
  expect(text).not.toMatch(/目标表|附件/u)
})
