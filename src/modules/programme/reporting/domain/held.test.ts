import { describe, expect, test } from 'vitest'
import { findHeld, type Held, normalWording } from './held.ts'

const held: Held[] = [
  { words: '高新技术企业总数', where: '任务“壮大高新技术企业队伍”的目标', link: '/tasks/1' },
  { words: '到期企业重新认定通过率', where: '目标', link: '/tasks/1' },
  { words: '技术合同成交额', where: '目标', link: '/tasks/2' },
  { words: '存在困难', where: '报送', link: '/tasks/2' },
  { words: '统一社会信用代码', where: '单位名录', link: '/agencies' },
]

describe('a question for something already held is found out', () => {
  test.each([
    ['请填写贵单位目前高企总数是多少？', '高新技术企业总数'],
    ['高新技术企业数量', '高新技术企业总数'],
    ['截至本月累计技术合同成交额（亿元）', '技术合同成交额'],
    ['本月存在哪些困难', '存在困难'],
    ['请各单位填报统一社会信用代码', '统一社会信用代码'],
    ['重新认定通过率', '到期企业重新认定通过率'],
  ])('%s', (question, words) => expect(findHeld(question, held)?.words).toBe(words))
})

describe('something new may be asked', () => {
  test.each([
    '分管领导是否参加了本月调度会？',
    '下月拟邀请哪些高校来县对接',
    '企业反映最集中的用工问题',
    '高校毕业生就业人数',
    '？',
  ])('%s', (question) => expect(findHeld(question, held)).toBeUndefined())
})

test('of two names the question holds, the very one it asks by goes first', () => {
  const both = [
    { words: '技术合同成交额', where: '目标', link: '/tasks/2' },
    { words: '技术合同成交额增长率', where: '目标', link: '/tasks/3' },
  ]
  expect(findHeld('请填写技术合同成交额增长率', both)?.link).toBe('/tasks/3')
})

test('a question up to twice as long as the name it holds asks for that; a longer one for something of its own', () => {
  const aim = [{ words: '目标值', where: '目标清单', link: '/targets' }]
  expect(findHeld('目标值调整表', aim)?.link).toBe('/targets')
  expect(findHeld('目标值调整依据', aim)).toBeUndefined()
  expect(findHeld('高企培育', [{ words: '高企', where: '目标', link: '/tasks/1' }])?.link).toBe('/tasks/1')
})

test('a name of words that say nothing hides no other', () => {
  const nameless = { words: '目前情况', where: '目标', link: '/tasks/9' }
  expect(findHeld('技术合同成交额', [nameless, ...held, nameless])?.link).toBe('/tasks/2')
})

test('politeness, time and punctuation say nothing of what is asked', () => {
  expect(normalWording('请各单位填报：截至目前，高新技术企业总数（家）是多少？')).toContain('高企')
  expect(normalWording('截至目前，')).toBe('')
})
