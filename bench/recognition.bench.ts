import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { readDocument } from '#platform/reading/read-document.ts'
import { randomOf } from '../test/scope/hostile-input.ts'
import { printSample } from './recognition/print.ts'
import { pdfOf, pictureOf, type Spoiling, scanOf } from './recognition/scans.ts'
import { cellsOf, exactness } from './recognition/truth.ts'
import { median, table } from './table.ts'

/**
 * Recognition of scanned pages against their own print: the sample plan and a table are printed, spoilt as offices spoil
 * them, put into a PDF as pictures at 200 dots an inch, and recognised in a process of its own.
 */
const wanted = { characters: 0.98, cells: 0.97, seconds: 8, megabytes: 800 }
const path = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const ways = (process.argv[2]?.split(',') ?? ['clean', 'skewed', 'faxed', 'sealed']) as Spoiling[]

const folder = mkdtempSync(join(tmpdir(), 'guatu-recognition-'))
// As the program runs it, bundled: compiled on the way, the sources would take half as much memory again.
const built = join(import.meta.dirname, `../dist/measure-recognition.${process.pid}.mjs`)
await build({
  entryPoints: [join(import.meta.dirname, 'recognition/measure.ts')],
  outfile: built,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
})
const { bytes } = await printSample(path)
const print = await readDocument({ name: 'print.pdf', bytes })
const truths = print.pages.map(({ start, end }) => print.text.slice(start, end))
interface Result {
  text: string
  milliseconds: number
  processor: number
  doubts: [number, number][]
}
const failed: string[] = []

const rows: string[][] = []
for (const how of ways) {
  const random = randomOf(7)
  const sheets = []
  for (const i of truths.keys()) sheets.push(pictureOf(await scanOf(bytes, i + 1, how, random)))
  const file = join(folder, `${how}.pdf`)
  writeFileSync(file, pdfOf(sheets))
  sheets.length = 0
  const done = spawnSync(process.execPath, [built, file, String(truths.length)], { encoding: 'utf8', maxBuffer: 1e8 })
  if (done.status !== 0)
    throw new Error(`recognition of ${how} ended with ${done.status ?? done.signal}: ${done.stderr}`)
  const { results, megabytes } = JSON.parse(done.stdout) as {
    results: Result[]
    megabytes: number
  }
  if (process.env['GUATU_LOG'] === 'debug')
    results.forEach(({ text, milliseconds }, i) =>
      console.error(how, i + 1, milliseconds.toFixed(0), exactness(truths[i] ?? '', text).toFixed(4), '\n', text),
    )
  const isTable = (i: number) => truths[i]?.includes('\t') ?? false
  const bodies = results.filter((_, i) => !isTable(i))
  const exact = bodies.map(({ text }, i) => exactness(truths[i] ?? '', text))
  const cells = results.flatMap(({ text }, i) => (isTable(i) ? [cellsOf(truths[i] ?? '', text)] : []))
  const [right, all] = [
    cells.reduce((sum, each) => sum + each.exact, 0),
    cells.reduce((sum, each) => sum + each.all, 0),
  ]
  for (const { wrong } of cells) for (const each of wrong) console.error(how, each)
  const characters = exact.reduce((sum, each) => sum + each, 0) / exact.length
  const seconds = median(results.map(({ milliseconds }) => milliseconds / 1000))
  const processor = median(results.map((each) => each.processor / 1e6))
  const doubts = results.reduce((sum, each) => sum + each.doubts.length, 0)
  rows.push([
    how,
    `${(characters * 100).toFixed(2)} %`,
    `${right} of ${all}`,
    seconds.toFixed(1),
    processor.toFixed(1),
    megabytes.toFixed(0),
    String(doubts),
  ])
  if (
    characters < wanted.characters ||
    right < all * wanted.cells ||
    seconds > wanted.seconds ||
    megabytes > wanted.megabytes
  )
    failed.push(how)
}
console.log(
  table(
    ['pages', 'characters exact', 'cells exact', 's a page', 'processor s a page', 'MB at most', 'doubts told'],
    rows,
  ),
)
console.log('\nWanted: 98 % of characters, 97 % of cells, 8 s and 800 MB a page.')
rmSync(folder, { recursive: true })
rmSync(built)
if (failed.length > 0) process.exitCode = 1
