import { mkdirSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFileStore, sha256Of } from './file-store.ts'

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
