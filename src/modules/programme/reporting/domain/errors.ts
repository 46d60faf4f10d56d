import { defineErrors } from '#kernel/errors.ts'

export const reportingErrors = defineErrors('reporting', {
  notOpen: {
    kind: 'conflict',
    text: (p: { cycle: string }) => `${p.cycle}没有开放报送。请刷新后按当前周期填报。`,
  },
  alreadyHeld: {
    kind: 'conflict',
    text: (p: { what: string; where: string }) =>
      `不用再问：“${p.what}”已经有了，在${p.where}。请直接引用，不要让各单位重填。`,
  },
  questionNotFound: { kind: 'notFound', text: () => '没有这个附加问题，或已撤回。请刷新后再看。' },
  targetNotFound: { kind: 'notFound', text: () => '没有这个目标，可能方案已印发新版。请刷新后再看。' },
  settingPast: {
    kind: 'invalid',
    text: (p: { today: string }) => `起用日期不能早于今天（${p.today}）：已过去的周期不再改动。`,
  },
  notParticipant: {
    kind: 'invalid',
    text: () => '只能委托给这项任务的责任（配合）单位。请先核对任务的单位。',
  },
  notLead: { kind: 'forbidden', text: () => '只有牵头单位的审核员、负责人或专班办公室可以委托填报。' },
  alreadyDelegated: {
    kind: 'conflict',
    text: (p: { fromOn: string | null }) =>
      `这项任务在这段时间已${p.fromOn === null ? '' : `从 ${p.fromOn} 起`}委托填报，没有重复委托。请先结束原委托，再重新委托。`,
  },
  delegationNotFound: { kind: 'notFound', text: () => '没有这项委托。请刷新后再看。' },
  periodBackwards: { kind: 'invalid', text: () => '委托的截止日期早于开始日期，请核对。' },
})
