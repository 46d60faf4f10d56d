import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { inProject, isProgram, project, say } from './project.mjs'

const wanted = inProject('package-lock.json')
const present = inProject('node_modules/.package-lock.json')
const tried = inProject('node_modules/.guatu-install')

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const packagesOf = (text) => (text ? JSON.parse(text).packages : {})
const hashOf = (text) => createHash('sha256').update(text).digest('hex')

const allows = (list, value) =>
  !list || ((list.includes(value) || list.every((entry) => entry.startsWith('!'))) && !list.includes(`!${value}`))

/** Programs for one system name it; those for other systems are in the lock file too and are not installed here. */
const isForHere = ({ os, cpu, libc }) =>
  Boolean(os) && !libc && allows(os, process.platform) && allows(cpu, process.arch)

/** Whether what lies in node_modules is what package-lock.json asks for. */
export function isInstalled({ dev }) {
  const lock = read(wanted)
  const there = packagesOf(read(present))
  const triedAlready = read(tried) === hashOf(lock)
  return Object.entries(packagesOf(lock)).every(([path, asked]) => {
    if (path === '' || asked.link) return true
    const found = there[path]
    if (found) return found.version === asked.version
    if (asked.dev && !dev) return true
    // One that could not be had the last time, though it was allowed to be missing, is not asked for again.
    if (asked.optional || asked.devOptional || asked.peer) return triedAlready || !isForHere(asked)
    return false
  })
}

/** Whether anything is installed that only those who work on the program need. */
const hasDevelopment = () => Object.values(packagesOf(read(present))).some(({ dev }) => dev)

/** Installs what is missing or outdated; ends the program when that fails. */
export function ensureInstalled({ dev }) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    say(`需要 Node.js 20 或更高版本，现在是 ${process.versions.node}。请升级后重试。`)
    process.exit(1)
  }
  if (isInstalled({ dev })) return
  say('正在安装所需的程序包（npm install）……')
  const cli = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const [command, ...before] = cli
  // What a full install brought stays: npm would take it away again.
  const kept = dev || hasDevelopment() ? '--include=dev' : '--omit=dev'
  // Not `npm ci`, which refuses a registry that lacks a program for some other system.
  const flags = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', kept]
  const done = spawnSync(command, [...before, ...flags], {
    cwd: project,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    say('安装没有成功。请检查网络、代理和 npm 的 registry 设置，然后重试。')
    process.exit(1)
  }
  writeFileSync(tried, hashOf(read(wanted)))
}

if (isProgram(import.meta.url)) ensureInstalled({ dev: true })
