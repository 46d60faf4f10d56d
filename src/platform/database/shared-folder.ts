import { chmodSync, existsSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { databaseErrors } from './refusals.ts'

/** Makes the folder with exactly this mode, whatever the umask; leaves one that is there as it is. */
export function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return
  // One at a time: the recursive form of Node never ends under /proc and its like.
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder), 0o755)
  mkdirSync(folder)
  chmodSync(folder, mode)
}

/** Nobody but root may have put things there, or the service user could be made to run them. */
function isSafe(folder: string): boolean {
  const found = lstatSync(folder)
  return found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0
}

/** The folder of a root start that its service user can enter: program copies, and clusters whose data folder is out of reach. */
export function sharedFolder(): string {
  for (const folder of ['/var/lib/guatu', join(tmpdir(), 'guatu-shared')]) {
    try {
      makeFolder(folder, 0o711)
      if (isSafe(folder)) return folder
    } catch {
      // a read-only system folder: the next place
    }
  }
  throw databaseErrors.folderNotUsable({ folder: '/var/lib/guatu', reason: '不能建立' })
}
