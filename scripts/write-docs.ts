import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { DIAGNOSTIC_CATALOGUE } from '#compiler/plan/diagnostics/catalogue.ts'
import { roleTitles } from '#kernel/actor.ts'
import { openSystem } from '#main/system.ts'
import type { Module } from '#platform/operation/implement.ts'

/** Pages written from the declarations in the code; `npm run docs` writes them, a test holds them to the code. */

const head = '<!-- Written by `npm run docs` from the code. Do not edit. -->\n'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')
const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  [titles, titles.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

/** The modules as the server lists them; nothing here asks the database, which is never connected. */
function readModules(): readonly Module[] {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-docs-'))
  const { modules } = openSystem({ db: drizzle.mock(), dataFolder, sampleOpen: false, homeDivision: '' })
  rmSync(dataFolder, { recursive: true })
  return modules
}

export const modules = readModules()

const modulesFolder = new URL('../src/modules/', import.meta.url)
const sources = readdirSync(modulesFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\/domain\/.*(?<!\.test)\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(new URL(file, modulesFolder), 'utf8') }))

/** The one file of a domain that writes these words. */
const fileSaying = (words: string): string => {
  const found = sources.filter(({ text }) => text.includes(words)).map(({ file }) => `\`src/modules/${file}\``)
  return found.join(', ')
}

function operationsPage(): string {
  const sections = modules.map(({ name, operations }) => {
    const rows = operations.map(({ operation: { name, path, title, by } }) => [
      `\`${name}\``,
      `\`${path}\``,
      title,
      by === 'anyone' ? '不需登录' : by.map((role) => roleTitles[role]).join('、'),
    ])
    return `## ${name}\n\n${table(['operation', 'route (under /api)', '做什么', '谁可以'], rows)}\n`
  })
  return `${head}\n# Operations\n\n${sections.join('\n')}`
}

function reactionsPage(): string {
  const rows = modules.flatMap(({ name, tells = [] }) =>
    tells.map((told) => {
      const effects = modules.flatMap(({ name: listener, listens }) =>
        listens.filter(({ event }) => event.name === told.name).map(({ effect }) => `${listener}: ${effect}`),
      )
      return [`\`${told.name}\``, name, effects.join('; ') || 'nobody listens']
    }),
  )
  const clocks = modules.flatMap(({ name, schedules = [] }) =>
    schedules.map(({ job, cron }) => [`\`${cron}\``, name, `\`${job.name}\` ${job.title}`]),
  )
  return `${head}\n# Reactions\n\nWhat follows when a module tells a fact, in the transaction that tells it.\n\n${table(['event', 'told by', 'what follows'], rows)}\n\nWhat the clock begins (UTC; the county is eight hours ahead).\n\n${table(['when', 'module', 'job'], clocks)}\n`
}

function diagnosticsPage(): string {
  const severities = { error: '错误', warning: '提醒', info: '说明' }
  const rows = Object.entries(DIAGNOSTIC_CATALOGUE).map(([code, { severity, when, text }]) => [
    code,
    severities[severity],
    when,
    text({ what: '…', other: '…' }),
  ])
  const own = [
    ['GT301', severities.error, '单位名称不在单位库，或有几个可能（发布前检查）', '单位“…”尚未确认…'],
    ['GT302', severities.warning, '重新编译后一处更正找不到原来的位置', '一处更正在重新编译后找不到原来的位置…'],
  ]
  return `${head}\n# Diagnostics\n\nCodes are stable. An error must be mended, or accepted with a reason, before a plan is published.\n\n${table(['code', '级别', '何时', '提示'], [...rows, ...own])}\n`
}

