import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { defineErrors } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { databaseErrors } from '../database/refusals.ts'
import { hasRoom } from '../database/room.ts'
import { readOnlyFolder } from '../operation/fault-sentences.ts'

export const fileErrors = defineErrors('files', {
  fileMissing: {
    kind: 'unavailable',
    text: (p: { name: string }) => `原文件“${p.name}”不在数据目录中，可能被移走或删除。请让系统管理员从备份恢复。`,
  },
  fileUnreadable: {
    kind: 'unavailable',
    text: (p: { name: string }) =>
      `原文件“${p.name}”在数据目录中，但读不出来。请让系统管理员检查数据目录的权限和磁盘。`,
  },
})

/** Files kept by the hash of their content: the same file twice is one file, and a kept file is never changed. */
export interface FileStore {
  /** @returns SHA-256 of the bytes, hex; when it returns the bytes are on disk */
  put(bytes: Uint8Array): Promise<string>
  /** @param name as people know the file, for the refusal */
  get(sha256: string, name: string): Promise<Uint8Array>
}

export function openFileStore(folder: string): FileStore {
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes)
      const place = placeOf(sha256)
      if (existsSync(place)) return sha256
      await writeWhole(place, bytes).catch((error: unknown) => Promise.reject(readOnlyFolder(error)))
      return sha256
    },
    async get(sha256, name) {
      try {
        return await readFile(placeOf(sha256))
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : ''
        if (code === 'ENOENT') throw fileErrors.fileMissing({ name })
        throw /^(EACCES|EPERM|EISDIR|EIO)$/.test(code) ? fileErrors.fileUnreadable({ name }) : error
      }
    },
  }
}

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Under another name first, so that a torn write never looks like a file. */
async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  await mkdir(join(place, '..'), { recursive: true, mode: 0o700 })
  // What is left is for the database beside it.
  if (!hasRoom(join(place, '..'))) throw databaseErrors.diskShort({})
  const unfinished = `${place}.${newId()}`
  try {
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, place)
  } catch (error) {
    // On a full disk what was begun would keep the room it took; the fault itself is what people are told.
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
}
