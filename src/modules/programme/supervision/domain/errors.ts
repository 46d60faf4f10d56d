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
  notLed: {
    kind: 'conflict',
    text: (p: { paper: string }) =>
      `承办单位不隶属于发文机关，不能对它用“${p.paper}”。请用商请函（对上级用请示），或在单位名录核对它的隶属关系。`,
  },
  notHost: {
    kind: 'forbidden',
    text: (p: { act: string }) => `您的单位不是这件事项的承办单位，不能${p.act}。请由承办单位办理。`,
  },
  alreadyOpen: {
    kind: 'conflict',
    text: (p: { number: string | null }) =>
      `这项任务对该单位已有在办的督办事项${p.number === null ? '' : `（${p.number}）`}。请在原事项上催办或升级。`,
  },
  requestOutOfTime: {
    kind: 'conflict',
    text: () => '这件事项现在不在您单位手上，不能申请延期或提出异议。请等待复核结果，或联系专班办公室。',
  },
  requestWaits: {
    kind: 'conflict',
    text: () => '您单位的上一次申请还没有答复，不能再提一次。请等待答复，或联系专班办公室。',
  },
  requestNotFound: { kind: 'notFound', text: () => '没有这次申请，可能链接有误。请回到督办事项查看。' },
  wantedMissing: {
    kind: 'invalid',
    text: (p: { dueOn: string }) => `申请延期要写明延到哪一天，且晚于现在的时限（${p.dueOn}）。请填写后再提交。`,
  },
  proposalNotFound: { kind: 'notFound', text: () => '没有这条督办建议，可能已经处理。请刷新督办页再看。' },
  proposalLapsed: {
    kind: 'conflict',
    text: (p: { matter: string }) =>
      `按现在的情况，“${p.matter}”已不需要这样交办（例如已经报送、灯色已变或已反馈），没有发出文书。请点“核对建议”后再看。`,
  },
  agencyMissing: {
    kind: 'invalid',
    text: () => '方案没有写明这项任务由哪个单位负责。请选择承办单位后再交办。',
  },
  circularBySelf: {
    kind: 'conflict',
    text: () => '通报要点名并列出各单位情况，不能单独交办。请在督办页“起草通报”中一并发出。',
  },
  ended: {
    kind: 'conflict',
    text: (p: { state: string }) => `这件事项${p.state}，不能再添加内容。确需继续办理，请由专班办公室重新办理。`,
  },
  paperNotFound: { kind: 'notFound', text: () => '没有这份文书，可能链接有误，或不属于您的单位。请回到督办页查看。' },
  issuesInPast: {
    kind: 'invalid',
    text: (p: { from: string; today: string }) =>
      `发文设置不能自 ${p.from} 起改用，那天已过（今天 ${p.today}），发出的文书不再改号。请填今天或以后的日期。`,
  },
  numberUsed: {
    kind: 'conflict',
    text: (p: { word: string; last: number }) =>
      `${p.word}本年已编到 ${p.last} 号，不能退回。请填大于 ${p.last} 的号数。`,
  },
  notInterview: { kind: 'conflict', text: () => '只有约谈可以补记约谈情况。请打开约谈文书再填写。' },
  dueInPast: {
    kind: 'invalid',
    text: (p: { dueOn: string; today: string }) => `办理时限 ${p.dueOn} 早于今天（${p.today}）。请填今天以后的日期。`,
  },
  reasonMissing: { kind: 'invalid', text: (p: { act: string }) => `${p.act}需要写明理由。请写清事实和依据后再提交。` },
  agencyUnknown: { kind: 'invalid', text: () => '所选单位不在本地区的单位名录中。请先在单位名录登记，再交办。' },
})
