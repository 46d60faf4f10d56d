import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitAgencies } from './split-agencies.ts'

const names = (text: string): string[] => splitAgencies(text, 0).map(({ start, end }) => text.slice(start, end))

test.each([
  ['enumeration commas', '甲局、乙局,丙中心', ['甲局', '乙局', '丙中心']],
  ['和 inside a name', '市发展和改革局、市人力资源和社会保障局', ['市发展和改革局', '市人力资源和社会保障局']],
  ['和 between names', '市水务局和各县(市、区)人民政府', ['市水务局', '各县(市、区)人民政府']],
  ['及 before a group', '市水务局等市政府有关部门及各县区人民政府', ['市水务局', '各县区人民政府']],
  ['a comma inside brackets', '各县〔市、区〕人民政府、市水务局', ['各县〔市、区〕人民政府', '市水务局']],
  ['a level said once', '各市、县(区)人民政府,省水利厅', ['各市、县(区)人民政府', '省水利厅']],
  ['two bracketed levels', '各市〔州〕、县〔市、区〕人民政府', ['各市〔州〕、县〔市、区〕人民政府']],
  ['cities of one kind', '省水利厅,东江、西江、南浦等市人民政府', ['省水利厅', '东江、西江、南浦等市人民政府']],
  ['a signboard in brackets', '省发展改革委(能源局)、省水利厅', ['省发展改革委(能源局)', '省水利厅']],
  [
    'a comma inside quotation marks',
    '“双查、一公示”联席会议成员单位、市水务局',
    ['“双查、一公示”联席会议成员单位', '市水务局'],
  ],
  ['等', '市水务局、市林业局等', ['市水务局', '市林业局']],
  ['等 with what kind they are', '市水务局、市林业局等水源保护责任部门', ['市水务局', '市林业局']],
  ['a remark on shares in brackets', '市水务局、市林业局(按职责分工负责)', ['市水务局', '市林业局']],
  ['blanks alone', '市水务局 市林业局 市市场监管局', ['市水务局', '市林业局', '市市场监管局']],
  ['blanks before a group', '市水务局 东江镇 各街道', ['市水务局', '东江镇', '各街道']],
  ['a comma inside angle brackets', '市水务局、各县〈市、区〉人民政府', ['市水务局', '各县〈市、区〉人民政府']],
  ['line ends alone', '县水务局县林业局', ['县水务局', '县林业局']],
  ['a party committee with its government', '市委市政府', ['市委市政府']],
  ['levels before one name', '省、市水利部门,各镇', ['省、市水利部门', '各镇']],
  ['等相关部门', '市水务局、市林业局等相关部门', ['市水务局', '市林业局']],
  ['generic groups', '具有行政审批职能的相关单位', ['具有行政审批职能的相关单位']],
  ['departments and units', '各有关部门和单位', ['各有关部门和单位']],
  ['companies', '国网东江供电公司、市城投集团有限公司', ['国网东江供电公司', '市城投集团有限公司']],
  ['nobody', '—', []],
])('%s', (_, text, expected) => expect(names(text)).toEqual(expected))

test('names come back whole and in order from any list joined with enumeration commas', () => {
  const name = fc.constantFrom('市水务局', '各镇人民政府', '省发展改革委', '市文化和旅游局', '高新区管委会', '东江海关')
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), (list) => {
      expect(names(list.join('、'))).toEqual(list)
    }),
  )
})
