import { describe, expect, it } from 'vitest'
import { anAnnualPlan, aPassage, aThreeYearPlan } from './clause.fixture.ts'
import { readDue } from './read-due.ts'

describe('deadlines', () => {
  it.each([
    ['完成时限:2024年6月底前并长期坚持', '2024-06-30', 'month'],
    ['12月底前完成整改。', '2024-12-31', 'month'],
    ['6月30日前报送。', '2024-06-30', 'day'],
    ['2024年6月30日前报送。', '2024-06-30', 'day'],
    ['一季度完成方案编制。', '2024-03-31', 'quarter'],
    ['2024年第三季度末前上线。', '2024-09-30', 'quarter'],
    ['上半年完成招标。', '2024-06-30', 'half'],
    ['2024年12月', '2024-12-31', 'month'],
    ['年底前建成投用。', '2024-12-31', 'year'],
    ['今年年底前建成投用。', '2024-12-31', 'year'],
    ['到2025年,体系基本形成。', '2025-12-31', 'year'],
    ['二〇二五年底前完成。', '2025-12-31', 'year'],
    ['自印发之日起3个月内出台细则。', '2024-05-31', 'relative'],
    ['印发之日起30日内报备。', '2024-03-31', 'relative'],
    ['力争三年内创建成功。', '2027-02-28', 'relative'],
    ['6月底前完成方案,11月底前完成建设。', '2024-11-30', 'month'],
    ['完成时限:长期坚持', null, 'ongoing'],
    ['优化服务流程,持续推进。', null, 'ongoing'],
    ['完成时限:即时', null, 'immediate'],
  ])('%s', (text, on, kind) => expect(readDue(aPassage(text), anAnnualPlan())).toMatchObject({ on, kind }))

  it.each([
    '2024年,围绕重点工作开展。',
    '截至2023年底,已全部完成。',
    '自2024年3月1日起施行。',
    '较2020年翻一番。',
    '持续推进改革。',
    '落实《行动计划(2022-2024年)》。',
    '在5个工作日内答复。',
  ])('%s sets none', (text) => expect(readDue(aPassage(text), anAnnualPlan())).toBeNull())

  it('says when the year was inferred, and takes the next year for a month that is over', () => {
    expect(readDue(aPassage('6月底前完成。'), anAnnualPlan())).toMatchObject({ inferred: true })
    const late = aThreeYearPlan({ titleYear: null, issuedOn: '2023-11-05' })
    expect(readDue(aPassage('3月底前完成。'), late)).toMatchObject({ on: '2024-03-31' })
  })
  it('names no day without any year', () =>
    expect(
      readDue(aPassage('6月底前完成。'), anAnnualPlan({ titleYear: null, period: null, issuedOn: null }))?.on,
    ).toBeNull())
  it('points at its words', () => {
    const text = '加快进度,6月底前完成。'
    expect(text.slice(...(readDue(aPassage(text), anAnnualPlan())?.span ?? [0, 0]))).toBe('6月底前')
  })
})
