import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { projectFolder } from '#platform/project-folder.ts'

export const productVersion = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8')))
    .version
