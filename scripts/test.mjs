// npm test: everything, the journeys in a browser included. With arguments: vitest with those arguments.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { inProject, project } from './project.mjs'

const vitest = inProject('node_modules/vitest/vitest.mjs')

function runVitest(flags, environment) {
  const options = { cwd: project, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } }
  return spawnSync(process.execPath, [vitest, 'run', ...flags], options).status ?? 1
}

function countJourneys() {
  const folder = inProject('test/journeys')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.e2e.ts')) : []
  return files.flatMap(
    (name) => readFileSync(join(folder, name), 'utf8').match(/^\s*(test|it)(\.each\(.*?\))?\(/gm) ?? [],
  ).length
}

/** A file that could not be loaded has no test to fail, and counts as one. */
function readTotals(file, status) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  ).length
  const failed = numFailedTests + unloaded
  return {
    passed: numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  }
}

function runAll() {
  const journeys = countJourneys()
  const { path, missing } = journeys > 0 ? ensureChromium() : {}
  if (path) ensureBuilt(['server', 'web'])
  const report = mkdtempSync(join(tmpdir(), 'guatu-report-'))
  const file = join(report, 'results.json')
  const projects = ['domain', 'database', ...(path ? ['journeys'] : [])].flatMap((name) => ['--project', name])
  const status = runVitest(
    [...projects, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    path ? { CHROMIUM_PATH: path } : {},
  )
  const { passed, failed, skipped } = readTotals(file, status)
  rmSync(report, { recursive: true, force: true })
  if (missing) console.log(`\n${missing}：${journeys} 个浏览器用例没有运行，计为跳过。`)
  const all = skipped + (missing ? journeys : 0)
  console.log(`\n${passed} passed, ${failed} failed${all > 0 ? `, ${all} skipped` : ''}`)
  return failed === 0 ? 0 : 1
}

ensureInstalled({ dev: true })
const asked = process.argv.slice(2)
process.exitCode = asked.length > 0 ? runVitest(asked, {}) : runAll()
