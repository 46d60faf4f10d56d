import { readingLimits } from '#platform/reading/document.ts'
import { openZip } from '#platform/reading/open-zip.ts'

/** All there is to read in an answer, files taken apart. */
export async function readAnswer(answer: unknown): Promise<string> {
  const { bytes } = Object(answer) as { bytes?: Uint8Array }
  if (!(bytes instanceof Uint8Array)) return JSON.stringify(answer) ?? ''
  const archive = await openZip(bytes, readingLimits)
  if (!archive) return Buffer.from(bytes).toString('utf8')
  const parts = await Promise.all(
    archive.names.filter((name) => name.endsWith('.xml')).map((name) => archive.read(name)),
  )
  return parts.map((part) => Buffer.from(part ?? []).toString('utf8')).join('')
}
