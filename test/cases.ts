/**
 * Runs a file of cases of the neutral form `{set, calendar?, cases: [{id, …, expected}]}` and prints one JSON line a case,
 * `{"id", "got"}` with the keys of `expected`: `npx tsx test/cases.ts SET FILE`. A set is a line in `sets`.
 */
import { readFileSync } from 'node:fs'
import { type CaseFile, lineOf, sets } from './cases/sets.ts'

function run(set: string | undefined, file: string | undefined): number {
  const usage = `用法：npx tsx test/cases.ts 集名 文件；集名有：${Object.keys(sets).join('、')}`
  const solve = set === undefined ? undefined : sets[set]
  if (!solve || file === undefined) {
    console.error(set === undefined || file === undefined ? usage : `没有名为“${set}”的用例集。${usage}`)
    return 2
  }
  const cases = JSON.parse(readFileSync(file, 'utf8')) as CaseFile
  if (!Array.isArray(cases.cases)) {
    console.error(`${file} 中没有 cases 列表，请核对文件。`)
    return 2
  }
  const lines = cases.cases.map((one) => lineOf(solve, one, cases))
  for (const line of lines) console.log(JSON.stringify(line))
  return lines.some((line) => 'error' in line) ? 1 : 0
}

process.exitCode = run(process.argv[2], process.argv[3])
