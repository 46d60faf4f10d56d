export type Language = 'zh' | 'en'

/**
 * The language of help and usage: `--lang` where it is given, else the locale of the environment. A locale that names
 * no language (C, POSIX, none) gives Chinese, the language of the product.
 */
export function languageOf(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const asked = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  const locale = asked ?? environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG ?? ''
  return /^en/iu.test(locale) ? 'en' : 'zh'
}

/** The arguments without `--lang`, which every command understands. */
export function withoutLanguage(args: readonly string[]): string[] {
  return args.filter((arg, i) => arg !== '--lang' && !arg.startsWith('--lang=') && args[i - 1] !== '--lang')
}
