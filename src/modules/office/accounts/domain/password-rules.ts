import { type AccountRules, firstRules } from './account-rules.ts'

const classes: readonly RegExp[] = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]

const classWords: Record<number, string> = { 2: '两', 3: '三', 4: '四' }

/** `大写字母、小写字母、数字、符号至少用三种` */
export const classesSentence = (rules: AccountRules): string =>
  `大写字母、小写字母、数字、符号至少用${classWords[rules.classes] ?? rules.classes}种`

/** Words that lists of leaked passwords begin with, in letters alone; Chinese ones in pinyin. */
const commonWords = [
  'password', 'passwd', 'passw', 'administrator', 'admin', 'root', 'test', 'guest', 'user', 'login', 'welcome', 'hello', 'letmein', 'iloveyou',
  'secret', 'master', 'default', 'changeme', 'system', 'server', 'huawei', 'lenovo', 'windows', 'office', 'china', 'zhongguo', 'beijing', 'woaini',
  'wodemima', 'mima', 'nihao', 'guanliyuan', 'xitong', 'guatu', 'demo', 'abcdefg', 'abcdef', 'abcde', 'abcd', 'abc', 'qwertyuiop', 'qwerty', 'qwert',
  'qwer', 'asdfghjkl', 'asdfgh', 'asdf', 'zxcvbnm', 'zxcvbn', 'zxcv', 'qaz', 'wsx', 'edc', 'aaa', 'xyz', 'ceshi',
] // biome-ignore format: a list

const lookalikes: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** What of a text no list of common words explains: the letters left when words have been taken out. */
const unexplained = (text: string): string =>
  commonWords.reduce((left, word) => left.replaceAll(word, ''), text).replaceAll(/[^\p{L}]/gu, '')

/** Common words written with digits and symbols for letters, with years and rows of digits around them, are guessed first. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase()
  const spelled = lower.replaceAll(/[013457@$!]/g, (letter) => lookalikes[letter] ?? letter)
  return Math.min(unexplained(lower).length, unexplained(spelled).length) < 3
}

/** Why a password cannot be taken; empty when it can. */
export function weaknesses(password: string, person: { username: string; name: string }, rules = firstRules): string[] {
  const reasons: string[] = []
  if (password.length < rules.minLength) reasons.push(`至少 ${rules.minLength} 个字符`)
  if (password.length > 128) reasons.push('不超过 128 个字符')
  if (classes.filter((kind) => kind.test(password)).length < rules.classes) reasons.push(classesSentence(rules))
  const lower = password.toLowerCase()
  if (lower.includes(person.username) || lower.includes(person.name.toLowerCase())) reasons.push('不能包含用户名或姓名')
  if (/(.)\1{3}/u.test(password)) reasons.push('同一字符不能连用四次')
  if (isCommon(password)) reasons.push('太常见，容易被猜中，请换成几个不相干的词')
  return reasons
}

const dayLength = 24 * 60 * 60 * 1000

/** Whether a password has to be changed before anything else is done. */
export const isPasswordExpired = (changedAt: Date, now: Date, rules = firstRules): boolean =>
  now.getTime() - changedAt.getTime() > rules.maxAgeDays * dayLength
