import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isWithinDivision } from '#kernel/codes.ts'
import {
  buildDivisionRegister,
  Division,
  findDivision,
  listAncestors,
  listDivisionsNamed,
  shortDivisionName,
} from './division.ts'
import { parseDivisionPatches, parseDivisions } from './division-table.ts'

const seed = (name: string) => readFileSync(new URL(`../../../../../seed/${name}`, import.meta.url), 'utf8')
const register = buildDivisionRegister(
  parseDivisions(seed('divisions.tsv')),
  parseDivisionPatches(seed('division-patches.tsv')),
)

test('the table as shipped is well formed and every division but a province lies in its parent', () => {
  expect(register.all.length).toBeGreaterThan(3300)
  expect(register.all.filter((d) => d.level === 'province')).toHaveLength(34)
  for (const division of register.all) {
    Division.parse(division)
    if (division.level === 'province') expect(division.parentCode).toBeNull()
    else expect(isWithinDivision(division.code, division.parentCode ?? '')).toBe(true)
    for (const successor of division.successorCodes) expect(findDivision(register, successor)).toBeDefined()
  }
})

test('a county run by its province stands under the province', () => {
  expect(listAncestors(register, '429006').map((d) => d.name)).toEqual(['湖北省'])
  expect(listAncestors(register, '431230').map((d) => d.name)).toEqual(['怀化市', '湖南省'])
})

test('the statistics code leads to the division of GB/T 2260', () => {
  expect(findDivision(register, '139002')?.code).toBe('130181')
  expect(findDivision(register, '139002')?.name).toBe('辛集市')
})

test('names are found in full, short and as they once were; the same name gives all of them', () => {
  expect(listDivisionsNamed(register, '通道侗族自治县')).toEqual(listDivisionsNamed(register, '通道'))
  expect(listDivisionsNamed(register, '鼓楼区').length).toBeGreaterThan(3)
  expect(listDivisionsNamed(register, '信都区').map((d) => d.code)).toEqual(['130503'])
  expect(listDivisionsNamed(register, '桥西区').map((d) => d.code)).toContain('130503')
  expect(listDivisionsNamed(register, '没有的县')).toEqual([])
})

test('what was set up or abolished is valid on its own days only', () => {
  expect(listDivisionsNamed(register, '和安县', '2024-12-26')).toEqual([])
  expect(listDivisionsNamed(register, '和安县', '2024-12-27').map((d) => d.code)).toEqual(['653229'])
  expect(listDivisionsNamed(register, '孟津县', '2020-05-01').map((d) => d.successorCodes)).toEqual([['410308']])
  expect(listDivisionsNamed(register, '孟津县', '2024-05-01')).toEqual([])
})

test.each([
  ['通道侗族自治县', '通道'],
  ['积石山保安族东乡族撒拉族自治县', '积石山'],
  ['巴音郭楞蒙古自治州', '巴音郭楞'],
  ['内蒙古自治区', '内蒙古'],
  ['西藏自治区', '西藏'],
  ['东乡族自治县', '东乡'],
  ['龙胜各族自治县', '龙胜'],
  ['咸宁市', '咸宁'],
  ['大兴安岭地区', '大兴安岭'],
  ['锡林郭勒盟', '锡林郭勒'],
  ['香港特别行政区', '香港'],
  ['岚县', '岚县'],
])('%s is called %s', (name, short) => expect(shortDivisionName(name)).toBe(short))

test('a patch with an unknown change stops at once', () => {
  expect(() => parseDivisionPatches('code\tname\tchange\n470326\t澄禾县\tmoved')).toThrow('moved')
})
