import { connect } from '#platform/database/open-database.ts'
import { createAdministrators } from './first-start.ts'
import { loadSampleCounty } from './load-sample.ts'
import { runStart } from './run-start.ts'
import { sampleDivision } from './sample-county.ts'
import { readSettings } from './settings.ts'
import { openSystem } from './system.ts'

/** A first start of the sample county that ends, or is killed once the trail has so many entries: `URL FOLDER MOMENT [ENTRIES]`. */
const [, , url = '', dataFolder = '', moment = '', entries] = process.argv
const { db, pool } = connect(url)
const system = openSystem({
  db,
  dataFolder,
  sampleOpen: true,
  homeDivision: sampleDivision,
  clock: () => new Date(moment),
})
if (entries !== undefined)
  setInterval(async () => {
    const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from audit.entry')
    if ((rows[0]?.n ?? 0) >= Number(entries)) process.kill(process.pid, 'SIGKILL')
  }, 20)
const settings = readSettings({ GUATU_DATA: dataFolder })
const show = (lines: readonly string[]) => console.log(lines.join('\n'))
await runStart({ db, pool, system, settings, isFirst: false, show }, [createAdministrators, loadSampleCounty])
await system.close()
await pool.end()
