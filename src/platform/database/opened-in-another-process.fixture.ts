import { openDatabase } from './open-database.ts'

// Opens the database of the folder given as argument, writes one row, says so, and stays until it is killed.
const [dataFolder = ''] = process.argv.slice(2)
const { pool } = await openDatabase({ dataFolder, address: 'http://127.0.0.1:3111' })
await pool.query('create table county (name text)')
await pool.query(`insert into county values ('云岭县')`)
process.stdout.write('written\n')
