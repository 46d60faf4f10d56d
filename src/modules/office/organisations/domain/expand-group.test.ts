import { expect, test } from 'vitest'
import { anAgency } from './agency.fixture.ts'
import type { Agency } from './agency.ts'
import { expandGroup } from './expand-group.ts'

const byId = (agencies: readonly Agency[]) => new Map(agencies.map((agency) => [agency.id, agency]))
const east = anAgency({ name: '东坪镇人民政府', kind: 'township' })
const gone = anAgency({ name: '西坪乡人民政府', kind: 'township', dissolvedOn: '2025-01-01' })

test('a group stands for its configured members, groups inside it too, each once', () => {
  const inner = anAgency({ name: '各镇', kind: 'group', memberIds: [east.id, gone.id] })
  const outer = anAgency({ name: '各乡镇办场园', kind: 'group', memberIds: [inner.id, east.id] })
  expect(expandGroup(outer, byId([east, gone, inner, outer]))).toEqual({
    kind: 'members',
    members: [east],
    skipped: [gone],
  })
  expect(expandGroup(outer, byId([east, gone, inner, outer]), '2024-06-01')).toMatchObject({ members: [east, gone] })
})

test('a group without members asks for configuration instead of guessing', () => {
  const group = anAgency({ name: '各乡镇办场园', kind: 'group' })
  expect(expandGroup(group, byId([group, east]))).toMatchObject({ kind: 'unconfigured' })
})

test('groups that contain each other end', () => {
  const a = anAgency({ name: '甲组合', kind: 'group' })
  const b = anAgency({ name: '乙组合', kind: 'group', memberIds: [a.id] })
  expect(expandGroup(b, byId([{ ...a, memberIds: [b.id] }, b]))).toMatchObject({ kind: 'unconfigured' })
})

test('an agency that is no group stands for itself', () => {
  expect(expandGroup(east, byId([east]))).toEqual({ kind: 'members', members: [east], skipped: [] })
})
