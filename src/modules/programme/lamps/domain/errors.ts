import { defineErrors } from '#kernel/errors.ts'

export const lampErrors = defineErrors('lamps', {
  targetNotFound: {
    kind: 'notFound',
    text: () => '没有这个指标，可能链接有误，或已不在现行方案中。请回到目标清单查看。',
  },
  notYours: {
    kind: 'forbidden',
    text: (p: { title: string }) =>
      `“${p.title}”不由本单位牵头，只能看到灯色，看不到报送内容。需要时请联系牵头单位或专班办公室。`,
  },
  dayAhead: {
    kind: 'invalid',
    text: (p: { day: string; today: string }) =>
      `${p.day} 还没有到，亮灯只能看到今天（${p.today}）。请选今天或以前的日期。`,
  },
  daysInOrder: {
    kind: 'invalid',
    text: (p: { from: string; to: string }) => `开始日 ${p.from} 晚于结束日 ${p.to}。请把两个日期对调。`,
  },
  courseUnfit: {
    kind: 'invalid',
    text: (p: { why: string }) => `进度线不能这样设：${p.why}`,
  },
  nothingChanged: {
    kind: 'conflict',
    text: () => '各项数值与现行规则相同，没有可保存的变化。',
  },
  limitHasNoCourse: {
    kind: 'conflict',
    text: (p: { indicator: string }) =>
      `“${p.indicator}”是须始终守住的限额，从第一个数据起就按限额判断，不设进度线。原文不是这个意思的，请在规划校核中更正。`,
  },
  noFigure: {
    kind: 'conflict',
    text: (p: { indicator: string }) => `“${p.indicator}”没有写明数值，按完成与否判断，不需要进度线。`,
  },
})
