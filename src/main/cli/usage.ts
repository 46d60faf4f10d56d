import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Language } from './language.ts'
import type { Terminal } from './terminal.ts'

/** Wrong usage: the sentence goes to standard error and the exit code is 2. */
export class UsageError extends Error {}

/** A sentence in both languages. */
export const say = (language: Language, zh: string, en: string): string => (language === 'zh' ? zh : en)

/** `node:util` parseArgs, with its complaints turned into usage errors. */
export function parse<T extends ParseArgsConfig>(config: T, terminal: Terminal): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const option = /'(-[^' ]*)/u.exec(error.message)?.[1] ?? ''
    throw new UsageError(
      say(
        terminal.language,
        `不认识的选项或缺少选项的值：${option}。请看 guatu --help。`,
        `unknown option or missing value: ${option}; see guatu --help`,
      ),
    )
  }
}

/** One of the words an option allows. */
export function oneOf<T extends string>(
  given: string,
  allowed: readonly T[],
  asked: { option: string; terminal: Terminal },
): T {
  const found = allowed.find((word) => word === given)
  if (found !== undefined) return found
  const words = allowed.join('|')
  throw new UsageError(
    say(
      asked.terminal.language,
      `${asked.option} 只能是 ${words}，现在是“${given}”。`,
      `${asked.option} must be ${words}, not "${given}"`,
    ),
  )
}
