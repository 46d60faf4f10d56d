import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { newId } from '#kernel/ids.ts'
import { hashPassword, insertUser } from '#modules/office/accounts/server/index.ts'
import { projectFolder } from '#platform/project-folder.ts'
import { buildApp } from '../src/main/app.ts'
import { openLargeProgramme } from './large-programme.ts'
import { table } from './table.ts'

/**
 * Bytes over the wire: what the built pages load before anything shows, and what the lists of a large programme weigh, as they
 * are, compressed, and asked for again. Wanted of JavaScript in gzip: sign-in ≤ 150 KB, a work screen ≤ 350 KB.
 * Needs `npm run build`; nothing here depends on what else the machine does.
 */
const folder = join(projectFolder(), 'dist/web')
if (!existsSync(join(folder, 'index.html'))) throw new Error('npm run build comes first')

/** A script with all it loads at once; what it may load later, only where a screen is named. */
function filesOf(entry: string, chosen: (name: string) => boolean, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found
  found.add(entry)
  if (!entry.endsWith('.js')) return found
  const text = readFileSync(join(folder, 'assets', entry), 'utf8')
  const atOnce = [...text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+)["'`]/g)].map(([, name = '']) => name)
  const later = [...text.matchAll(/import\(\s*["'`]\.\/([\w.-]+)["'`]\s*\)/g)].map(([, name = '']) => name)
  for (const name of [...atOnce, ...later.filter(chosen)]) filesOf(name, chosen, found)
  return found
}

const assets = readdirSync(join(folder, 'assets'))
const weigh = (names: Iterable<string>, kind: string) =>
  [...names].filter((name) => name.endsWith(kind)).map((name) => readFileSync(join(folder, 'assets', name)))
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)

/** Entries of a page: the scripts and styles its HTML names. */
const namedIn = (html: string) => [...html.matchAll(/assets\/([\w.-]+\.(?:js|css))/g)].map(([, name = '']) => name)

function firstPaint(title: string, page: string, screen: RegExp, wanted: string): string[] {
  const names = new Set<string>()
  const chosen = (name: string) => screen.test(name)
  for (const entry of namedIn(readFileSync(join(folder, page), 'utf8'))) filesOf(entry, chosen, names)
  const scripts = weigh(names, '.js')
  const raw = scripts.reduce((sum, bytes) => sum + bytes.length, 0)
  const gzip = scripts.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0)
  const wire = [...names].reduce((sum, name) => sum + sizeOnWire(name), 0)
  return [title, String(scripts.length), kilobytes(raw), kilobytes(gzip), wanted, kilobytes(wire)]
}

const sizeOnWire = (name: string): number =>
  readFileSync(join(folder, 'assets', assets.includes(`${name}.br`) ? `${name}.br` : name)).length

// Where signing in is an entry of its own, it loads nothing of the application.
const own = existsSync(join(folder, 'sign-in.html'))
const pages = [
  firstPaint('sign-in', own ? 'sign-in.html' : 'index.html', own ? /^sign-in/ : /^(?:app-|sign-in)/, '150'),
  firstPaint('work screen: tasks', 'index.html', /^(?:app-|task-list\.page)/, '350'),
  firstPaint('work screen: home', 'index.html', /^(?:app-|home\.page)/, '350'),
]
console.log(
  table(
    ['first paint', 'scripts', 'as they are, KB', 'gzip, KB', 'wanted, KB', 'scripts and styles as sent (Brotli), KB'],
    pages,
  ),
)

const made = await openLargeProgramme()
const { db, system, clock, programmeId } = made
const app = await buildApp(system, { logLevel: 'silent' })
try {
  const password = 'Bench-2026-mima'
  const username = `wire-${newId().slice(-6)}`
  const account = { username, name: '专班', role: 'office' as const, agencyId: null, divisionCode: '470326' }
  const passwordHash = await hashPassword(password)
  await db.transaction((tx) =>
    insertUser(tx, { ...account, passwordHash, mustChangePassword: false, sample: false }, clock.now),
  )
  const signedIn = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username, password },
  })
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
  const ask = async (url: string, headers: Record<string, string> = {}) => {
    const { statusCode, rawPayload, headers: told } = await app.inject({ url, headers: { cookie, ...headers } })
    if (statusCode >= 400) throw new Error(`${url}: ${statusCode}`)
    return { bytes: rawPayload.length, etag: String(told['etag'] ?? ''), statusCode }
  }
  const rows: string[][] = []
  for (const [name, url] of [
    ['session', '/api/session'],
    ['task list, 500', `/api/programmes/${programmeId}/tasks`],
    ['target list', `/api/programmes/${programmeId}/targets`],
    ['home, office', `/api/programmes/${programmeId}/home`],
    ['wall chart', `/api/programmes/${programmeId}/chart`],
    ['reporting', `/api/programmes/${programmeId}/statements`],
  ] as const) {
    const plain = await ask(url)
    const [gzip, brotli] = [await ask(url, { 'accept-encoding': 'gzip' }), await ask(url, { 'accept-encoding': 'br' })]
    const again = await ask(url, { 'accept-encoding': 'br', 'if-none-match': plain.etag })
    rows.push([
      name,
      ...[plain, gzip, brotli].map(({ bytes }) => kilobytes(bytes)),
      `${again.statusCode}, ${kilobytes(again.bytes)}`,
    ])
  }
  console.log(`\n${table(['answer', 'as it is, KB', 'gzip, KB', 'Brotli, KB', 'asked again, KB'], rows)}`)
} finally {
  await app.close()
  await made.close()
}
