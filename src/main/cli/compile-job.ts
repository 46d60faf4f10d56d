import { readFile, stat, writeFile } from 'node:fs/promises'
import { Refusal } from '#kernel/errors.ts'
import { compileDocument } from './compile-document.ts'
import { type CompileResult, failedJob } from './compile-failure.ts'
import { diagnosticLines } from './diagnostic-lines.ts'
import { type Format, renderPlan } from './render-plan.ts'

/** One document to compile, as it is handed to a thread. */
export interface CompileJob {
  /** The name in messages and in `source.file`. */
  name: string
  /** Where the bytes are, or the bytes themselves (standard input). */
  from: string | Uint8Array
  /** The file to write; null gives the result back. */
  out: string | null
  format: Format
  today: string
}

/** Reads, compiles, renders and writes one document; whatever goes wrong with it becomes a line. */
export async function runCompileJob(job: CompileJob): Promise<CompileResult> {
  try {
    const bytes = typeof job.from === 'string' ? await readBytes(job.from) : job.from
    const document = await compileDocument({ name: job.name, bytes, today: job.today })
    const rendered = await renderPlan(document.plan, job.format)
    if (job.out !== null) await writeFile(job.out, rendered)
    return { lines: diagnosticLines(job.name, document), output: job.out === null ? rendered : null, isRead: true }
  } catch (error) {
    return failedJob(job, error)
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  if ((await stat(path)).isDirectory())
    throw new Refusal('invalid', 'cli.folder', '这是文件夹，请写出其中的文件，例如 文件夹/*.txt。')
  return readFile(path)
}
