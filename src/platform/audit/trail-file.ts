import { z } from 'zod'
import { type AuditEntry, type ChainFault, checkLink } from './chain.ts'

const Entry = z.object({
  divisionCode: z.string(), sequence: z.int(), at: z.string(), actorId: z.string(), actorName: z.string(), role: z.string(),
  operation: z.string(), title: z.string(), outcome: z.enum(['done', 'refused', 'failed']), subject: z.string(), detail: z.string(),
  previousHash: z.string(), hash: z.string(),
}) // biome-ignore format: the fields of one line

/** One entry a line, JSON with the fields in one fixed order, so that a line has one spelling only. */
export function formatEntry(entry: AuditEntry): string {
  const ordered = Object.keys(Entry.shape).map((key) => [key, entry[key as keyof AuditEntry]])
  return `${JSON.stringify(Object.fromEntries(ordered))}\n`
}

export async function writeTrail(chain: AsyncIterable<AuditEntry>): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const entry of chain) parts.push(Buffer.from(formatEntry(entry)))
  return Buffer.concat(parts)
}

export interface TrailVerdict {
  entries: number
  /** Where the file first departs from what was written: the byte, the line, and why. */
  fault: { byte: number; line: number; message: string } | null
}

/** Checks an exported trail without a database. Every byte counts: a line must be spelled exactly as it is written. */
export function verifyTrail(bytes: Uint8Array): TrailVerdict {
  let previous: AuditEntry | undefined
  let start = 0
  let count = 0
  while (start < bytes.length) {
    const newline = bytes.indexOf(10, start)
    const end = newline < 0 ? bytes.length : newline + 1
    const line = Buffer.from(bytes.subarray(start, end)).toString('utf8')
    const entry = readEntry(line)
    const fault = entry ? checkLink(entry, previous) : unreadable(count + 1)
    if (fault)
      return {
        entries: count,
        fault: { byte: start + firstDifference(line, entry), line: count + 1, message: fault.message },
      }
    previous = entry
    count++
    start = end
  }
  return { entries: count, fault: null }
}

function readEntry(line: string): AuditEntry | undefined {
  try {
    const parsed = Entry.safeParse(JSON.parse(line))
    return parsed.success && formatEntry(parsed.data) === line ? parsed.data : undefined
  } catch {
    return undefined
  }
}

function unreadable(sequence: number): ChainFault {
  return { sequence, reason: 'altered', message: `第 ${sequence} 行不是原样的审计记录：有字节被改动、截断或插入。` }
}

/** Within a line whose fields all read well the hash cannot say which byte it was; then the line's first byte stands for it. */
function firstDifference(line: string, entry: AuditEntry | undefined): number {
  if (entry) return 0
  const damaged = line.indexOf('\uFFFD')
  // A first byte that was altered leaves a sound character of its own and shows damage only in the next one.
  return damaged <= 0 ? 0 : Buffer.byteLength(line.slice(0, damaged - 1))
}
