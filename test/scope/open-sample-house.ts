import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { sandbox } from '../sandbox.ts'
import { furnishSampleHouse, type SampleHouse } from './sample-house.ts'
import { watchStatements } from './watch-statements.ts'

/**
 * The sample house on a database of its own, for one test file.
 * @param tell is told every statement sent to that database from the first one
 */
export async function openSampleHouse(tell?: (text: string) => void): Promise<SampleHouse> {
  const { db, pool } = await sandbox()
  if (tell) watchStatements(pool, tell)
  const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-scope-'))
  const house = await furnishSampleHouse({ db, pool, dataFolder })
  afterAll(async () => {
    await house.system.close()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  return house
}
