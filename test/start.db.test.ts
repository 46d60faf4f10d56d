import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'

// Each start is a process with a database of its own; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

/** The program as a person starts it, with what it says. */
interface Start {
  child: ChildProcess
  said(): string
  /** Resolves with the address once it listens, or with nothing when it ended before. */
  address: Promise<string | undefined>
  ended: Promise<number | null>
}

const running: ChildProcess[] = []

function start(environment: Record<string, string>): Start {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { PATH: process.env['PATH'], PORT: '0', GUATU_SAMPLE: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let text = ''
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null)
  const address = new Promise<string | undefined>((resolve) => {
    const hear = (chunk: Buffer) => {
      text += chunk
      const found = /挂图已启动：(\S+)/.exec(text)
      if (found) resolve(found[1])
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => resolve(undefined))
  })
  return { child, said: () => text, address, ended }
}

let folder = ''
beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.mjs', 'server'], { stdio: 'inherit' })
  folder = mkdtempSync(join(tmpdir(), 'guatu-start-'))
  chmodSync(folder, 0o711)
})
afterEach(async () => {
  for (const child of running.splice(0))
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'close')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the program starts, answers, refuses a second one beside it, and stops in order', async () => {
  const first = start({ GUATU_DATA: folder })
  const address = await first.address
  expect(first.said()).toContain('初始密码')
  expect((await fetch(`${address}/api/health`)).status).toBe(200)
  const second = start({ GUATU_DATA: folder })
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`挂图已经在运行：进程 ${first.child.pid}`)
  first.child.kill('SIGTERM')
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
  expect(first.said()).toContain('已停止。')
})

test('killed, it starts again, and the administrator keeps the password that was shown once', async () => {
  const killed = start({ GUATU_DATA: folder })
  await killed.address
  killed.child.kill('SIGKILL')
  await killed.ended
  const next = start({ GUATU_DATA: folder })
  expect(await next.address).toMatch(/^http:/)
  expect(next.said()).not.toContain('初始密码')
})

test('a port in use is named, with another to try, before anything is made', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const bound = other.address()
  const port = bound && typeof bound === 'object' ? bound.port : 0
  const untouched = join(folder, 'not-yet')
  const refused = start({ GUATU_DATA: untouched, PORT: String(port) })
  expect(await refused.ended).toBe(1)
  expect(refused.said()).toBe(
    `端口 ${port} 已被别的程序占用。请先停止它，或换一个端口，例如：PORT=${port + 1} npm start\n`,
  )
  expect(existsSync(untouched)).toBe(false)
  other.close()
})

test('a county nobody knows is refused before there are accounts, and the right one starts on the same folder', async () => {
  const county = join(folder, 'county')
  const refused = start({ GUATU_DATA: county, GUATU_DIVISION: '999999' })
  expect(await refused.ended).toBe(1)
  expect(refused.said()).toContain('区划代码表里没有 999999')
  expect(refused.said()).not.toContain('初始密码')
  const right = start({ GUATU_DATA: county, GUATU_DIVISION: '330483' })
  await right.address
  expect(right.said()).toContain('初始密码')
})

test('wrong settings end the start before anything is touched', async () => {
  const refused = start({ GUATU_DATA: join(folder, 'never-made'), PORT: 'http' })
  expect(await refused.ended).toBe(1)
  expect(refused.said()).toContain('PORT=http：应为 0 到 65535 的整数')
})
