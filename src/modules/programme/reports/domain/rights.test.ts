import { describe, expect, test } from 'vitest'
import { type Looking, reviewRefusal, rightsOn } from './rights.ts'

const report = { agencyId: 'helper', submittedById: 'writer', status: 'submitted' as const, values: [] }
const looking = (more: Partial<Looking> = {}): Looking => ({
  actor: { userId: 'reader', role: 'reviewer' },
  ownAgencyIds: ['lead'],
  leadIds: ['lead'],
  agencyName: '县财政局',
  ...more,
})
const codeFor = (more: Partial<Looking>, of = report) => reviewRefusal(of, looking(more))?.code ?? null

describe('a word is reviewed', () => {
  test('by the office, by its own agency, and by the lead of the task', () => {
    expect(codeFor({ actor: { userId: 'x', role: 'office' }, ownAgencyIds: [] })).toBeNull()
    expect(codeFor({ ownAgencyIds: ['helper'] })).toBeNull()
    expect(codeFor({})).toBeNull()
    expect(codeFor({ actor: { userId: 'x', role: 'agencyHead' } })).toBeNull()
    expect(codeFor({ leadIds: ['other', 'lead'] })).toBeNull()
  })

  test('by nobody who wrote it, the office included', () => {
    expect(codeFor({ actor: { userId: 'writer', role: 'office' } })).toBe('reports.ownReport')
  })

  test('not by a stranger, a reporter, or one of two leads for the other', () => {
    expect(codeFor({ ownAgencyIds: ['stranger'] })).toBe('reports.notReviewer')
    expect(codeFor({ actor: { userId: 'x', role: 'reporter' } })).toBe('reports.notReviewer')
    expect(codeFor({ leadIds: ['lead', 'helper'] })).toBe('reports.notReviewer')
    expect(codeFor({ ownAgencyIds: ['lead', 'helper'], leadIds: ['lead', 'helper'] })).toBeNull()
  })
})

test('a word is taken back by its own agency while nobody settled it, and the button says why not', () => {
  expect(rightsOn(report, looking({ ownAgencyIds: ['helper'] })).withdraw).toEqual({ allowed: true, reason: null })
  expect(rightsOn(report, looking()).withdraw).toMatchObject({ allowed: false, reason: expect.any(String) })
  expect(rightsOn({ ...report, status: 'signed' }, looking({ ownAgencyIds: ['helper'] }))).toEqual({
    review: { allowed: false, reason: '这条已签收，不再处理。' },
    withdraw: { allowed: false, reason: '这条已签收，不再处理。' },
    correct: { allowed: false, reason: expect.any(String) },
  })
})
