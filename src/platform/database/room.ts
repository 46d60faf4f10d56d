import { statfsSync } from 'node:fs'

/**
 * What is left free on the disk of the data, megabytes. PostgreSQL stops for good when a piece of its log (16 MB) finds no
 * room, and does not start again until there is some: writing ends before that, so that reading goes on.
 */
const reserve = 3 * 16

/** A look costs microseconds and waits for nobody. */
export function megabytesFree(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return Math.floor((bavail * bsize) / 1024 ** 2)
}

/** Whether the disk a folder lies on has more than the reserve. */
export const hasRoom = (folder: string): boolean => megabytesFree(folder) > reserve
