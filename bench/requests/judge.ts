import { readingLimits } from '#platform/reading/document.ts'
import { openZip } from '#platform/reading/open-zip.ts'
import { complaintOf } from '../../test/scope/office-sentence.ts'
import { type Furnished, foreignMark } from './furnish.ts'
import type { Made } from './make-request.ts'
import type { Answer } from './send.ts'

/** No answer may take longer, milliseconds, however many are asked for at once. */
export const slowest = 15_000

/** 503 is an answer the program gives on purpose when it is asked too much; these would be faults of the house. */
const deliberate = [
  'access.tooMany',
  'access.tooFast',
  'access.tooManyUploads',
  'reading.queueFull',
  'reading.tookTooLong',
  'reading.outOfMemory',
]

const inside = [
  /node_modules/, /\bat (?:async )?[\w.<>]+ \(/, /\bfile:\/\/\//, /\.(?:ts|mjs|js):\d+/, /\bselect\b.{1,200}\bfrom\b/is, /\binsert into\b/i, /\bviolates\b/i,
  /SQLSTATE|ECONN|ENOENT|EACCES|drizzle|postgres|fastify|FST_ERR|graphile/i, /\/tmp\/guatu|\/work\/|dist\/server/, /\[object Object\]|\bundefined\b/,
] // biome-ignore format: a list

/** Backups are the house's: their folder and who made them is told to the administrators who keep them. */
const isToldOnPurpose = ({ aim, path }: Made): boolean =>
  ['maintenance.saveRetention', 'maintenance.makeBackup', 'maintenance.checkUp'].includes(aim) ||
  /^\/api\/backups\b/.test(path)

/** Everything that is wrong with an answer, in words that group alike ones. */
export async function judge(made: Made, answer: Answer, house: Furnished): Promise<string[]> {
  const { status, headers, milliseconds } = answer
  const body = await readable(answer)
  const asked = askedText(made)
  const found: string[] = []
  if (milliseconds > slowest) found.push(`slower than ${slowest / 1000} s`)
  // A tunnel is not even refused: the connection ends. For the rest of a body the program waits longer than we do.
  if (status === 0 && !/CONNECT|\{"a":$/.test(made.raw?.toString('latin1') ?? '')) found.push('no answer')
  if (status >= 400 && made.method !== 'HEAD') found.push(...judgeRefusal(status, body, asked))
  if (status > 0 && headers['x-content-type-options'] !== 'nosniff') found.push('without its protecting headers')
  const isText = !String(headers['content-type'] ?? '').startsWith('text/html')
  if (isToldOnPurpose(made)) return found
  const told = inside.find((pattern) => isText && leaks(pattern, body, asked))
  if (told) found.push(`tells its inside: ${told.source.slice(0, 40)}`)
  return [...found, ...judgeCounty(made, body, { asked, house })]
}

function judgeRefusal(status: number, body: string, asked: string): string[] {
  const { code, message } = errorIn(body)
  const complaint = complaintOf(message, asked)
  const isFault = status >= 500 && !deliberate.includes(String(code))
  return [...(isFault ? [`${status} ${code}`] : []), ...(complaint ? [`${status} in ${complaint}`] : [])]
}

/** Of several answers, as bytes behind a refused request get, the first is judged. */
function errorIn(answers: string): { code?: unknown; message?: unknown } {
  const [body = ''] = answers.split('HTTP/1.1 ')
  try {
    return Object(Object(JSON.parse(body)).error)
  } catch {
    return { message: /^\p{Script=Han}.{3,100}。$/u.test(body) ? body : undefined }
  }
}

function leaks(pattern: RegExp, text: string, asked: string): boolean {
  const found = pattern.exec(text)?.[0]
  return found !== undefined && !asked.includes(found)
}

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g

function judgeCounty({ account }: Made, body: string, { house }: { asked: string; house: Furnished }): string[] {
  if (account?.isForeign) return []
  const found: string[] = []
  // Who tries to sign in is nobody yet: the trail of the house tells the name that was tried.
  if (body.replaceAll(/邻县-[a-z]+/g, '').includes(foreignMark)) found.push('words of another county')
  if ((body.match(uuid) ?? []).some((id) => house.hidden.has(id))) found.push('a record of another county')
  return found
}

const askedText = ({ path, body, headers, raw }: Made): string => {
  const address = path.includes('%') ? safelyDecoded(path) : path
  return [address, path, body?.toString('utf8'), raw?.toString('latin1'), ...Object.values(headers)].join('\n')
}

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The words of an answer, those of packed files too. */
async function readable({ headers, body }: Answer): Promise<string> {
  if (!String(headers['content-type'] ?? '').includes('officedocument')) return body.toString('utf8')
  const archive = await openZip(body, readingLimits)
  if (!archive) return ''
  const parts = await Promise.all(
    archive.names.filter((name) => name.endsWith('.xml')).map((name) => archive.read(name)),
  )
  return parts
    .map((part) =>
      Buffer.from(part ?? [])
        .toString('utf8')
        .replaceAll(/<[^>]*>/g, ' '),
    )
    .join('\n')
}
