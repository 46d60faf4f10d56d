import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * A small secret of the installation: made the first time it is asked for, then kept, readable by nobody else.
 * It appears whole or not at all; of two programs that start at once the second takes the first one's.
 */
export function keepOnce(file: string, make: () => string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    const own = `${file}.${process.pid}`
    try {
      writeFileSync(own, make(), { mode: 0o600, flush: true })
      linkSync(own, file)
    } catch (error) {
      if (!existsSync(file)) throw error
    } finally {
      rmSync(own, { force: true })
    }
  }
  return readFileSync(file, 'utf8')
}
