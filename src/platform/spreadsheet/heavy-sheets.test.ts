import { expect, test, vi } from 'vitest'
import { Refusal } from '#kernel/errors.ts'
import { watchLoop } from '#platform/threads/loop-goes-on.fixture.ts'
import { declareSize, heavySheet } from './heavy-sheet.fixture.ts'
import type { SheetReading } from './read-rows.ts'
import { prepareSheet, readSheet } from './read-sheet.ts'

vi.setConfig({ testTimeout: 90_000 })

const residentMegabytes = (): number => process.memoryUsage().rss / 1024 / 1024

/** Reads on a thread; what the whole process held more at most, and what share of the time its own loop stood still. */
async function watched(bytes: Uint8Array, firstRows?: number) {
  const before = residentMegabytes()
  let most = before
  const look = setInterval(() => (most = Math.max(most, residentMegabytes())), 20)
  const read = (): Promise<SheetReading | string> =>
    readSheet(bytes, firstRows).catch((error: unknown) => (error instanceof Refusal ? error.code : String(error)))
  const { result: outcome, stoodStill } = await watchLoop(read)
  clearInterval(look)
  return { outcome, megabytes: most - before, stoodStill }
}

function* times<T>(count: number, make: (n: number) => T): Generator<T> {
  for (let n = 0; n < count; n += 1) yield make(n)
}

/** Digits that look drawn but are the same in every run; they keep the file as large on the disk as real ones do. */
const scattered = (n: number): string => String((n * 2_654_435_761) % 4_294_967_296)
const text = (n: number) => `新建改造农村公路${scattered(n)}县交通运输局${scattered(n * 7 + 1)}`
const sharedRow = (n: number) =>
  `<row r="${n + 1}">${[...times(50, (c) => `<c t="s"><v>${(n * 31 + c * 7) % 1000}</v></c>`)].join('')}</row>`
const inlineRow = (n: number) =>
  `<row r="${n + 1}">${[...times(40, (c) => `<c t="inlineStr"><is><t>${text(n * 40 + c)}</t></is></c>`)].join('')}</row>`
const shared = (count: number) => times(count, (n) => `<si><t>${text(n)}</t></si>`)

const heavy: [name: string, make: () => Promise<Buffer>, megabytes: number, whole: string, first: number | string][] = [
  ['rows of shared texts', () => heavySheet(times(250_000, sharedRow), shared(1000)), 1, 'spreadsheet.tooManyCharacters', 200],
  ['rows that hold their texts', () => heavySheet(times(32_000, inlineRow)), 15, 'spreadsheet.tooManyCharacters', 200],
  ['millions of shared texts', () => heavySheet(times(1000, sharedRow), shared(1_300_000)), 15, 'spreadsheet.tooManyCharacters', 'spreadsheet.tooManyCharacters'],
  ['empty rows', () => heavySheet(times(400_000, (n) => `<row r="${n + 1}"><c/><c s="${scattered(n)}"/></row>`)), 1, 'spreadsheet.empty', 'spreadsheet.empty'],
  ['rows of one cell at the far right', () => heavySheet(times(50_000, (n) => `<row><c r="XFD${n + 1}"><v>1</v></c></row>`)), 0, 'spreadsheet.tooManyPlaces', 'spreadsheet.tooManyPlaces'],
] // biome-ignore format: a table

test.each(heavy)(
  'a valid file with %s is read or refused in little memory',
  async (_, make, megabytes, whole, first) => {
    const file = await make()
    expect(file.length / 1024 / 1024).toBeGreaterThan(megabytes)
    const all = await watched(file)
    expect(all.outcome).toBe(whole)
    const preview = await watched(file, 200)
    expect(typeof preview.outcome === 'string' ? preview.outcome : preview.outcome.count).toBe(first)
    expect(Math.max(all.megabytes, preview.megabytes)).toBeLessThan(700)
    expect(all.stoodStill).toBeLessThan(0.4)
  },
)

test('the most a sheet may hold comes over without a pause', async () => {
  const row = (n: number) =>
    `<row>${[...times(6, (c) => `<c t="inlineStr"><is><t>农村公路${scattered(n * 6 + c)}</t></is></c>`)].join('')}</row>`
  const { outcome, stoodStill } = await watched(await heavySheet(times(49_900, row)))
  expect(outcome).toMatchObject({ count: 49_900 })
  expect(stoodStill).toBeLessThan(200)
})

test('an archive that unfolds to gigabytes is refused, whether it says so or lies', async () => {
  const part = 'xl/worksheets/sheet1.xml'
  const blank = ' '.repeat(1_000_000)
  const bomb = await heavySheet(times(1200, () => blank))
  for (const first of [undefined, 200]) {
    expect(await watched(bomb, first)).toMatchObject({ outcome: 'reading.zipBomb' })
    for (const said of [0, 1000, 8_000_000]) {
      const lied = await watched(declareSize(bomb, part, said), first)
      expect(lied.outcome).toBe('spreadsheet.torn')
      expect(lied.megabytes).toBeLessThan(300)
    }
  }
})

test('an import takes as many rows as can be compared while others wait', async () => {
  const bytes = await heavySheet(times(2001, sharedRow), shared(1000))
  await expect(prepareSheet({ file: { bytes } })).rejects.toMatchObject({ code: 'spreadsheet.tooManyRows' })
})
