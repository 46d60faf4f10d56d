import { runCli } from './cli/run-cli.ts'

/** The command line `guatu`. */

// a reader that closes early (guatu … | head) is no fault
process.stdout.on('error', (error: Error & { code?: string }) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const pad = (value: number) => String(value).padStart(2, '0')
const now = new Date()

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isWatched: process.stderr.isTTY,
  stdin: process.stdin,
  environment: process.env,
  now,
  today: `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`,
})
