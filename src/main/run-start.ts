import { emptyDatabase } from '#platform/backup/load-rows.ts'
import { hasRows } from '#platform/backup/target.ts'
import { isStartUnfinished, markStart, markStartDone } from '#platform/database/unfinished-start.ts'
import type { Running, StartStep } from './start-step.ts'

const begunAnew = '上一次首次启动中途断了，已从头做起；此前显示的初始密码作废，以这次显示的为准。'

/**
 * Takes the steps between migrating and listening. A first start, into an empty database, is marked while it lasts: one
 * that was killed has left nothing a person made, so what it left is cleared away and it begins anew, whole.
 * @returns lines for the terminal
 */
export async function runStart(running: Running, steps: readonly StartStep[]): Promise<string[]> {
  const { pool } = running
  const lines: string[] = []
  if (await isStartUnfinished(pool)) {
    await emptyDatabase(pool)
    running.show([begunAnew])
  }
  const isFirst = (await isStartUnfinished(pool)) || !(await hasRows(pool))
  if (isFirst) await markStart(pool)
  for (const step of steps) lines.push(...(await step({ ...running, isFirst })))
  if (isFirst) await markStartDone(pool)
  return lines
}
