import { expect, test } from 'vitest'
import { anAgency, aTask } from '#compiler/compiled-plan.fixture.ts'
import { taskBody } from './task-body.ts'

const body = '支持企业建站。每年新增3家。'
const given = {
  number: '3',
  title: '建设企业工作站',
  leads: [anAgency('县科技局'), anAgency('县经信局（县数据局）')],
  participants: [anAgency('各乡镇', 'participant')],
}

test.each([
  `3.建设企业工作站。${body}（牵头单位：县科技局、县经信局（县数据局）；责任单位：各乡镇）`,
  `建设企业工作站\n${body}\n牵头单位：县科技局、县经信局（县数据局）\n责任单位：各乡镇\n完成时限：2026年底前`,
  `（三）建设企业工作站。${body}〔县科技局、县经信局（县数据局）牵头，各乡镇按职责分工负责〕`.replace('（三）', '3．'),
  `3、建设企业工作站：${body}[县科技局、县经信局（县数据局）、各乡镇负责]`,
])('number, title and responsibility are taken off %#', (text) =>
  expect(taskBody(aTask({ ...given, text }))).toBe(body),
)

test('brackets that name no agency of the task stay', () => {
  const text = '建设企业工作站。支持规模以上企业（含分公司，由总部负责）建站（牵头单位：县科技局）。'
  expect(taskBody(aTask({ ...given, text }))).toBe('支持规模以上企业（含分公司，由总部负责）建站。')
})

test('a title inside the sentence is not cut out', () => {
  const text = '围绕主导产业建设企业工作站，服务中小企业。'
  expect(taskBody(aTask({ ...given, text }))).toBe(text)
})
