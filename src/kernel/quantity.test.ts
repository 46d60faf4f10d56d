import { describe, expect, it } from 'vitest'
import { findUnit, toNormal, UNIT_NAMES } from './quantity.ts'

describe('units', () => {
  it.each([
    ['户', '家', 1], ['名', '人', 1], ['万户', '家', 1e4], ['亿元', '元', 1e8], ['万元', '元', 1e4], ['百分点', '个百分点', 1],
    ['万亩', '亩', 1e4], ['平方公里', '平方公里', 1], ['个工作日', '工作日', 1], ['万人次', '人次', 1e4], ['亿斤', '斤', 1e8],
  ])('%s is %s', (written, normal, scale) => expect(findUnit(written)).toMatchObject({ normal, scale, written })) // biome-ignore format: rows
  it('knows no other words', () =>
    expect(['号', '年度', '亿', ''].map(findUnit)).toEqual([undefined, undefined, undefined, undefined]))
  it('has no name twice', () => expect(new Set(UNIT_NAMES).size).toBe(UNIT_NAMES.length))
  it('brings quantities to the normal form without losing cents', () => {
    expect(toNormal(0.15, null, '亿元')).toEqual({ unit: '元', value: 15_000_000, valueMax: null })
    expect(toNormal(50, 300, '万只')).toEqual({ unit: '只', value: 500_000, valueMax: 3_000_000 })
    expect(toNormal(1, null, '号')).toBeNull()
  })
})
