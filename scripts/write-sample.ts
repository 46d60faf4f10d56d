import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { formatPrepared, preparedPlace, preparedYears } from '../src/main/sample-year/prepared-rows.ts'
import { writeRows } from '../src/main/sample-year/write-rows.ts'

async function write(year: number): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-sample-'))
  chmodSync(dataFolder, 0o711)
  const { db, pool, close } = await openDatabase({ dataFolder, address: 'npm run sample', durable: false })
  try {
    await migrate(pool)
    const text = formatPrepared(await writeRows({ db, pool, dataFolder }, year))
    writeFileSync(preparedPlace(year), text)
    console.log(`${preparedPlace(year)}: ${text.length} characters, ${gzipSync(text).length} bytes gzipped`)
  } finally {
    await close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

for (const year of preparedYears) await write(year)
