import { expect, test } from 'vitest'
import { daysBetween } from '#kernel/day.ts'
import { dayOf } from '#kernel/moment.ts'
import { readSeed, readStory, storyBegins, storyStops, storyYearAt } from './story.ts'

test('the story of a year is told until that of the next begins', () => {
  const yearAt = (moment: string) => storyYearAt(new Date(moment))
  expect(yearAt('2026-02-11T01:00:00Z')).toBe(2026)
  expect(yearAt('2027-01-31T15:59:00Z')).toBe(2026)
  expect(yearAt('2027-02-11T00:59:00Z')).toBe(2026)
  expect(yearAt('2027-02-11T01:00:00Z')).toBe(2027)
  expect(yearAt('2031-07-01T00:00:00Z')).toBe(2031)
})

test.each([2026, 2027, 2028])('whatever day of %i it is, less than 31 days are played', (year) => {
  const days = [...storyStops(year), storyBegins(year + 1)].map(dayOf)
  for (const [i, day] of days.slice(1).entries()) expect(daysBetween(days[i] ?? '', day)).toBeLessThan(31)
})

test('told of another year, its papers and days are of that year and its amounts are what they were', () => {
  const plan = readSeed('sample-plan.txt', 2031)
  expect(plan).toContain('（2031—2033年）')
  expect(plan).toContain('澄政办发〔2031〕3号')
  expect(plan).toContain('由2030年的1.12%')
  expect(plan).toContain('首期出资2000万元')
  const names = ['sample-plan', 'sample-plan-revised', ...[1, 2, 3, 4].map((n) => `sample-minutes-${n}`)]
  for (const name of names) expect(readSeed(`${name}.txt`, 2041), name).not.toMatch(/20[23]\d/)
  const { orders, meetings } = readStory(2031)
  for (const { on, dueOn } of orders) expect(on + dueOn).toMatch(/^2031-\d\d-\d\d(2031-\d\d-\d\d)?$/)
  for (const { on, heldOn, minutes } of meetings) expect(on + heldOn + minutes).toMatch(/^2031-.*2031-.*2031年/s)
})
