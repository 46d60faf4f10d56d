import { expect, test } from 'vitest'
import { settleRoles } from './assign-roles.ts'
import { parseClause } from './parse-clause.ts'

/** Lead agencies / participants of a clause given without its brackets. */
function roles(text: string, firstIsLead = false): string {
  const clause = parseClause(text, 0)
  if (!clause) return 'none'
  const settled = settleRoles(clause.mentions, firstIsLead)
  const named = (role: string): string =>
    clause.mentions
      .filter((_, i) => settled[i] === role)
      .map(({ start, end }) => text.slice(start, end))
      .join('、')
  return `${named('lead')} / ${named('participant')}`
}

test.each([
  ['labels, semicolon', '牵头单位:市水务局;责任单位:市财政局、市林业局', '市水务局 / 市财政局、市林业局'],
  ['labels, comma', '牵头单位:市水务局,配合单位:市财政局', '市水务局 / 市财政局'],
  ['labels without separator', '牵头单位:市水务局 责任单位:市财政局 完成时限:2027年6月底', '市水务局 / 市财政局'],
  ['a comma inside the list', '牵头单位:市水务局;责任单位:市财政局,各镇街', '市水务局 / 市财政局、各镇街'],
  ['lead only', '牵头单位:市水务局', '市水务局 / '],
  ['responsible only', '责任单位:市水务局、市财政局', ' / 市水务局、市财政局'],
  ['responsible beside supporting', '责任单位:市水务局;配合单位:市财政局', '市水务局 / 市财政局'],
  ['departments and offices', '牵头部门:综合科;配合科室:信息科、法规科', '综合科 / 信息科、法规科'],
  ['a full stop at the end', '牵头单位:市水务局;责任单位:市财政局。', '市水务局 / 市财政局'],
  ['nobody', '牵头单位:市水务局;责任单位:无', '市水务局 / '],
])('labels: %s', (_, text, expected) => expect(roles(text)).toBe(expected))

test.each([
  ['lead and shares', '县文旅局牵头,县财政局、县住建局按职责分工负责', '县文旅局 / 县财政局、县住建局'],
  ['lead and support', '县文旅局牵头,县财政局配合', '县文旅局 / 县财政局'],
  ['several leads', '县文旅局、县教育局牵头,县财政局配合', '县文旅局、县教育局 / 县财政局'],
  [
    'an enumeration comma after 牵头',
    '县文旅局牵头、县财政局、县住建局按职责分工负责',
    '县文旅局 / 县财政局、县住建局',
  ],
  ['lead, others carry out', '县文旅局牵头,县财政局负责', '县文旅局 / 县财政局'],
  ['together with', '县文旅局会同县财政局负责', '县文旅局 / 县财政局'],
  ['shares without a lead', '县文旅局、县财政局按职责分工负责', ' / 县文旅局、县财政局'],
  ['several without a lead', '县文旅局、县财政局负责', ' / 县文旅局、县财政局'],
  ['one alone', '县文旅局负责', '县文旅局 / '],
  ['one of an open list', '县文旅局等按职责分工负责', ' / 县文旅局'],
  ['a label over verbs', '责任单位:县文旅局牵头,县财政局配合', '县文旅局 / 县财政局'],
  ['a label with a repeated verb', '责任单位:县文旅局、县财政局按职责分工负责', ' / 县文旅局、县财政局'],
  ['share the support', '县文旅局牵头,县财政局、县住建局按职责分工配合', '县文旅局 / 县财政局、县住建局'],
  ['everybody shares', '县文旅局牵头,各镇各有关部门按职责分工负责', '县文旅局 / 各镇各有关部门'],
  ['roles in brackets of their own', '责任单位:县文旅局(牵头)、县财政局', '县文旅局 / 县财政局'],
  ['carries the lead', '县文旅局负责牵头,县财政局配合', '县文旅局 / 县财政局'],
  ['is the lead agency', '县文旅局为牵头单位,县财政局为责任单位', '县文旅局 / 县财政局'],
  ['the lead agency is', '牵头单位为县文旅局,配合单位为县财政局', '县文旅局 / 县财政局'],
  ['a deadline before', '2027年12月底前完成,县文旅局牵头,县财政局配合', '县文旅局 / 县财政局'],
  ['a deadline after', '县文旅局、县财政局按照职责分工负责,2027年12月底前完成', ' / 县文旅局、县财政局'],
  ['a leader named too', '责任领导:王某;牵头单位:县文旅局;责任单位:县财政局', '县文旅局 / 县财政局'],
  [
    'levels before labels',
    '市级牵头单位:市水务局;市级配合单位:市财政局;责任主体:各县区',
    '市水务局 / 市财政局、各县区',
  ],
  ['host and helper', '承办单位:县文旅局;协办单位:县财政局', '县文旅局 / 县财政局'],
  ['from 由', '由县文旅局牵头负责,县财政局、县住建局参与', '县文旅局 / 县财政局、县住建局'],
  ['continued', '县文旅局牵头;县财政局等部门按职责分工负责;持续推进', '县文旅局 / 县财政局'],
  ['party and government', '各县(市、区)党委和政府负责', '各县(市、区)党委和政府 / '],
  ['everybody else', '县文旅局牵头,其他有关部门配合', '县文旅局 / 其他有关部门'],
  [
    'an agency named after 推进',
    '县推进“三清”行动领导小组办公室牵头,县财政局配合',
    '县推进“三清”行动领导小组办公室 / 县财政局',
  ],
])('verbs: %s', (_, text, expected) => expect(roles(text)).toBe(expected))

test('the first one listed leads only when the document says so', () => {
  expect(roles('甲科、乙科负责', true)).toBe('甲科 / 乙科')
  expect(roles('责任单位:甲科、乙科,排名第一位的为牵头责任单位,下同', true)).toBe('甲科 / 乙科')
  expect(roles('乙科牵头,甲科配合', true)).toBe('乙科 / 甲科')
})

test('a deadline inside the clause is no agency', () => {
  const clause = parseClause('监管科负责,完成时限:2027年底前', 0)
  expect(clause?.mentions).toHaveLength(1)
  expect(clause?.due).not.toBeNull()
  expect(roles('10月底完成,牵头考核单位:市水务局')).toBe('市水务局 / ')
  expect(roles('持续推进,牵头单位:市水务局')).toBe('市水务局 / ')
})

test('what everybody answers for from here on is taken out of the clause', () => {
  const text = '市水务局牵头,市财政局按职责分工负责。以下均需各县(区)人民政府、新区管委会负责,不再列出'
  const clause = parseClause(text, 0)
  expect(clause?.defaults.map(({ start, end }) => text.slice(start, end))).toEqual(['各县(区)人民政府', '新区管委会'])
  expect(roles(text)).toBe('市水务局 / 市财政局')
  const other = '市水务局牵头。各镇人民政府均为责任单位,以下不再列出'
  expect(parseClause(other, 0)?.defaults.map(({ start, end }) => other.slice(start, end))).toEqual(['各镇人民政府'])
})

test.each(['由市水务局负责解释', '以下简称“责任单位”', '含乡镇、街道', '坚持谁主管谁负责、谁审批谁监管', '指标附后'])(
  'prose in brackets is no clause: %s',
  (text) => expect(parseClause(text, 0)).toBeUndefined(),
)
