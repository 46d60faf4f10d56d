import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstRules, isSessionOver } from './account-rules.ts'
import { isPartyTo } from './grant.ts'
import { findConflict } from './mandate.ts'
import { isPasswordExpired, weaknesses } from './password-rules.ts'
import { stepsTaken, toBase32 } from './second-factor.ts'
import { afterFailure, isLocked, minutesLeft, unlocked } from './sign-in-lock.ts'
import { Username } from './user.ts'

const person = { username: 'wangfang', name: '王芳' }
const now = new Date('2026-11-22T02:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)

describe('passwords', () => {
  test.each([
    ['Yunxi-2026-plan', []],
    ['short1A-', ['至少 10 个字符']],
    ['onlylowercaseletters', ['大写字母、小写字母、数字、符号至少用三种']],
    ['Wangfang-2026', ['不能包含用户名或姓名']],
    ['王芳Aa1234567', ['不能包含用户名或姓名']],
    ['Aaaaab-12345cdefgh', ['同一字符不能连用四次']],
    ['P@ssw0rd2026', ['太常见，容易被猜中，请换成几个不相干的词']],
    ['Admin@123456', ['太常见，容易被猜中，请换成几个不相干的词']],
    ['Qwer1234!@#$', ['太常见，容易被猜中，请换成几个不相干的词']],
    ['1qaz@WSX3edc', ['太常见，容易被猜中，请换成几个不相干的词']],
    ['Aa123456789.', ['太常见，容易被猜中，请换成几个不相干的词']],
    ['Guatu-demo-2026', ['太常见，容易被猜中，请换成几个不相干的词']],
  ])('%s: %j', (password, reasons) => expect(weaknesses(password, person)).toEqual(reasons))

  test('a password lives ninety days', () => {
    expect(isPasswordExpired(new Date('2026-08-24T02:00:00Z'), now)).toBe(false)
    expect(isPasswordExpired(new Date('2026-08-24T01:59:59Z'), now)).toBe(true)
  })
})

describe('lock-out', () => {
  test('the fifth wrong password locks for thirty minutes', () => {
    let lock: { failures: number; lockedUntil: Date | null } = unlocked
    for (let i = 0; i < firstRules.failures - 1; i++) {
      lock = afterFailure(lock, now)
      expect(isLocked(lock, now)).toBe(false)
    }
    lock = afterFailure(lock, now)
    expect(isLocked(lock, now)).toBe(true)
    expect(minutesLeft(lock, minutes(12))).toBe(18)
    expect(isLocked(lock, minutes(30))).toBe(false)
  })

  test('after the lock ran out counting begins again', () => {
    const lock = { failures: 5, lockedUntil: minutes(-1) }
    expect(afterFailure(lock, now)).toEqual({ failures: 1, lockedUntil: null })
  })

  test('a locked account always names at least one minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_800_000 }), (left) => {
        const lock = { failures: 5, lockedUntil: new Date(now.getTime() + left) }
        expect(minutesLeft(lock, now)).toBeGreaterThanOrEqual(1)
        expect(minutesLeft(lock, now)).toBeLessThanOrEqual(30)
      }),
    )
  })
})

test.each([
  ['kjj-zhang', true],
  ['张三', true],
  ['a', false],
  ['a b', false],
  ["x'; --", false],
])('username %s: %s', (name, good) => expect(Username.safeParse(name).success).toBe(good))

describe('sessions', () => {
  test('half an hour without a request ends one, and twelve hours end any', () => {
    const at = (began: number, seen: number) => ({ beganAt: minutes(began), seenAt: minutes(seen) })
    expect(isSessionOver(at(-40, -30), firstRules, now)).toBe(false)
    expect(isSessionOver(at(-40, -31), firstRules, now)).toBe(true)
    expect(isSessionOver(at(-721, -1), firstRules, now)).toBe(true)
    expect(isSessionOver(at(-721, -1), { ...firstRules, maxHours: 13 }, now)).toBe(false)
  })
})

describe('three administrations', () => {
  const held = [
    { userId: '1', name: '贺安澜', username: 'admin', role: 'administrator' as const },
    { userId: '2', name: '林若溪', username: 'office', role: 'office' as const },
    { userId: '2', name: '林若溪', username: 'office', role: 'reviewer' as const },
  ]
  test.each([
    ['9', '贺安澜', 'securityAdministrator', 'admin'],
    ['9', '贺安澜', 'administrator', undefined],
    ['9', '贺安澜', 'office', 'admin'],
    ['1', '改了名', 'office', 'admin'],
    ['9', '林若溪', 'auditAdministrator', 'office'],
    ['2', '林若溪', 'agencyHead', undefined],
    ['9', '他人', 'auditAdministrator', undefined],
  ] as const)('account %s, %s, as %s', (userId, name, role, other) =>
    expect(findConflict({ userId, name, role }, held)?.username).toBe(other),
  )

  test('nobody decides about their own account or their own question', () => {
    expect(isPartyTo({ userId: '1', askedById: '2' }, '1')).toBe(true)
    expect(isPartyTo({ userId: '1', askedById: '2' }, '2')).toBe(true)
    expect(isPartyTo({ userId: '1', askedById: '2' }, '3')).toBe(false)
  })
})

describe('second factor', () => {
  test('base 32 as in RFC 4648 section 10', () => {
    const text = (word: string) => toBase32(new TextEncoder().encode(word))
    expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map(text)).toEqual(
      ['MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'],
    ) // biome-ignore format: a table
  })

  test('a clock half a minute off is taken', () => expect(stepsTaken(new Date(59_000))).toEqual([1, 0, 2]))
})
