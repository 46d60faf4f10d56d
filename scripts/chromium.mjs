// Finds a browser for the journeys, with a font that can draw Chinese; may ask the system's packages for them.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './project.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const macApps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const succeeds = (command, flags) => spawnSync(command, flags, { stdio: 'ignore', timeout: 30_000 }).status === 0

const inPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync)

/** Some systems have a program of this name that only tells how to install it. */
function findBrowser() {
  const asked = process.env.CHROMIUM_PATH
  if (asked) return existsSync(asked) ? asked : undefined
  return [...names.map(inPath), ...macApps].find((path) => path && existsSync(path) && succeeds(path, ['--version']))
}

function hasChineseFont() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  if (!listed.error) return listed.stdout.trim() !== ''
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((name) => /cjk|wqy|sourcehan/i.test(String(name))),
  )
}

function install(packages) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const flags = ['install', '-y', '--no-install-recommends', ...packages]
  return spawnSync('apt-get', flags, { env: environment, stdio: ['ignore', 2, 2] }).status === 0
}

function installMissing() {
  if (process.env.CHROMIUM_PATH || process.getuid?.() !== 0 || !succeeds('apt-get', ['--version'])) return
  say('没有找到带中文字体的 Chromium，正在用系统的软件包安装……')
  spawnSync('apt-get', ['update', '-q'], { stdio: ['ignore', 2, 2] })
  if (!findBrowser()) install(['chromium'])
  if (!hasChineseFont() && !install(['fontconfig', 'fonts-noto-cjk'])) install(['fontconfig', 'fonts-wqy-zenhei'])
}

/** @returns the path of a browser that can show Chinese, or why there is none */
export function ensureChromium() {
  if (!findBrowser() || !hasChineseFont()) installMissing()
  const path = findBrowser()
  if (!path) return { missing: '没有找到 Chromium（可用 CHROMIUM_PATH 指定它的路径）' }
  return hasChineseFont() ? { path } : { missing: '没有中文字体（例如 fonts-noto-cjk）' }
}
