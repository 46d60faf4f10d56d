import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { compilePlan } from '#compiler/plan/compile-plan.ts'
import { readDocument } from '#platform/reading/read-document.ts'
import { taskRows, writeDocx } from './papers/write-docx.ts'
import { printSample } from './recognition/print.ts'
import { bare, exactness } from './recognition/truth.ts'
import { median, table } from './table.ts'

/**
 * Readers beside their peers on the same files: a Word file, whose numbers Word makes and whose tasks stand in a table with
 * merged cells, beside mammoth; a print beside pdftotext (poppler-utils), where it is installed. `exact` are characters,
 * blanks aside, in the order of the paper; `rows` are rows of tables that came out whole on a line of their own.
 */
const plan = readFileSync(join(import.meta.dirname, '../seed/sample-plan.txt'), 'utf8')
const lines = plan
  .split('\n')
  .map((one) => one.trim())
  .filter((one) => one !== '')
const repeats = 7

interface Outcome {
  text: string
  milliseconds: number
}

async function timed(read: () => Promise<string>): Promise<Outcome> {
  const times: number[] = []
  let text = await read()
  for (let i = 0; i < repeats; i += 1) {
    const start = performance.now()
    text = await read()
    times.push(performance.now() - start)
  }
  return { text, milliseconds: median(times) }
}

/** Rows by what their cells say, one line each. */
const rowsIn = (text: string, rows: readonly string[]): number => {
  const whole = new Set(text.split('\n').map(bare))
  return rows.filter((row) => whole.has(bare(row))).length
}

const found: string[][] = []
function add(
  name: string,
  truth: { body: string; rows: string[] },
  pair: { ours: Outcome; peer: Outcome | null; peerName: string },
): void {
  const { ours, peer, peerName } = pair
  for (const [who, outcome] of [
    ['guatu', ours],
    [peerName, peer],
  ] as const) {
    if (outcome === null) found.push([`${name}, ${who}`, 'not installed', '', '', ''])
    else {
      const body = bare(outcome.text).slice(0, bare(truth.body).length + 50)
      found.push([
        `${name}, ${who}`,
        `${(exactness(truth.body, body.slice(0, bare(truth.body).length)) * 100).toFixed(2)} %`,
        `${rowsIn(outcome.text, truth.rows)}/${truth.rows.length}`,
        outcome.milliseconds.toFixed(1),
        peer ? (outcome.milliseconds / peer.milliseconds).toFixed(2) : '',
      ])
    }
  }
}

const own = compilePlan({ file: 'plan', text: plan, today: null })
const docx = await writeDocx(lines, own)
const wordRows = taskRows(own).map((row) => row.join(''))
add(
  'Word file',
  { body: lines.slice(0, 40).join(''), rows: wordRows },
  {
    ours: await timed(async () => (await readDocument({ name: 'a.docx', bytes: docx })).text),
    peer: await timed(async () => (await mammoth.extractRawText({ buffer: docx })).value),
    peerName: 'mammoth',
  },
)

const { bytes, body, rows } = await printSample(process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium')
const folder = mkdtempSync(join(tmpdir(), 'guatu-reading-'))
const file = join(folder, 'print.pdf')
writeFileSync(file, bytes)
const isThere = spawnSync('pdftotext', ['-v']).status === 0
add(
  'print',
  { body: body.join(''), rows: rows.map((row) => row.join('')) },
  {
    ours: await timed(async () => (await readDocument({ name: 'a.pdf', bytes })).text),
    peer: isThere
      ? await timed(
          async () => spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' }).stdout,
        )
      : null,
    peerName: 'pdftotext',
  },
)
rmSync(folder, { recursive: true })
console.log(table(['file, reader', 'exact', 'rows', 'ms', 'of the peer’s time'], found))
process.exitCode = found.some(([name = '', exact = '']) => name.endsWith('guatu') && Number.parseFloat(exact) < 99.9)
  ? 1
  : 0
