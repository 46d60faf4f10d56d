import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { OpenedArchive } from './archive.ts'
import { partNames } from './manifest.ts'

/** Kept files are added beside those that are there: a name is the hash of its content, so nothing is overwritten. */
export async function restoreFiles(
  archive: OpenedArchive,
  { dataFolder, stamp }: { dataFolder: string; stamp: string },
): Promise<void> {
  for (const { name } of archive.manifest.files) {
    const sha256 = basename(name)
    const place = join(dataFolder, 'files', sha256.slice(0, 2), sha256)
    if (existsSync(place)) continue
    await mkdir(join(place, '..'), { recursive: true, mode: 0o700 })
    const unfinished = `${place}.${stamp}`
    await pipeline(await archive.read(name), createWriteStream(unfinished, { mode: 0o600, flush: true }))
    await rename(unfinished, place)
  }
  if (archive.manifest.secret) await restoreSecret(archive, dataFolder, stamp)
}

async function restoreSecret(archive: OpenedArchive, dataFolder: string, stamp: string): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of await archive.read(partNames.secret)) parts.push(Buffer.from(part))
  const place = join(dataFolder, 'secret')
  if (existsSync(place)) await rename(place, `${place}.before-${stamp}`)
  await mkdir(dataFolder, { recursive: true })
  await writeFile(place, Buffer.concat(parts), { mode: 0o600 })
}
