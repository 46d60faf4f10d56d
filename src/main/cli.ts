import { sayFault } from '#platform/fault/describe-fault.ts'
import { runCli } from './cli/run-cli.ts'

/** The command line `guatu`. */

// a reader that closes early (guatu … | head) is no fault
process.stdout.on('error', (error: Error & { code?: string }) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const pad = (value: number) => String(value).padStart(2, '0')
const now = new Date()

/** Standard error often is a log; the fault is written as logs may hold it. */
const failed = (error: unknown): number => {
  process.stderr.write(`guatu: 程序出错，没有办成：${sayFault(error)}\n`)
  return 1
}

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isWatched: process.stderr.isTTY,
  stdin: process.stdin,
  environment: process.env,
  now,
  today: `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`,
}).catch(failed)
