import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Backup } from './backup.ts'
import { backupName, sizeText } from './backup.ts'
import { judgeBackups, judgeClock, judgeDisk, judgeQuota } from './judge.ts'
import { firstRetention, listSuperfluous } from './retention.ts'

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const daily = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `b${i}`, madeOn: dayAfter('2025-01-01', i) }))

describe('retention', () => {
  test('two years of daily backups leave seven days, four weeks, twelve months', () => {
    const files = daily(730)
    const gone = new Set(listSuperfluous(files, firstRetention))
    const kept = files.filter((file) => !gone.has(file)).map(({ madeOn }) => madeOn)
    expect(kept.slice(-7)).toEqual(files.slice(-7).map(({ madeOn }) => madeOn))
    expect(kept).toContain('2026-12-20')
    expect(kept).toContain('2026-01-31')
    expect(kept).not.toContain('2025-12-31')
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12)
  })

  test('the newest always stays, and cleaning twice is cleaning once', () => {
    const files = fc
      .array(fc.integer({ min: 0, max: 800 }), { minLength: 1 })
      .map((days) => days.map((day, i) => ({ name: `n${i}`, madeOn: dayAfter('2025-01-01', day) })))
    const rules = fc.record({ daily: fc.integer({ min: 0, max: 9 }), weekly: fc.nat(6), monthly: fc.nat(14) })
    fc.assert(
      fc.property(files, rules, (all, retention) => {
        const gone = new Set(listSuperfluous(all, retention))
        const kept = all.filter((file) => !gone.has(file))
        const newest = [...all]
          .map(({ madeOn }) => madeOn)
          .sort()
          .at(-1)
        expect(kept.map(({ madeOn }) => madeOn)).toContain(newest)
        expect(listSuperfluous(kept, retention)).toEqual([])
        expect(kept.length).toBeLessThanOrEqual(Math.max(1, retention.daily) + retention.weekly + retention.monthly)
      }),
    )
  })
})

describe('verdicts', () => {
  const now = new Date('2026-11-22T02:00:00Z')
  const made = (hours: number, failure: string | null = null): Backup => ({
    name: 'guatu-1.zip',
    kind: 'daily',
    by: '',
    madeAt: new Date(now.getTime() - hours * 3_600_000),
    verifiedAt: now,
    bytes: 5e6,
    rows: 1,
    files: 1,
    damaged: 0,
    sha256: '',
    recipients: ['age1'],
    leftOut: ['session'],
    signerId: '',
    failure,
  })

  test.each([
    ['none', [], 'bad'],
    ['of last night', [made(8)], 'good'],
    ['of yesterday', [made(30)], 'warning'],
    ['of last week', [made(200)], 'bad'],
    ['failed since', [made(1, '磁盘已满'), made(25)], 'warning'],
    ['only failed', [made(1, '磁盘已满')], 'bad'],
  ] as const)('backup %s: %s', (_name, backups, level) => expect(judgeBackups(backups, now).level).toBe(level))

  test.each([
    [400e6, 'bad'],
    [1.5e9, 'warning'],
    [80e9, 'good'],
  ] as const)('%d bytes free: %s', (free, level) =>
    expect(judgeDisk({ free, total: 100e9, needed: 10e6 }).level).toBe(level),
  )

  test.each([
    [null, 'good'],
    [70, 'good'],
    [81, 'warning'],
    [96, 'bad'],
    [100, 'bad'],
  ] as const)('%s of 100 GB of files: %s', (used, level) => {
    const held = used === null ? null : { divisionCode: '470326', bytes: used * 1e9 }
    expect(judgeQuota(held, 100e9).level).toBe(level)
  })

  test('a clock before the newest entry of the trail went back', () => {
    expect(judgeClock(now, new Date('2026-11-22T02:03:00Z')).level).toBe('good')
    expect(judgeClock(now, new Date('2026-11-22T02:06:00Z')).level).toBe('bad')
    expect(judgeClock(new Date('1970-01-01'), null).level).toBe('bad')
  })
})

test('names and sizes as people read them', () => {
  expect(backupName(new Date('2026-11-21T18:10:05Z'))).toBe('guatu-20261122-021005.zip')
  expect([900, 34_000_000, 1_234_000_000].map(sizeText)).toEqual(['1 KB', '34.0 MB', '1.2 GB'])
})
