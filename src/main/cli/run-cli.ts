import { Refusal } from '#kernel/errors.ts'
import { sentenceOf } from '#platform/operation/fault-sentences.ts'
import { productVersion } from '../version.ts'
import { compile } from './compile.ts'
import { help } from './help.data.ts'
import { languageOf, withoutLanguage } from './language.ts'
import type { Command, Terminal } from './terminal.ts'
import { say, UsageError } from './usage.ts'

const commands: Record<string, Command> = {
  compile,
  'plan diff': async (args, terminal) => (await import('./plan-diff.ts')).planDiff(args, terminal),
  'audit verify': async (args, terminal) => (await import('./audit-verify.ts')).auditVerify(args, terminal),
  'backup verify': async (args, terminal) => (await import('./backup-verify.ts')).backupVerify(args, terminal),
  backup: async (args, terminal) => (await import('./backup.ts')).backup(args, terminal),
  restore: async (args, terminal) => (await import('./restore.ts')).restore(args, terminal),
  doctor: async (args, terminal) => (await import('./doctor.ts')).doctor(args, terminal),
  'user add': async (args, terminal) => (await import('./user-add.ts')).userAdd(args, terminal),
}

/** Runs one command line and gives its exit code. */
export async function runCli(argv: readonly string[], outside: Omit<Terminal, 'language'>): Promise<number> {
  const terminal = { ...outside, language: languageOf(argv, outside.environment) }
  const args = withoutLanguage(argv)
  if (args.length === 0 || args.includes('--help') || args.includes('-h') || args[0] === 'help') {
    const isAsked = args.length > 0
    ;(isAsked ? terminal.out : terminal.err)(help[terminal.language])
    return isAsked ? 0 : 2
  }
  if (args[0] === '--version' || args[0] === '-v') {
    terminal.out(`guatu ${productVersion()}\n`)
    return 0
  }
  try {
    const [command, rest] = find(args, terminal)
    return await command(rest, terminal)
  } catch (error) {
    const told = error instanceof UsageError || error instanceof Refusal ? error : sentenceOf(error)
    if (!told) throw error
    terminal.err(`guatu: ${told.message}\n`)
    return told instanceof UsageError ? 2 : 1
  }
}

/** A command is one word or two. */
function find(args: string[], terminal: Terminal): [Command, string[]] {
  for (const words of [2, 1]) {
    const command = commands[args.slice(0, words).join(' ')]
    if (command) return [command, args.slice(words)]
  }
  const known = Object.keys(commands).join(say(terminal.language, '、', ', '))
  throw new UsageError(
    say(
      terminal.language,
      `没有“${args[0] ?? ''}”这个命令。可用的命令：${known}。请看 guatu --help。`,
      `no command "${args[0] ?? ''}"; there are: ${known}; see guatu --help`,
    ),
  )
}
