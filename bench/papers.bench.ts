import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { compilePlan } from '#compiler/plan/compile-plan.ts'
import { compileDocument } from '#main/cli/compile-document.ts'
import { diffPlans } from '#modules/programme/plans/domain/diff-plans.ts'
import { diffFieldTitles, type ItemChange } from '#modules/programme/plans/domain/plan-diff.ts'
import { randomOf } from '../test/scope/hostile-input.ts'
import { photograph } from './papers/photo.ts'
import { writeDocx } from './papers/write-docx.ts'
import { type Picture, pdfOf, pictureOf, type Spoiling, scanOf } from './recognition/scans.ts'
import { table } from './table.ts'

/**
 * One paper four ways: a plan as a Word file, its print, scans of the print and photographs of it, each compiled. Wanted
 * are the same tasks, owners and figures; where they are not, something must be told at the place.
 * `npm run bench papers -- PLAN.txt …` takes other plans; without, the sample county's with its tasks as a table.
 * `--ways print,photo` makes these alone, `--keep FOLDER` keeps the papers and what was read of them.
 */
const { values, positionals } = parseArgs({
  options: { ways: { type: 'string', default: 'print,clean,skewed,sealed,faxed,photo' }, keep: { type: 'string' } },
  allowPositionals: true,
})
const today = '2026-03-02'
const plans = positionals.length > 0 ? positionals : [join(import.meta.dirname, '../seed/sample-plan.txt')]
const folder = mkdtempSync(join(tmpdir(), 'guatu-papers-'))

interface Compiled {
  plan: CompiledPlan
  pages: number
  /** Stretches of the text at which something is told. */
  told: (readonly [number, number])[]
}

async function compiled(name: string, bytes: Uint8Array): Promise<Compiled> {
  const { plan, notices, pages } = await compileDocument({ name, bytes, today })
  if (values.keep !== undefined) {
    writeFileSync(join(values.keep, name), bytes)
    writeFileSync(join(values.keep, `${name}.txt`), plan.source.text)
  }
  const doubts = notices.flatMap(({ kind, span }) => (span && kind.startsWith('doubtful') ? [span] : []))
  return { plan, pages: pages.length, told: [...doubts, ...plan.diagnostics.map(({ span }) => span)] }
}

function print(docx: Uint8Array): Uint8Array {
  const from = join(folder, 'paper.docx')
  writeFileSync(from, docx)
  const profile = `-env:UserInstallation=file://${folder}/office`
  const done = spawnSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, from])
  if (done.status !== 0) throw new Error('no soffice here to print with')
  return new Uint8Array(readFileSync(join(folder, 'paper.pdf')))
}

/** The print as pictures, page by page, as each needs 23 MB while it is made. */
async function pictured(pdf: Uint8Array, pages: number, how: string): Promise<Uint8Array> {
  const random = randomOf(7)
  const pictures: Picture[] = []
  for (let page = 1; page <= pages; page += 1) {
    const sheet = await scanOf(pdf, page, how === 'photo' ? 'clean' : (how as Spoiling), random)
    pictures.push(how === 'photo' ? photograph(sheet, random) : pictureOf(sheet))
  }
  return pdfOf(pictures)
}

interface Difference {
  said: string
  isTold: boolean
}

function differences(word: CompiledPlan, paper: Compiled): Difference[] {
  const { tasks, targets } = diffPlans(word, paper.plan)
  return [...tasks, ...targets]
    .filter(({ kind, changes }) => kind !== 'changed' || changes.some(({ field }) => field !== 'text'))
    .map((one) => ({ said: saying(one), isTold: isTold(one, paper) }))
}

const saying = ({ kind, before, after, changes }: ItemChange): string => {
  const fields = changes.map(
    ({ field, before: was, after: is }) => `${diffFieldTitles[field]} ${was.slice(0, 60)} → ${is.slice(0, 60)}`,
  )
  return `${kind} ${(before ?? after)?.title.slice(0, 30)}: ${fields.join('; ')}`
}

/** Of what was lost the place is where it would stand: no doubt of a line can tell. */
const isTold = ({ after }: ItemChange, { told }: Compiled): boolean =>
  after !== null && told.some(([start, end]) => start < after.span[1] && end > after.span[0])

const rows: string[][] = []
let silent = 0
for (const file of plans) {
  const text = readFileSync(file, 'utf8')
  const lines = text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const own = compilePlan({ file, text, mediaType: 'text/plain', encoding: 'utf-8', sha256: '', today })
  const docx = await writeDocx(lines, own)
  const word = await compiled('paper.docx', docx)
  const pdf = print(docx)
  const printed = await compiled('print.pdf', pdf)
  for (const way of values.ways.split(',')) {
    const paper = way === 'print' ? printed : await compiled(`${way}.pdf`, await pictured(pdf, printed.pages, way))
    const found = differences(word.plan, paper)
    const untold = found.filter(({ isTold }) => !isTold).length
    silent += untold
    rows.push(
      [
        `${basename(file)}, ${way}`,
        printed.pages,
        `${paper.plan.tasks.length}/${word.plan.tasks.length}`,
        `${paper.plan.targets.length}/${word.plan.targets.length}`,
        found.length,
        untold,
      ].map(String),
    )
    for (const { said, isTold } of found) console.error(`${way}${isTold ? ' (told)' : ''}: ${said}`)
  }
}
rmSync(folder, { recursive: true })
console.log(table(['paper', 'pages', 'tasks', 'targets', 'differ', 'of them untold'], rows))
process.exitCode = silent === 0 ? 0 : 1
