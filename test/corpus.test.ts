import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CompiledPlan } from '#compiler/compiled-plan.ts'
import { compilePlan } from '#compiler/plan/compile-plan.ts'

/** Labelled plans and their scorer lie beside the project where it is developed; a copy without them skips, aloud. */
const shared = join(import.meta.dirname, '../../shared')
const plans = join(shared, 'corpus/plans')
const others = join(shared, 'corpus/more')
const scorer = join(shared, 'tools/score-plans.mjs')
const hasCorpus = existsSync(plans) && existsSync(scorer)
if (!hasCorpus) console.warn(`skipped: no labelled plans at ${plans}`)

const textFiles = (folder: string): string[] =>
  hasCorpus && existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []
const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '')

/** What a plan quotes, with the place it quotes from. */
const quotes = ({ tasks, targets }: CompiledPlan): { span: readonly [number, number]; words: string }[] => [
  ...targets.map(({ clause }) => ({ span: clause.span, words: clause.text })),
  ...tasks.map(({ titleSpan, title }) => ({ span: titleSpan, words: title })),
  ...tasks.flatMap(({ leads, participants }) =>
    [...leads, ...participants].map(({ span, name }) => ({ span, words: name })),
  ),
  ...tasks.flatMap(({ due }) => (due ? [{ span: due.span, words: due.text }] : [])),
]

/** Without what a page break puts between two words. */
const joined = (text: string): string => text.replace(/# Page \d+:|\s/g, '')

/** F1 of owners, of targets found and of those with the right kind and sign; of the found, dates, accrual and names. No figure may fall below. */
const FLOORS: readonly (readonly [plans: string, labels: string, floors: Readonly<Record<string, number>>])[] = [
  ['plans', 'gold', { units: 0.99, located: 0.98, typed: 0.98, dates: 0.98, accrual: 0.98, names: 0.95 }],
  ['open', 'open', { units: 0.98, located: 0.96, typed: 0.93, dates: 0.98, accrual: 0.95, names: 0.95 }],
]

describe.skipIf(!hasCorpus).each(FLOORS)('the labelled plans: %s', (plansIn, labelsIn, floors) => {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-corpus-'))
  const source = join(shared, 'corpus', plansIn)
  let scores: Record<string, { f1: number; r: number; ok: number; all: number }>

  beforeAll(() => {
    for (const file of textFiles(source)) {
      const plan = compilePlan({ file, text: read(source, file) })
      writeFileSync(join(folder, file.replace(/\.txt$/, '.json')), JSON.stringify(plan))
    }
    const run = spawnSync(
      process.execPath,
      [scorer, '--gold', join(shared, 'corpus', labelsIn), '--plans', source, '--pred', folder, '--json'],
      { encoding: 'utf8' },
    )
    scores = JSON.parse(run.stdout)
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(Object.entries(floors))('%s at least %d', (measure, floor) =>
    expect(scores[measure]?.[['dates', 'accrual', 'names'].includes(measure) ? 'r' : 'f1']).toBeGreaterThanOrEqual(
      floor,
    ),
  )
  test('task titles', () => expect(scores.titles?.r).toBeGreaterThanOrEqual(0.97))
  test('every span points at the words it claims', () => {
    expect(scores.spans?.ok).toBe(scores.spans?.all)
    expect(scores.spans?.all).toBeGreaterThan(300)
  })
})

describe.skipIf(!existsSync(others))('documents in every layout met in the wild', () => {
  test.each(textFiles(others))('%s compiles, and every span lies inside it', (file) => {
    const text = read(others, file)
    const started = process.cpuUsage()
    const plan = CompiledPlan.parse(compilePlan({ file, text }))
    // Processor time: other work on the machine must not fail the test.
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000)
    const spans = [...plan.tasks, ...plan.sections, ...plan.diagnostics, ...plan.document.cites].map(({ span }) => span)
    expect(spans.every(([start, end]) => start <= end && end <= text.length)).toBe(true)
    expect(plan.tasks.length + plan.diagnostics.length).toBeGreaterThan(0)
    for (const { span, words } of quotes(plan)) expect(joined(text.slice(...span))).toContain(joined(words))
  })
})

/** A labelled figure: the place of its first digit in the plan's text, and the code of its indicator; null where the dictionary has none. */
interface CodeLabel {
  at: number
  code: string | null
}

const opened = join(shared, 'corpus/open')
const rowsOf = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))

/** Labels of our own for plans of the collection: `plan code places`. */
function ownLabels(): Map<string, CodeLabel[]> {
  const labels = new Map<string, CodeLabel[]>()
  for (const [plan = '', code = '', places = ''] of rowsOf(join(import.meta.dirname, 'indicator-codes.tsv'))) {
    const more = places.split(' ').map((at) => ({ at: Number(at), code: code === 'none' ? null : code }))
    labels.set(`${plan}.txt`, [...(labels.get(`${plan}.txt`) ?? []), ...more])
  }
  return labels
}

/** Labels that stand with the collection: a clause and the value in it. */
function collectedLabels(): Map<string, CodeLabel[]> {
  const [head = [], ...rows] = rowsOf(join(shared, 'corpus/gold/targets.tsv'))
  const labels = new Map<string, CodeLabel[]>()
  for (const row of rows) {
    const cell = (key: string) => (row[head.indexOf(key)] ?? '').replaceAll('\\n', '\n')
    if (cell('tier') !== 'A') continue
    const file = cell('file')
    const known = labels.get(file) ?? []
    const text = read(plans, file)
    const clauseAt = text.indexOf(cell('clause'))
    const near = text.indexOf(cell('indicator_text'), clauseAt)
    const figure = new RegExp(`(?<![\\d.])${cell('value').replace('.', '\\.')}(?![\\d.])`, 'g')
    const [at] = [...text.slice(clauseAt, clauseAt + cell('clause').length).matchAll(figure)]
      .map((hit) => clauseAt + hit.index)
      .filter((place) => known.every((label) => label.at !== place))
      .sort((a, b) => Math.abs(a - near) - Math.abs(b - near))
    if (at !== undefined) labels.set(file, [...known, { at, code: cell('indicator_code') }])
  }
  return labels
}

/** How many codes of labelled figures are right, and how many of those owed are given. */
function scoreCodes(folder: string, labels: ReadonlyMap<string, readonly CodeLabel[]>) {
  let [given, owed, right] = [0, 0, 0]
  const wrong: string[] = []
  for (const [file, figures] of labels) {
    const { targets } = compilePlan({ file, text: read(folder, file) })
    for (const { at, code } of figures) {
      const found = targets.find(({ valueSpan: [start, end] }) => start <= at && at < end)?.indicator.code ?? null
      if (code !== null) owed += 1
      if (found === null) continue
      given += 1
      if (found === code) right += 1
      else wrong.push(`${file} ${at}: ${found}, not ${code}`)
    }
  }
  return { precision: right / given, recall: right / owed, wrong }
}

describe.skipIf(!hasCorpus || !existsSync(opened))('codes of indicators', () => {
  test.each([
    ['the labelled plans', plans, collectedLabels, 0.9],
    ['plans labelled beside this test', opened, ownLabels, 0.9],
  ] as const)('%s', (name, folder, labels, least) => {
    const { precision, recall, wrong } = scoreCodes(folder, labels())
    console.info(`codes of ${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`)
    expect({ wrong, precise: precision >= 0.97 }).toMatchObject({ precise: true })
    expect(recall).toBeGreaterThanOrEqual(least)
  })
})
