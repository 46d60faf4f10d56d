import { defineErrors } from '#kernel/errors.ts'

export const scheduleErrors = defineErrors('schedules', {
  noSchedule: { kind: 'notFound', text: () => '这项任务还没有工期安排。请先按模板排定工期。' },
  stepNotFound: { kind: 'notFound', text: () => '没有这个步骤，可能刚被删去。请刷新后再看。' },
  changedMeanwhile: { kind: 'conflict', text: () => '工期刚被别人改过，您看到的是旧安排。请刷新后再改。' },
  impossible: { kind: 'conflict', text: (p: { why: string }) => p.why },
  notLead: {
    kind: 'forbidden',
    text: (p: { what: string; who: string }) => `只有专班办公室和${p.who}可以${p.what}。确需办理，请联系他们。`,
  },
  restDay: {
    kind: 'invalid',
    text: (p: { on: string; before: string }) =>
      `${p.on} 是休息日，不能作为步骤的日期。最近的前一个工作日是 ${p.before}。`,
  },
  endsOnNone: {
    kind: 'invalid',
    text: (p: { on: string; nearest: string }) =>
      `这一步按日历日计，须从工作日起算，没有哪天开始正好在 ${p.on} 期满。最近的前一个期满日是 ${p.nearest}，也可以改定开始日期。`,
  },
  byFigure: {
    kind: 'conflict',
    text: (p: { title: string; words: string }) =>
      `“${p.title}”以报送为准：签批的数字达到${p.words}时自动办结，更正后不足时自动撤销，不能手工标记或修改。请在报送中填报数字。`,
  },
  claimsFigure: {
    kind: 'invalid',
    text: (p: { title: string; words: string }) =>
      `步骤“${p.title}”写了目标数字（${p.words}）。是否达到以签批的报送为准，请改写步骤名称；需要数字节点的，请用“补齐年度目标节点”。`,
  },
  noFigures: {
    kind: 'conflict',
    text: () => '这项任务没有可以补的年度目标节点：目标没有分年度的数字，或者节点都已在工期里。',
  },
  stepDone: { kind: 'conflict', text: (p: { title: string }) => `步骤“${p.title}”已经办结，不能再改。请先撤销办结。` },
  notDone: { kind: 'conflict', text: (p: { title: string }) => `步骤“${p.title}”还没有办结，不用撤销。` },
  doneInFuture: { kind: 'invalid', text: (p: { on: string }) => `办结日期 ${p.on} 在今天之后。请填写实际办结的日期。` },
  lastStep: { kind: 'conflict', text: () => '只剩一个步骤，不能再删。任务不需要工期时请在方案中删去任务。' },
  noDeadline: { kind: 'invalid', text: () => '原文没有写明完成期限，也没有目标期限。请先填写期限再排。' },
  tooTight: {
    kind: 'conflict',
    text: () => '每步只留 1 个工作日也排不下（公示等按日历日计的步骤和间隔不压缩）。请先删去步骤或调整固定的日期。',
  },
  tooMany: { kind: 'invalid', text: () => '一项任务最多 200 个步骤。请合并步骤后再加。' },
  templateNotFound: { kind: 'notFound', text: () => '没有这个工期模板。请回到模板列表查看。' },
  templateBroken: { kind: 'invalid', text: (p: { why: string }) => `模板的先后关系有误：${p.why}。请改正后再保存。` },
  defaultStays: { kind: 'conflict', text: () => '这个模板没有改动过，不用恢复。' },
  yearMismatch: { kind: 'invalid', text: (p: { year: number }) => `有的日期不在 ${p.year} 年。请核对年份和日期。` },
  notWeekend: {
    kind: 'invalid',
    text: (p: { day: string }) => `${p.day} 不是周六或周日，不能作为调休上班日。请核对后重填。`,
  },
  bothWays: { kind: 'invalid', text: (p: { day: string }) => `${p.day} 既写放假又写上班。请核对后重填。` },
  noDays: { kind: 'invalid', text: () => '没有读出放假日期。请粘贴放假安排通知的正文，或一行一个日期加“休”或“班”。' },
  dayOrder: { kind: 'invalid', text: () => '比较的两个日期先后颠倒。请把较早的一天放在前面。' },
})
