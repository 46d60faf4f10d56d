import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { CompileJob } from './compile-job.ts'
import { compileAll } from './compile-threads.ts'
import { outputNames } from './output-names.ts'
import { progressBar } from './progress-bar.ts'
import { formats } from './render-plan.ts'
import type { Command, Terminal } from './terminal.ts'
import { oneOf, parse, say, UsageError } from './usage.ts'

const options = {
  format: { type: 'string', default: 'json' },
  out: { type: 'string' },
  today: { type: 'string' },
  quiet: { type: 'boolean', short: 'q', default: false },
} as const

/** `guatu compile FILE… [--format json|xlsx|md] [--out DIR]` */
export const compile: Command = async (args, terminal) => {
  const { values, positionals } = parse({ args, options, allowPositionals: true }, terminal)
  const format = oneOf(values.format, formats, { option: '--format', terminal })
  if (positionals.length === 0) {
    throw new UsageError(
      say(
        terminal.language,
        '请写出要编译的文件。例如：guatu compile 方案.docx',
        'name the files to compile, e.g. guatu compile plan.docx',
      ),
    )
  }
  if (format === 'xlsx' && values.out === undefined) {
    throw new UsageError(
      say(terminal.language, 'xlsx 不能写到标准输出，请用 --out 写出目录。例如：--out 表格', 'xlsx needs --out DIR'),
    )
  }
  const today = dayOf(values.today, terminal)
  if (values.out !== undefined) await makeFolder(values.out, terminal)
  const jobs = await listJobs(positionals, { format, today, out: values.out, terminal })
  const bar = progressBar(jobs.length, terminal)
  let unread = 0
  await compileAll(jobs, (result) => {
    if (!result.isRead) unread++
    if (result.output !== null) terminal.out(result.output)
    bar.step(values.quiet && result.isRead ? [] : result.lines)
  })
  bar.end()
  return unread === 0 ? 0 : 1
}

function dayOf(given: string | undefined, terminal: Terminal): string {
  if (given === undefined) return terminal.today
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(given) ? Date.parse(`${given}T00:00:00Z`) : Number.NaN
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(given)) return given
  throw new UsageError(
    say(
      terminal.language,
      `--today 应为日期，例如 2026-11-22，现在是“${given}”。`,
      `--today must be a day such as 2026-11-22, not "${given}"`,
    ),
  )
}

async function makeFolder(folder: string, terminal: Terminal): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch {
    throw new UsageError(
      say(
        terminal.language,
        `不能建立目录“${folder}”：请换一个目录，或检查权限。`,
        `cannot make the folder "${folder}"`,
      ),
    )
  }
}

interface Wanted extends Pick<CompileJob, 'format' | 'today'> {
  out: string | undefined
  terminal: Terminal
}

const isInput = (file: string) => file === '-'

async function listJobs(files: readonly string[], { out, terminal, ...wanted }: Wanted): Promise<CompileJob[]> {
  if (files.filter(isInput).length > 1) {
    throw new UsageError(
      say(terminal.language, '“-”（标准输入）只能写一次。', '"-" (standard input) may be given once'),
    )
  }
  const shown = files.map((file) => (isInput(file) ? 'stdin' : file))
  const names = outputNames(shown, wanted.format)
  const input = files.some(isInput) ? await buffer(terminal.stdin) : null
  return files.map((file, i) => ({
    ...wanted,
    name: shown[i] ?? file,
    from: isInput(file) && input !== null ? new Uint8Array(input) : file,
    out: out === undefined ? null : join(out, names[i] ?? ''),
  }))
}
