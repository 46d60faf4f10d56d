import { z } from 'zod'

/**
 * What the county asks of passwords and sessions, GB/T 22239-2019 8.1.4.1 a, b and d. The standard names no figures; the
 * first values are the usual ones of third-level assessments, and the security administrator may set others within the limits.
 */
export const AccountRules = z.object({
  minLength: z.int().min(8).max(32).meta({ label: '密码最少字符数' }),
  classes: z.int().min(2).max(4).meta({ label: '密码至少用几类字符（大写、小写、数字、符号）' }),
  remembered: z.int().min(1).max(24).meta({ label: '不得与最近几次用过的密码相同' }),
  maxAgeDays: z.int().min(30).max(365).meta({ label: '密码有效天数' }),
  failures: z.int().min(3).max(10).meta({ label: '连续输错几次锁定账号' }),
  lockMinutes: z.int().min(5).max(1440).meta({ label: '锁定分钟数' }),
  idleMinutes: z.int().min(5).max(120).meta({ label: '多少分钟无操作自动退出' }),
  maxHours: z.int().min(1).max(24).meta({ label: '一次登录最长小时数' }),
  singleSession: z.boolean().meta({ label: '同一账号只许一处登录' }),
  secondFactorForAdministrators: z.boolean().meta({ label: '三员登录须用动态口令' }),
})
export type AccountRules = z.infer<typeof AccountRules>

export const firstRules: AccountRules = {
  minLength: 10,
  classes: 3,
  remembered: 5,
  maxAgeDays: 90,
  failures: 5,
  lockMinutes: 30,
  idleMinutes: 30,
  maxHours: 12,
  singleSession: false,
  secondFactorForAdministrators: false,
}

interface SessionTimes {
  beganAt: Date
  seenAt: Date
}

/** Whether a session is over: nothing was asked for too long, or it began too long ago. */
export function isSessionOver({ beganAt, seenAt }: SessionTimes, rules: AccountRules, now: Date): boolean {
  const idle = now.getTime() - seenAt.getTime()
  const age = now.getTime() - beganAt.getTime()
  return idle > rules.idleMinutes * 60_000 || age > rules.maxHours * 3_600_000
}
