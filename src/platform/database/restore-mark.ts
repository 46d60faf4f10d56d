import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { databaseErrors } from './refusals.ts'

/** A restore that has begun and not come to its end; lies in the data folder from before its first step until after its last. */
export const RestoreMark = z.object({
  /** The backup, as it was named. */
  file: z.string(),
  database: z.string(),
  /** Ends the names of what the restore makes and keeps. */
  stamp: z.string(),
  /** Whether the folder had a secret before. */
  hadSecret: z.boolean(),
})
export type RestoreMark = z.infer<typeof RestoreMark>

const markFile = (dataFolder: string): string => join(dataFolder, 'restoring.json')

/** So that the name itself is on the disk before anything else is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export function writeRestoreMark(dataFolder: string, mark: RestoreMark): void {
  mkdirSync(dataFolder, { recursive: true })
  // Appears whole or not at all.
  const own = `${markFile(dataFolder)}.new`
  writeFileSync(own, JSON.stringify(mark), { mode: 0o600, flush: true })
  renameSync(own, markFile(dataFolder))
  syncFolder(dataFolder)
}

/** null when no restore is unfinished. */
export function readRestoreMark(dataFolder: string): RestoreMark | null {
  if (!existsSync(markFile(dataFolder))) return null
  return RestoreMark.parse(JSON.parse(readFileSync(markFile(dataFolder), 'utf8')))
}

export function removeRestoreMark(dataFolder: string): void {
  rmSync(markFile(dataFolder), { force: true })
  syncFolder(dataFolder)
}

/** Refuses to open the database beside a restore that did not come to its end. */
export function refuseUnfinishedRestore(dataFolder: string): void {
  const mark = readRestoreMark(dataFolder)
  if (mark) throw databaseErrors.restoreUnfinished({ file: basename(mark.file) })
}
