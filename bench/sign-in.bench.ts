import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A county at half past eight: 200 sign-ins at once from one address, right, wrong and of names nobody has, while
 * somebody who is signed in goes on reading. All must be answered within 30 s, nobody refused for load, reads p95 < 1 s.
 */
const folder = mkdtempSync(join(tmpdir(), 'guatu-sign-in-'))
chmodSync(folder, 0o711)
const program = spawn(process.execPath, ['dist/server/main.js'], {
  env: { ...process.env, PORT: '0', GUATU_DATA: folder, DATABASE_URL: '', GUATU_SAMPLE_ACCOUNTS: '1' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
let said = ''
const base = await new Promise<string>((resolve, reject) => {
  program.once('exit', () => reject(new Error(said)))
  program.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
    const found = /已启动：(http\S+)/.exec(said)?.[1]
    if (found) resolve(found)
  })
})

const signIn = (username: string, password: string) =>
  fetch(`${base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ username, password }),
  })

const right = 'Guatu-demo-2026'
const cookie = (await signIn('office', right)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
const names = ['leader', 'reviewer', 'reporter', 'juzhang', 'auditor', 'office']
const percentile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0

async function burst(label: string, ask: (n: number) => Promise<Response>): Promise<void> {
  let isOver = false
  const reads: number[] = []
  const reading = (async () => {
    while (!isOver) {
      const began = performance.now()
      const { status } = await fetch(`${base}/api/session`, { headers: { cookie } })
      if (status !== 200) throw new Error(`a read was answered ${status}`)
      reads.push(performance.now() - began)
    }
  })()
  const began = performance.now()
  const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => ask(n)))
  const seconds = (performance.now() - began) / 1000
  isOver = true
  await reading
  const counts = new Map<number, number>()
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1)
  const statuses = [...counts].map(([status, count]) => `${count} × ${status}`)
  console.log(
    `${label.padEnd(34)} ${seconds.toFixed(1).padStart(5)} s   ${statuses.join(', ').padEnd(22)} reads p50 ${percentile(reads, 0.5).toFixed(0)} ms, p95 ${percentile(reads, 0.95).toFixed(0)} ms, of ${reads.length}`,
  )
}

try {
  await burst('right, of six people', (n) => signIn(names[n % names.length] ?? '', right))
  await burst('right, of one person', () => signIn('leader', right))
  await burst('wrong, of names nobody has', (n) => signIn(`nobody${n}`, right))
} finally {
  program.kill('SIGTERM')
  await new Promise((resolve) => program.once('exit', resolve))
  rmSync(folder, { recursive: true, force: true })
}