function proceduresPage(): string {
  const drawn = modules
    .flatMap(({ procedures = [] }) => procedures)
    .map(({ name, titles, steps }) => {
      const arrows = Object.entries(steps).flatMap(([step, { from, to }]) =>
        from.map((state) => `  ${state} --> ${to}: ${step}`),
      )
      const names = Object.entries(titles).map(([state, title]) => `  ${state}: ${title}`)
      const rows = Object.entries(steps).map(([step, { title, from, to }]) => [
        `\`${step}\` ${title}`,
        from.map((state) => titles[state]).join('、'),
        titles[to] ?? to,
      ])
      const drawing = `\`\`\`mermaid\nstateDiagram-v2\n${[...names, ...arrows].join('\n')}\n\`\`\``
      return `## ${name}\n\n${fileSaying(`'${name}'`)}\n\n${table(['step', '从', '到'], rows)}\n\n${drawing}\n`
    })
  return `${head}\n# Procedures\n\nFrom which state each step may be taken; anything else is refused by the table in the file named.\n\n${drawn.join('\n')}`
}

function rulesPage(): string {
  const clauses = modules.flatMap(({ name, rules = [] }) => {
    const rows = [...new Set(rules)].map(({ clause, when, source, validFrom, validTo }) => [
      `\`${clause}\``,
      when,
      source,
      `${validFrom} – ${validTo ?? ''}`,
      fileSaying(`clause: '${clause}'`),
    ])
    return rows.length === 0 ? [] : `## ${name}\n\n${table(['clause', '何时', '依据', '适用日期', 'file'], rows)}\n`
  })
  return `${head}\n# Rules\n\nEvery rule something is judged by, in every edition: an old day is judged as it was (how-to/change-a-rule.md).\n\n${clauses.join('\n')}`
}

interface ModuleGraph {
  areas: Record<string, string[]>
  modules: Record<string, Record<string, string[]>>
}

const readGraph = (): ModuleGraph =>
  JSON.parse(readFileSync(new URL('../src/main/module-graph.json', import.meta.url), 'utf8'))

function modulesPage(): string {
  const { areas, modules } = readGraph()
  const boxes = Object.entries(modules).map(([area, needs]) => {
    const arrows = Object.entries(needs).flatMap(([module, used]) => [
      module,
      ...used.map((other) => `${module} --> ${other}`),
    ])
    return [`  subgraph ${area}`, ...arrows.map((line) => `    ${line}`), '  end'].join('\n')
  })
  const between = Object.entries(areas).flatMap(([area, used]) => used.map((other) => `  ${area} ==> ${other}`))
  return `${head}\n# Modules\n\nAn arrow means “may use”: a thick one between areas, a thin one inside an area. There is no other edge; \`npm run check\` refuses one.\n\n\`\`\`mermaid\ngraph LR\n${[...boxes, ...between].join('\n')}\n\`\`\`\n`
}

export const pages: Record<string, () => string> = {
  'operations.md': operationsPage,
  'diagnostics.md': diagnosticsPage,
  'procedures.md': proceduresPage,
  'rules.md': rulesPage,
  'reactions.md': reactionsPage,
  'modules.md': modulesPage,
}

export const pageFile = (name: string): URL => new URL(`../docs/generated/${name}`, import.meta.url)

/** Lines of source in a folder, styles with them, tests apart: `npm run docs` prints them, no page holds what changes daily. */
function countLines(folder: URL): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.(?:test|fixture))\.(?:tsx?|css)$/.test(file))
    .reduce((sum, file) => sum + readFileSync(new URL(file, folder), 'utf8').split('\n').length - 1, 0)
}

if (process.argv[1]?.endsWith('write-docs.ts')) {
  for (const [name, write] of Object.entries(pages)) writeFileSync(pageFile(name), write())
  const src = new URL('../src/', import.meta.url)
  const parts = readdirSync(src).map((part) => [part, countLines(new URL(`${part}/`, src))] as const)
  const areas = Object.entries(readGraph().modules).flatMap(([area, needs]) =>
    Object.keys(needs).map((name) => `${area}/${name}/`),
  )
  const sizes = areas
    .filter((place) => existsSync(new URL(place, modulesFolder)))
    .map((place) => [place, countLines(new URL(place, modulesFolder))] as const)
  for (const [place, lines] of [...parts, ...sizes]) console.log(String(lines).padStart(7), place)
}
