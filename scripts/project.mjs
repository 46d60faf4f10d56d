import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const project = dirname(dirname(fileURLToPath(import.meta.url)))

export const inProject = (...parts) => join(project, ...parts)

/** Progress goes to standard error: standard output belongs to what was asked for. */
export const say = (line) => process.stderr.write(`${line}\n`)

/** Whether this file is the program itself and not imported by another script. */
export const isProgram = (moduleUrl) =>
  process.argv[1] !== undefined && fileURLToPath(moduleUrl) === realpathSync(process.argv[1])
