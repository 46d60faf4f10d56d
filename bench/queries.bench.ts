import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#platform/database/migrate.ts'
import { connect, openDatabase } from '#platform/database/open-database.ts'
import { countStatements, type Sent } from '../test/scope/count-statements.ts'
import { makeRecords } from '../test/scope/make-records.ts'
import { furnishSampleHouse } from '../test/scope/sample-house.ts'
import { budgetOf, ordinary } from '../test/scope/statement-budgets.ts'
import { watchStatements } from '../test/scope/watch-statements.ts'
import { median, table } from './table.ts'

/**
 * How many statements each operation sends for its example in the sample county after half a year, the most that one asker
 * causes. `npm run bench queries new` sets the budgets to what was counted.
 */
const budgets = new URL('../test/scope/statement-budgets.json', import.meta.url)
const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-queries-'))
chmodSync(dataFolder, 0o711)
const database = await openDatabase({ dataFolder, address: 'bench', durable: false })
await migrate(database.pool)
const { db, pool } = connect(database.url)
const sent: Sent = { count: 0, texts: new Set() }
watchStatements(pool, (text) => {
  sent.count += 1
  sent.texts.add(text)
})
const house = await furnishSampleHouse({ db, pool, dataFolder })
try {
  const ids = await makeRecords(house)
  const counts: [name: string, count: number][] = []
  for (const implementation of house.system.implementations)
    counts.push([implementation.operation.name, await countStatements(house, implementation, { ids, sent })])
  const many = counts.filter(([, count]) => count > ordinary)
  if (process.argv[2] === 'new')
    writeFileSync(budgets, `${JSON.stringify(Object.fromEntries(many.toSorted()), null, 2)}\n`)
  else {
    const rows = many
      .toSorted((a, b) => b[1] - a[1])
      .map(([name, count]) => [name, String(count), String(budgetOf(name))])
    console.log(table(['operation', 'statements', 'budget'], rows))
    const [all, half] = [counts.reduce((sum, [, count]) => sum + count, 0), median(counts.map(([, count]) => count))]
    console.log(
      `\n${counts.length} operations, ${all} statements, median ${half}; ${counts.length - many.length} send at most ${ordinary}.`,
    )
  }
} finally {
  await house.system.close()
  await pool.end()
  await database.close()
  rmSync(dataFolder, { recursive: true, force: true })
}
