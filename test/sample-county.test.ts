import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compilePlan } from '#compiler/plan/compile-plan.ts'
import { Role } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { linesOf } from '#kernel/registry/compare-rows.ts'
import { weaknesses } from '#modules/office/accounts/domain/password-rules.ts'
import { Agency } from '#modules/office/organisations/domain/agency.ts'
import { buildRegister } from '#modules/office/organisations/domain/agency-register.ts'
import { agencyColumns } from '#modules/office/organisations/domain/agency-sheet.ts'
import {
  buildDivisionRegister,
  findDivision,
  listDivisionsNamed,
} from '#modules/office/organisations/domain/division.ts'
import {
  parseDivisionPatches,
  parseDivisions,
  tableCells,
} from '#modules/office/organisations/domain/division-table.ts'
import { importAgencies } from '#modules/office/organisations/domain/import-agencies.ts'
import { matchAgency } from '#modules/office/organisations/domain/match-agency.ts'
import { readTable, sheetOf } from '#platform/spreadsheet/read-table.ts'

const seed = (name: string) => readFileSync(new URL(`../seed/${name}`, import.meta.url), 'utf8')
const [province, prefecture, county] = parseDivisions(seed('sample-divisions.tsv'))
const fiction = [county!, prefecture!, province!] as const
const setting = {
  home: county!.code,
  findDivisionCode: (text: string) => fiction.find(({ code, name }) => code === text || name === text)?.code,
  newId,
}
const lines = linesOf(readTable(sheetOf(tableCells(seed('sample-agencies.tsv'))), agencyColumns, 'name').rows)
const imported = importAgencies(lines, [], setting)
const agencies = imported.map(({ agency }) => agency)
const register = buildRegister(agencies, fiction)
const [, ...accounts] = tableCells(seed('sample-accounts.tsv'))
const idOf = (name: string) => agencies.find((agency) => agency.name === name)?.id
const plans = ['sample-plan.txt', 'sample-plan-revised.txt'].map((file) => compilePlan({ file, text: seed(file) }))

test('the sample county does not exist', () => {
  const real = buildDivisionRegister(
    parseDivisions(seed('divisions.tsv')),
    parseDivisionPatches(seed('division-patches.tsv')),
  )
  for (const { code, name } of fiction) {
    expect(findDivision(real, code)).toBeUndefined()
    expect(listDivisionsNamed(real, name)).toEqual([])
  }
  for (const file of [
    'sample-divisions.tsv',
    'sample-agencies.tsv',
    'sample-accounts.tsv',
    'sample-plan.txt',
    'sample-plan-revised.txt',
  ])
    expect(seed(file).split('\n')[0]).toContain('虚构')
})

test('its register imports without a bad row or a warning, and the second time changes nothing', () => {
  expect(agencies.length).toBeGreaterThan(30)
  for (const agency of agencies) Agency.parse(agency)
  expect(imported.flatMap(({ reasons, warnings }) => [...reasons, ...warnings])).toEqual([])
  const again = importAgencies(lines, agencies, setting)
  expect(again.every(({ outcome, warnings }) => outcome === 'unchanged' && warnings.length === 0)).toBe(true)
})

test.each(plans)('the plan $document.number has 25 tasks in eight actions', (plan) => {
  const tasks = plan.tasks.filter(({ path }) => path.some((heading) => heading.includes('重点行动')))
  expect(tasks.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, i) => String(i + 1)))
  expect(new Set(tasks.map(({ path }) => path.join())).size).toBe(8)
  expect(plan.document.period).toEqual({ start: '2026-01-01', end: '2028-12-31' })
})

test.each(plans)(
  'of the names in the plan $document.number all but the two meant to fail are in the register',
  (plan) => {
    const names = new Set(plan.tasks.flatMap((task) => [...task.leads, ...task.participants].map(({ name }) => name)))
    const open = [...names].filter((name) => matchAgency(name, register).agencyId === null)
    expect(open.sort()).toEqual(['县竹产业发展中心', '各行业主管部门'])
  },
)

test('there is an account for every role, and a reporter at every agency that leads', () => {
  const count = (role: string) => accounts.filter((account) => account[2] === role).length
  expect(Role.options.map(count)).toEqual([1, 1, 1, 3, 3, expect.any(Number), 5, 3, 1, 1])
  for (const [username = '', name = '', , agency = '', password = ''] of accounts) {
    // Everybody can read it, and nobody may choose it for an account in earnest.
    expect(weaknesses(password, { username, name })).toEqual([expect.stringContaining('太常见')])
    if (agency !== '') expect(idOf(agency)).toBeDefined()
  }
  // Some hold two: one person of an agency's is lent to the office, the head of the park is a leader of the county.
  const names = accounts.map(([username]) => username)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual(['reviewer', 'jingkaiquzhuren'])
  const reporting = accounts.filter(([, , role]) => role === 'reporter').map(([, , , agency = '']) => idOf(agency))
  for (const task of plans.flatMap((plan) => plan.tasks))
    for (const { name } of task.leads) expect(reporting).toContain(matchAgency(name, register).agencyId)
})
