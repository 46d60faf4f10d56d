import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFileStore, sha256Of } from './file-store.ts'
import { removeLeftovers } from './remove-leftovers.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guatu-store-'))
})
afterEach(() => rm(folder, { recursive: true }))

const bytes = new TextEncoder().encode('现场照片')
const sha256 = sha256Of(bytes)

test('a write that fails at its last step leaves nothing unfinished behind', async () => {
  const store = openFileStore(folder)
  // The place is taken between the look and the rename: a folder in it lets no file be put over it.
  const begun = store.put(bytes)
  mkdirSync(join(folder, sha256.slice(0, 2), sha256, 'x'), { recursive: true })
  await expect(begun).rejects.toThrow()
  expect(await readdir(join(folder, sha256.slice(0, 2)))).toEqual([sha256])
})

test('a file gone from the store has its sentence', async () => {
  const store = openFileStore(folder)
  await store.put(bytes)
  expect(Buffer.from(await store.get(sha256, '现场.jpg'))).toEqual(Buffer.from(bytes))
  await rm(join(folder, sha256.slice(0, 2), sha256))
  await expect(store.get(sha256, '现场.jpg')).rejects.toMatchObject({ code: 'files.fileMissing' })
})

test('a store that cannot be written, and a file that cannot be read, have theirs', async () => {
  const store = openFileStore(folder)
  writeFileSync(join(folder, sha256.slice(0, 2)), 'in the place of a folder')
  await expect(store.put(bytes)).rejects.toMatchObject({ code: 'system.readOnly' })
  rmSync(join(folder, sha256.slice(0, 2)))
  mkdirSync(join(folder, sha256.slice(0, 2), sha256), { recursive: true })
  await expect(store.get(sha256, '现场.jpg')).rejects.toMatchObject({ code: 'files.fileUnreadable' })
})

test('what a killed program left half-written goes after a day, and nothing else does', async () => {
  const now = new Date()
  const at = (name: string) => join(folder, 'ab', name)
  mkdirSync(join(folder, 'ab'))
  for (const name of ['kept', 'kept.old', 'kept.new']) writeFileSync(at(name), 'x')
  const before = new Date(now.getTime() - 2 * 86_400_000)
  for (const name of ['kept', 'kept.old']) utimesSync(at(name), before, before)
  await removeLeftovers(folder, /^kept\./, now)
  expect((await readdir(join(folder, 'ab'))).sort()).toEqual(['kept', 'kept.new'])
  await removeLeftovers(join(folder, 'missing'), /./, now)
})
