import { describe, expect, test } from 'vitest'
import { byUrgency, type Outlook, outlookWords, shortfall } from './outlook.ts'

const anOutlook = (given: Partial<Outlook> = {}): Outlook => ({
  targetId: 'g1',
  taskId: 't1',
  label: '高新技术企业总数',
  shown: '≥ 100 家',
  unit: '家',
  lamp: 'yellow',
  reached: 80,
  asOfOn: '2026-10-31',
  wanted: 100,
  wantedOn: '2026-12-31',
  value: 88.2,
  low: 84,
  high: 93,
  reachesOn: null,
  isCeiling: false,
  ...given,
})

describe('a forecast in words', () => {
  test('says where it will stand, the band, and what is missing', () =>
    expect(outlookWords(anOutlook())).toBe(
      '按现在的速度，2026年12月31日约 88.2 家，区间 84～93 家，离目标还差 11.8 家',
    ))

  test('says when the target is reached', () =>
    expect(outlookWords(anOutlook({ value: 104, low: 104, high: 104, reachesOn: '2026-12-03' }))).toBe(
      '按现在的速度，2026年12月31日约 104 家，2026年12月3日达到目标',
    ))

  test('turns round where less is better', () => {
    const ceiling = anOutlook({ isCeiling: true, wanted: 5, value: 4, low: 4, high: 4 })
    expect(shortfall(ceiling)).toBeLessThan(0)
    expect(outlookWords(ceiling)).toContain('可以完成')
    expect(outlookWords({ ...ceiling, value: 6 })).toContain('比目标高出 1 家')
  })
})

test('targets off their path come first, the widest gap before the others', () => {
  const lines = [
    anOutlook({ targetId: 'well', lamp: 'green', value: 120 }),
    anOutlook({ targetId: 'late', lamp: 'yellow', value: 95 }),
    anOutlook({ targetId: 'worst', lamp: 'red', value: 40 }),
    anOutlook({ targetId: 'bad', lamp: 'red', value: 60 }),
  ]
  expect(byUrgency(lines).map(({ targetId }) => targetId)).toEqual(['worst', 'bad', 'late', 'well'])
})
