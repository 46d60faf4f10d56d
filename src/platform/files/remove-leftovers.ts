import { readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

const day = 86_400_000

/** Removes what killed programs left half-written in a folder and below: names of that form nobody has touched for a day. */
export async function removeLeftovers(folder: string, form: RegExp, now: Date): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  for (const name of names.filter((one) => form.test(basename(one)))) {
    const place = join(folder, name)
    const found = await stat(place).catch(() => null)
    if (found?.isFile() && now.getTime() - found.mtimeMs > day) await rm(place, { force: true })
  }
}
