import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levelText } from './level-text.ts'

test.each([
  ['⼀、⾏动⽅案，研发投⼊年均增⻓，⻘岭县⼈⺠政府', '一、行动方案，研发投入年均增长，青岭县人民政府'],
  ['２０２４－０３，增长１２．５％，ＲＤ', '2024－03，增长12.5%，RD'],
  ['澄禾县\u200b财政局\ufeff，30\u00a0家\u2009以上', '澄禾县财政局，30 家 以上'],
  ['︵一︶三年︑五年', '（一）三年、五年'],
  ['总人ロ达5万，分エ负责，ㄧ、カラオケ室和ト', '总人口达5万，分工负责，ㄧ、カラオケ室和卜'],
  ['卷\ufe0f、\ue000、㎡、①、Ⅲ、（）％', '卷、\ue000、㎡、①、Ⅲ、（）%'],
  ['first\u2028second ﬁ 𝟛', 'first\nsecond fi 3'],
])('%s reads %s', (written, level) => {
  expect(levelText(written)).toBe(level)
})

test('levelling what is level changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(levelText(levelText(text))).toBe(levelText(text))
    }),
  )
})
