import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { RestoreMark } from '#platform/database/restore-mark.ts'
import type { OpenedArchive } from './archive.ts'
import { partNames } from './manifest.ts'

/** Kept files are added beside those that are there: a name is the hash of its content, so nothing is overwritten. */
export async function restoreFiles(archive: OpenedArchive, dataFolder: string): Promise<void> {
  for (const { name } of archive.manifest.files) {
    const sha256 = basename(name)
    const place = join(dataFolder, 'files', sha256.slice(0, 2), sha256)
    if (existsSync(place)) continue
    await mkdir(join(place, '..'), { recursive: true, mode: 0o700 })
    const unfinished = `${place}.restoring`
    await pipeline(await archive.read(name), createWriteStream(unfinished, { mode: 0o600, flush: true }))
    await rename(unfinished, place)
  }
}

const secretOf = (dataFolder: string) => join(dataFolder, 'secret')
const incoming = (dataFolder: string) => `${secretOf(dataFolder)}.restoring`
const former = (dataFolder: string, { stamp }: RestoreMark) => `${secretOf(dataFolder)}.before-${stamp}`

/** Lays the secret of the backup beside the present one. */
export async function layOutSecret(archive: OpenedArchive, dataFolder: string): Promise<void> {
  if (!archive.manifest.secret) return
  const place = createWriteStream(incoming(dataFolder), { mode: 0o600, flush: true })
  await pipeline(await archive.read(partNames.secret), place)
}

/** The one laid out takes the place of the present one, which is kept. */
export async function swapSecret(dataFolder: string, mark: RestoreMark): Promise<void> {
  if (!existsSync(incoming(dataFolder))) return
  if (mark.hadSecret) await rename(secretOf(dataFolder), former(dataFolder, mark))
  await rename(incoming(dataFolder), secretOf(dataFolder))
}

export async function swapSecretBack(dataFolder: string, mark: RestoreMark): Promise<void> {
  if (existsSync(former(dataFolder, mark))) await rename(former(dataFolder, mark), secretOf(dataFolder))
  else if (!mark.hadSecret) await rm(secretOf(dataFolder), { force: true })
  await rm(incoming(dataFolder), { force: true })
}
