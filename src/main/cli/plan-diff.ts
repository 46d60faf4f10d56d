import { readFile } from 'node:fs/promises'
import { CompiledPlan } from '#compiler/compiled-plan.ts'
import { Refusal } from '#kernel/errors.ts'
import { jsonIn } from '#kernel/json.ts'
import { diffPlans } from '#modules/programme/plans/domain/diff-plans.ts'
import { formatOrigin } from '#modules/programme/plans/domain/labels.data.ts'
import { renderDiffMarkdown } from '#modules/programme/plans/domain/tables/render-diff.ts'
import { compileDocument } from './compile-document.ts'
import { diagnosticLines, refusalLine } from './diagnostic-lines.ts'
import type { Command, Terminal } from './terminal.ts'
import { oneOf, parse, say, UsageError } from './usage.ts'

const options = { format: { type: 'string', default: 'md' } } as const

/** `guatu plan diff A B [--format md|json]`; A and B are documents or plans already compiled. */
export const planDiff: Command = async (args, terminal) => {
  const { values, positionals } = parse({ args, options, allowPositionals: true }, terminal)
  const format = oneOf(values.format, ['md', 'json'], { option: '--format', terminal })
  const [a, b, ...more] = positionals
  if (a === undefined || b === undefined || more.length > 0) {
    throw new UsageError(
      say(
        terminal.language,
        '请写出旧版和新版两个文件。例如：guatu plan diff 旧.docx 新.docx',
        'name two files, the older and the newer',
      ),
    )
  }
  const [before, after] = [await load(a, terminal), await load(b, terminal)]
  if (before === null || after === null) return 1
  const diff = diffPlans(before, after)
  terminal.out(
    format === 'json'
      ? `${JSON.stringify(diff)}\n`
      : renderDiffMarkdown(diff, { before: title(before), after: title(after) }),
  )
  return 0
}

const title = ({ document }: CompiledPlan) =>
  [document.title, formatOrigin(document)].filter((part) => part !== '').join(' · ')

async function load(file: string, terminal: Terminal): Promise<CompiledPlan | null> {
  try {
    const bytes = await readFile(file)
    const compiled = /\.json$/iu.test(file) ? compiledPlan(bytes) : undefined
    if (compiled) return compiled
    const document = await compileDocument({ name: file, bytes, today: terminal.today })
    for (const line of diagnosticLines(file, { ...document, plan: { ...document.plan, diagnostics: [] } }))
      terminal.err(`${line}\n`)
    return document.plan
  } catch (error) {
    if (error instanceof Refusal) terminal.err(`${refusalLine(file, error.code, error.message)}\n`)
    else if (error instanceof Error && 'code' in error)
      terminal.err(`${refusalLine(file, 'cli.unread', '打不开这个文件，请核对路径和权限。')}\n`)
    else throw error
    return null
  }
}

/** Other JSON (a page's interface) is a document to read, not a plan. */
const compiledPlan = (bytes: Uint8Array): CompiledPlan | undefined =>
  CompiledPlan.safeParse(jsonIn(new TextDecoder().decode(bytes))).data
