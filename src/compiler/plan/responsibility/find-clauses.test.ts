import { expect, test } from 'vitest'
import { settleRoles } from './assign-roles.ts'
import { findClauses } from './find-clauses.ts'

/** Lead agencies / participants of every clause in a paragraph; `@` and its deadline. */
const found = (text: string): string[] =>
  findClauses(text, 0, text.length).map(({ mentions, due }) => {
    const roles = settleRoles(mentions, false)
    const named = (role: string): string =>
      mentions
        .filter((_, i) => roles[i] === role)
        .map(({ start, end }) => text.slice(start, end))
        .join('、')
    return `${named('lead')} / ${named('participant')}${due ? ` @${text.slice(due.start, due.end)}` : ''}`
  })

test.each([
  ['a label in brackets of its own', '【责任单位】市水务局、市林业局', [' / 市水务局、市林业局']],
  ['a bullet before the label', '■牵头单位:市水务局', ['市水务局 / ']],
  ['a label without colon', '疏浚河床。牵头单位为市水务局,配合单位为市林业局。', ['市水务局 / 市林业局']],
  ['a label as a heading', '责任单位。市水务局、市林业局。', [' / 市水务局、市林业局']],
  ['a deadline on a line', '完成时限:2027年底', [' /  @2027年底']],
  ['the last sentence', '疏浚河床。由市水务局牵头,市林业局参与。', ['市水务局 / 市林业局']],
  ['the last sentence, together with', '划定岸线。市水务局会同市林业局负责。', ['市水务局 / 市林业局']],
  ['a line for all above', '以上各项工作由市水务局牵头,市林业局配合。', ['市水务局 / 市林业局']],
  ['who guides', '疏浚河床。(省水利厅指导,各县人民政府负责)', ['各县人民政府 / 省水利厅']],
  [
    'the last sentence, with a deadline',
    '疏浚河床。由市水务局牵头,市林业局配合,2027年底前完成。',
    ['市水务局 / 市林业局 @2027年底前完成'],
  ],
  ['the last sentence, of this task', '疏浚河床。此项工作由市水务局牵头。', ['市水务局 / ']],
  ['the colon forgotten', '疏浚河床。(牵头单位市水务局,配合单位市林业局)', ['市水务局 / 市林业局']],
  ['a semicolon for the colon', '疏浚河床。(责任单位;市水务局、市林业局)', [' / 市水务局、市林业局']],
  ['a bracket that was never opened', '疏浚河床。责任单位:市水务局)', [' / 市水务局']],
  ['persons', '疏浚河床。(包抓领导:王某;牵头部门:市水务局;配合部门:东江镇)', ['市水务局 / 东江镇']],
  ['the last part of a sentence', '疏浚河床5公里;新建护岸;市水务局牵头,市林业局配合。', ['市水务局 / 市林业局']],
  ['who coordinates', '疏浚河床。(市河长办负责组织协调)', ['市河长办 / ']],
  ['curly brackets', '疏浚河床。{责任单位:市水务局}', [' / 市水务局']],
])('%s', (_, text, expected) => expect(found(text)).toEqual(expected))

test.each([
  ['names after a full stop', '疏浚河床。(市水务局)', ['市水务局 / ']],
  ['names after words', '疏浚河床(市水务局、市林业局)', [' / 市水务局、市林业局']],
  ['names and a deadline', '疏浚河床(市水务局,4月底前)', ['市水务局 /  @4月底前']],
  ['names with companies', '发布预警。(市气象局、市水文站、东江供电公司)', [' / 市气象局、市水文站、东江供电公司']],
])('bare names: %s', (_, text, expected) => expect(found(text)).toEqual(expected))

test.each([
  '河道总长30公里(东江区、西江区)',
  '设立河长办(市水务局)',
  '坚持谁主管谁负责。各负其责,层层抓好落实。',
  '各级各部门要切实抓好落实。',
  '各责任单位各司其职。',
  '领导小组办公室设在市水务局,承担日常工作。',
])('no clause: %s', (text) => expect(found(text)).toEqual([]))
