import { appendFile, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { jsonIn } from '#kernel/json.ts'
import type { Head } from './head.ts'

const KeptHead = z.object({ divisionCode: z.string(), sequence: z.int().min(1), hash: z.string(), at: z.string() })
export type KeptHead = z.infer<typeof KeptHead>

/** A backup was put back: what lay behind its heads is known to be gone. */
const Restored = z.object({ restoredAt: z.string(), heads: z.array(KeptHead.omit({ at: true })) })
const Line = z.union([KeptHead, Restored])
type Line = z.infer<typeof Line>

/** Lines at which the file is thinned: a year of hourly heads and more. */
const limit = 10_000

const fileOf = (dataFolder: string): string => join(dataFolder, 'audit-heads.jsonl')
const spell = (lines: readonly Line[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

async function readLines(dataFolder: string): Promise<Line[]> {
  const text = await readFile(fileOf(dataFolder), 'utf8').catch((error: Error & { code?: string }) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap(readLine)
}

/** A line a killed program left half written is no head. */
function readLine(line: string): Line[] {
  const parsed = Line.safeParse(jsonIn(line))
  return parsed.success ? [parsed.data] : []
}

/** Heads the database must still agree with; none when the file was never written. */
export async function readKeptHeads(dataFolder: string): Promise<KeptHead[]> {
  let kept: KeptHead[] = []
  for (const line of await readLines(dataFolder)) {
    if ('at' in line) kept.push(line)
    else {
      const ends = new Map(line.heads.map(({ divisionCode, sequence }) => [divisionCode, sequence]))
      kept = kept.filter(({ divisionCode, sequence }) => sequence <= (ends.get(divisionCode) ?? 0))
      kept.push(...line.heads.map((head) => ({ ...head, at: line.restoredAt })))
    }
  }
  return kept
}

/** Adds the heads that have moved on since they were last kept. The file only grows at its end until it is thinned. */
export async function keepHeads(dataFolder: string, heads: readonly Head[], now: Date): Promise<void> {
  const known = await readLines(dataFolder)
  const latest = new Map(known.flatMap((line) => ('at' in line ? [[line.divisionCode, line.hash]] : [])))
  const moved = heads.filter(({ divisionCode, hash, sequence }) => sequence > 0 && latest.get(divisionCode) !== hash)
  if (moved.length === 0) return
  await add(
    dataFolder,
    known.length,
    moved.map((head) => ({ ...head, at: now.toISOString() })),
  )
}

/** Notes that a backup was put back, so that what was lost with it is not taken for deleted. */
export const noteRestored = (dataFolder: string, heads: readonly Head[], now: Date): Promise<void> =>
  add(dataFolder, 0, [{ restoredAt: now.toISOString(), heads: heads.filter(({ sequence }) => sequence > 0) }])

async function add(dataFolder: string, known: number, lines: readonly Line[]): Promise<void> {
  const file = fileOf(dataFolder)
  // On a line of its own, whatever a killed program left before it.
  await appendFile(file, `\n${spell(lines)}`, { mode: 0o600, flush: true })
  if (known > limit) await thin(file, await readLines(dataFolder))
}

/** The younger half stays whole; of the older the first head of each month and every note of a restore. */
async function thin(file: string, lines: readonly Line[]): Promise<void> {
  const young = lines.length - limit / 2
  const seen = new Set<string>()
  const left = lines.filter((line, i) => {
    if (i >= young || !('at' in line)) return true
    const month = `${line.divisionCode} ${line.at.slice(0, 7)}`
    return !seen.has(month) && seen.add(month)
  })
  await writeFile(`${file}.new`, spell(left), { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
}
