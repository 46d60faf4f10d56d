/**
 * Password rules after GB/T 22239-2019 8.1.4.1 a: complexity and periodic change. The standard names no figures;
 * those here are the usual ones of third-level assessments.
 */
export const passwordRules = { minLength: 10, classes: 3, remembered: 5, maxAgeDays: 90 } as const

const classes: readonly RegExp[] = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]

/** Why a password cannot be taken; empty when it can. */
export function weaknesses(password: string, person: { username: string; name: string }): string[] {
  const reasons: string[] = []
  if (password.length < passwordRules.minLength) reasons.push(`至少 ${passwordRules.minLength} 个字符`)
  if (password.length > 128) reasons.push('不超过 128 个字符')
  if (classes.filter((kind) => kind.test(password)).length < passwordRules.classes) {
    reasons.push('大写字母、小写字母、数字、符号至少用三种')
  }
  const lower = password.toLowerCase()
  if (lower.includes(person.username) || lower.includes(person.name.toLowerCase())) reasons.push('不能包含用户名或姓名')
  if (/(.)\1{3}/u.test(password)) reasons.push('同一字符不能连用四次')
  return reasons
}

const dayLength = 24 * 60 * 60 * 1000

/** Whether a password has to be changed before anything else is done. */
export const isPasswordExpired = (changedAt: Date, now: Date): boolean =>
  now.getTime() - changedAt.getTime() > passwordRules.maxAgeDays * dayLength
