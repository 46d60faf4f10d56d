import { copyFileSync, existsSync, statSync, truncateSync } from 'node:fs'

/**
 * Keeps a log that another program appends to below a size: what is in it is copied beside it, over what was copied before,
 * and it begins anew. The writer holds it open for appending and goes on at its new end.
 */
export function boundLog(file: string, most: number): void {
  if (!existsSync(file) || statSync(file).size <= most) return
  copyFileSync(file, `${file}.1`)
  truncateSync(file)
}
