import { defineErrors } from '#kernel/errors.ts'

export const supervisionErrors = defineErrors('supervision', {
  orderNotFound: {
    kind: 'notFound',
    text: () => '没有这件督办事项，可能链接有误，或不属于您的单位。请回到督办页查看。',
  },
  sameLevel: {
    kind: 'conflict',
    text: (p: { level: string }) => `这件事项已经是${p.level}，不能再发一次。请催办，或者升到下一级。`,
  },
  notHost: {
    kind: 'forbidden',
    text: (p: { act: string }) => `您的单位不是这件事项的承办单位，不能${p.act}。请由承办单位办理。`,
  },
  alreadyOpen: {
    kind: 'conflict',
    text: (p: { number: string }) => `这项任务对该单位已有在办的督办事项（${p.number}）。请在原事项上催办或升级。`,
  },
  dueInPast: {
    kind: 'invalid',
    text: (p: { dueOn: string; today: string }) => `办理时限 ${p.dueOn} 早于今天（${p.today}）。请填今天以后的日期。`,
  },
  reasonMissing: { kind: 'invalid', text: (p: { act: string }) => `${p.act}需要写明理由。请写清事实和依据后再提交。` },
  taskElsewhere: {
    kind: 'invalid',
    text: () => '这项任务不属于这个工作方案，或已不在现行版本中。请从任务清单重新选择。',
  },
  agencyUnknown: { kind: 'invalid', text: () => '所选单位不在本地区的单位名录中。请先在单位名录登记，再交办。' },
})
