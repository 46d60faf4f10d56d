import { defineErrors } from '#kernel/errors.ts'

export const reportErrors = defineErrors('reports', {
  notYours: {
    kind: 'forbidden',
    text: (p: { title: string }) => `“${p.title}”不由您的单位填报。确需由您的单位填报，请牵头单位在“报送设置”里委托。`,
  },
  noAgency: { kind: 'forbidden', text: () => '您的账号没有所属单位，不能报送。请联系系统管理员补上单位。' },
  closed: {
    kind: 'conflict',
    text: (p: { cycle: string }) => `${p.cycle}的报送期已过，且没有被退回，不能再补。请在本期说明。`,
  },
  alreadySaid: {
    kind: 'conflict',
    text: (p: { title: string; by: string; on: string }) =>
      `“${p.title}”本期已由${p.by}于 ${p.on} 报送。需要更改请先撤回，已签收的请联系审核人。`,
  },
  draftElsewhere: {
    kind: 'conflict',
    text: (p: { title: string; at: string }) =>
      `“${p.title}”没有报送：您 ${p.at} 在另一台设备上存过一份不同的草稿。请核对后选定一份，再报送。`,
  },
  difficultyUnsaid: {
    kind: 'invalid',
    text: () => '选了“有困难”，请用一句话写明卡在哪里，至少四个字。',
  },
  progressUnsaid: {
    kind: 'invalid',
    text: () => '选了“有进展”，请写一句话、填一个数或附一份材料。没有变化的请点“无变化”。',
  },
  coordinationUnsaid: { kind: 'invalid', text: () => '只有“有困难”的任务才能提请协调。请先选“有困难”并写明情况。' },
  notAsked: {
    kind: 'invalid',
    text: (p: { indicator: string; why: string }) => `“${p.indicator}”不需要填报：${p.why}。`,
  },
  impossibleFigure: {
    kind: 'invalid',
    text: (p: { indicator: string; why: string }) => `“${p.indicator}”的数填得不对：${p.why}。`,
  },
  reportNotFound: { kind: 'notFound', text: () => '没有这条报送，或者您的单位不能查看。请回到报送列表。' },
  ownReport: { kind: 'forbidden', text: () => '自己报送的不能自己签收或退回，请单位另一位审核人或专班办公室处理。' },
  notReviewer: {
    kind: 'forbidden',
    text: (p: { agency: string }) => `${p.agency}的报送由牵头单位审核员或专班办公室审核，您不能处理。`,
  },
  notReporter: { kind: 'forbidden', text: () => '只有报送这条的单位可以撤回。' },
  notSigned: {
    kind: 'conflict',
    text: (p: { status: string }) => `这条${p.status}，只有已签收的数需要申请更正。待审核的请撤回，退回的请重新报送。`,
  },
  notCorrector: { kind: 'forbidden', text: () => '只有报送这条的单位可以申请更正。' },
  figureNotStated: { kind: 'invalid', text: () => '这条报送里没有这个数，不能更正。请在报送记录中重新选择。' },
  nothingCorrected: {
    kind: 'invalid',
    text: (p: { indicator: string }) => `“${p.indicator}”填的与现在的数相同。请填写正确的数。`,
  },
  alreadyAsked: {
    kind: 'conflict',
    text: (p: { indicator: string }) => `“${p.indicator}”已有一个更正在等待同意。请等审核人处理后再申请。`,
  },
  correctionNotFound: { kind: 'notFound', text: () => '没有这个更正申请。请回到审核报送查看。' },
  refusalUnsaid: { kind: 'invalid', text: () => '不同意更正的，请写明理由，至少四个字。' },
  openingOver: {
    kind: 'conflict',
    text: (p: { title: string }) =>
      `“${p.title}”已有单位报送或外部数据，以它们为准，期初情况不再修改。报送有误的，请单位申请更正。`,
  },
  openingUnknown: {
    kind: 'invalid',
    text: () => '这一项不在本方案的期初情况表里，或填的内容与它对不上。请刷新页面后重填。',
  },
  openingAhead: {
    kind: 'invalid',
    text: (p: { title: string }) => `“${p.title}”的日期晚于今天。期初情况只说已经发生的，请改正日期。`,
  },
  openingUndated: {
    kind: 'invalid',
    text: (p: { indicator: string }) => `“${p.indicator}”请同时填数值和截至哪一天。`,
  },
  openingUnfounded: {
    kind: 'invalid',
    text: (p: { indicator: string }) => `“${p.indicator}”请写明数从哪里来，如哪份报告、哪张台账，至少两个字。`,
  },
  personNotFound: { kind: 'invalid', text: () => '没有这个人，或不在同一单位、账号已停用。请重新选择。' },
  notHead: { kind: 'forbidden', text: () => '只有本单位负责人或专班办公室可以交接、指定填报人。' },
})
