import { z } from 'zod'
import { jsonIn } from '#kernel/json.ts'
import { type AuditEntry, checkLink, genesisHash } from './chain.ts'
import { type Comparison, compareHead, type StatedHead } from './head.ts'
import { formatEnd, makeEnd, TrailEnd } from './trail-end.ts'

const Entry = z.object({
  divisionCode: z.string(),
  sequence: z.int(),
  at: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  role: z.string(),
  operation: z.string(),
  title: z.string(),
  outcome: z.enum(['done', 'refused', 'failed']),
  subject: z.string(),
  detail: z.string(),
  party: z
    .string()
    .optional()
    .transform((party) => party ?? null),
  previousHash: z.string(),
  hash: z.string(),
})

/** One entry a line, JSON with the fields in one fixed order, so that a line has one spelling only; what is null is left out. */
export function formatEntry(entry: AuditEntry): string {
  const ordered = Object.keys(Entry.shape).map((key) => [key, entry[key as keyof AuditEntry] ?? undefined])
  return `${JSON.stringify(Object.fromEntries(ordered))}\n`
}

/** The lines of an exported trail: the entries, then one that says where it ends. */
export async function* trailLines(
  chain: AsyncIterable<AuditEntry> | Iterable<AuditEntry>,
  { divisionCode, now }: { divisionCode: string; now: Date },
): AsyncGenerator<string> {
  let [entries, hash] = [0, genesisHash]
  for await (const entry of chain) {
    yield formatEntry(entry)
    ;[entries, hash] = [entry.sequence, entry.hash]
  }
  yield formatEnd(makeEnd({ divisionCode, entries, hash, exportedAt: now.toISOString() }))
}

export async function writeTrail(
  chain: AsyncIterable<AuditEntry> | Iterable<AuditEntry>,
  of: { divisionCode: string; now: Date },
): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const line of trailLines(chain, of)) parts.push(Buffer.from(line))
  return Buffer.concat(parts)
}

export interface TrailVerdict {
  entries: number
  /** The last entry that was sound; null when there is none. */
  last: Pick<AuditEntry, 'sequence' | 'hash' | 'at'> | null
  /** What the file says of its own end; null when it was cut, or written before exports had an end. */
  end: TrailEnd | null
  /** Where the file first departs from what was written: the byte, the line, and why. */
  fault: { byte: number; line: number; message: string } | null
  /** The head that was asked about; null when none was. */
  comparison: Comparison | null
}

/**
 * Checks an exported trail without a database. Every byte counts: a line must be spelled exactly as it is written.
 * @param stated a head somebody holds, to be looked for on the way
 */
export function verifyTrail(bytes: Uint8Array, stated?: StatedHead): TrailVerdict {
  let previous: AuditEntry | undefined
  let end: TrailEnd | null = null
  let found: string | undefined
  let [start, line] = [0, 0]
  const verdict = (fault: TrailVerdict['fault']): TrailVerdict => ({
    entries: previous?.sequence ?? 0,
    last: previous ?? null,
    end,
    fault,
    comparison: stated ? compareHead(stated, found) : null,
  })
  while (start < bytes.length) {
    const newline = bytes.indexOf(10, start)
    const next = newline < 0 ? bytes.length : newline + 1
    const text = Buffer.from(bytes.subarray(start, next)).toString('utf8')
    line++
    const entry = readLine(text, Entry, formatEntry)
    const said = readLine(text, TrailEnd, formatEnd)
    const message = end ? '结尾之后还有内容：有字节被插入。' : faultOf({ entry, said }, previous, line)
    if (message) return verdict({ byte: start + firstDifference(text, entry ?? said), line, message })
    if (entry?.sequence === stated?.sequence) found = entry?.hash
    if (said) end = said
    else previous = entry
    start = next
  }
  return verdict(null)
}

interface Read {
  entry: AuditEntry | undefined
  said: TrailEnd | undefined
}

function faultOf({ entry, said }: Read, previous: AuditEntry | undefined, line: number): string | undefined {
  if (entry) return checkLink(entry, previous)?.message
  if (!said) return `第 ${line} 行不是原样的审计记录：有字节被改动、截断或插入。`
  if (makeEnd(said).sm3 !== said.sm3) return '结尾一行被改动过。'
  const count = previous?.sequence ?? 0
  if (said.entries !== count) return `结尾写明共 ${said.entries} 条，实际 ${count} 条：有记录被删除。`
  const isOwn =
    said.hash === (previous?.hash ?? genesisHash) && (previous?.divisionCode ?? said.divisionCode) === said.divisionCode
  return isOwn ? undefined : '结尾所记的末条指纹与末条不符：记录或结尾被换过。'
}

function readLine<T>(line: string, schema: z.ZodType<T>, spell: (read: T) => string): T | undefined {
  const parsed = schema.safeParse(jsonIn(line))
  return parsed.success && spell(parsed.data) === line ? parsed.data : undefined
}

/** Within a line whose fields all read well the hash cannot say which byte it was; then the line's first byte stands for it. */
function firstDifference(line: string, read: unknown): number {
  if (read) return 0
  const damaged = line.indexOf('\uFFFD')
  // A first byte that was altered leaves a sound character of its own and shows damage only in the next one.
  return damaged <= 0 ? 0 : Buffer.byteLength(line.slice(0, damaged - 1))
}
