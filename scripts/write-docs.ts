import { readFileSync, writeFileSync } from 'node:fs'
import { DIAGNOSTIC_CATALOGUE } from '#compiler/plan/diagnostics/catalogue.ts'
import { roleTitles } from '#kernel/actor.ts'
import type { Operation } from '#kernel/contract.ts'
import { accountContract } from '#modules/office/accounts/contract.ts'
import { grantFlow, grantStateTitles } from '#modules/office/accounts/domain/grant.ts'
import { auditingContract } from '#modules/office/auditing/contract.ts'
import { fileContract } from '#modules/office/files/contract.ts'
import { keepingContract } from '#modules/office/keeping/contract.ts'
import { organisationContract } from '#modules/office/organisations/contract.ts'
import { briefingContract } from '#modules/programme/briefings/contract.ts'
import { lampContract } from '#modules/programme/lamps/contract.ts'
import { ledgerContract } from '#modules/programme/ledgers/contract.ts'
import { meetingContract } from '#modules/programme/meetings/contract.ts'
import { decisionFateTitles, decisionFlow } from '#modules/programme/meetings/domain/decision.ts'
import { meetingFlow, meetingStateTitles } from '#modules/programme/meetings/domain/meeting.ts'
import { minutesFlow, minutesStateTitles } from '#modules/programme/meetings/domain/minutes.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { handInFlow, handInStateTitles } from '#modules/programme/plans/domain/hand-in.ts'
import { planFlow, planStateTitles } from '#modules/programme/plans/domain/plan.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { reportingContract } from '#modules/programme/reporting/contract.ts'
import { statementContract } from '#modules/programme/reports/contract.ts'
import { statementFlow, statusTitles } from '#modules/programme/reports/domain/statement.ts'
import { scheduleContract } from '#modules/programme/schedules/contract.ts'
import { supervisionContract } from '#modules/programme/supervision/contract.ts'
import { levelFlow } from '#modules/programme/supervision/domain/level.ts'
import { orderFlow, orderLevelTitles, orderStateTitles } from '#modules/programme/supervision/domain/order.ts'
import { pleaFlow, pleaStateTitles } from '#modules/programme/supervision/domain/plea.ts'
import { proposalFlow, proposalStateTitles } from '#modules/programme/supervision/domain/proposal.ts'
import { wallchartContract } from '#modules/programme/wallcharts/contract.ts'

/** Pages written from the declarations in the code; `npm run docs` writes them, a test holds them to the code. */

const head = '<!-- Written by `npm run docs` from the code. Do not edit. -->\n'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')
const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  [titles, titles.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

function operationsPage(): string {
  const contracts = {
    organisations: organisationContract,
    accounts: accountContract,
    auditing: auditingContract,
    keeping: keepingContract,
    plans: planContract,
    programmes: programmeContract,
    supervision: supervisionContract,
    ledgers: ledgerContract,
    schedules: scheduleContract,
    lamps: lampContract,
    meetings: meetingContract,
    files: fileContract,
    reporting: reportingContract,
    reports: statementContract,
    wallcharts: wallchartContract,
    briefings: briefingContract,
  }
  const sections = Object.entries(contracts).map(([module, contract]) => {
    const operations: Pick<Operation, 'name' | 'path' | 'title' | 'by'>[] = Object.values(contract)
    const rows = operations.map(({ name, path, title, by }) => [
      `\`${name}\``,
      `\`${path}\``,
      title,
      by === 'anyone' ? '不需登录' : by.map((role) => roleTitles[role]).join('、'),
    ])
    return `## ${module}\n\n${table(['operation', 'route (under /api)', '做什么', '谁可以'], rows)}\n`
  })
  return `${head}\n# Operations\n\n${sections.join('\n')}`
}

function diagnosticsPage(): string {
  const severities = { error: '错误', warning: '提醒', info: '说明' }
  const rows = Object.entries(DIAGNOSTIC_CATALOGUE).map(([code, { severity, when, text }]) => [
    code, severities[severity], when, text({ what: '…', other: '…' }),
  ]) // biome-ignore format: a row
  const own = [
    ['GT301', severities.error, '单位名称不在单位库，或有几个可能（发布前检查）', '单位“…”尚未确认…'],
    ['GT302', severities.warning, '重新编译后一处更正找不到原来的位置', '一处更正在重新编译后找不到原来的位置…'],
  ]
  return `${head}\n# Diagnostics\n\nCodes are stable. An error must be mended, or accepted with a reason, before a plan is published.\n\n${table(['code', '级别', '何时', '提示'], [...rows, ...own])}\n`
}

interface Flow {
  name: string
  steps: Record<string, { from: readonly string[]; to: string; title?: string }>
}

function flowsPage(): string {
  const flows: [Flow, Record<string, string>][] = [
    [grantFlow, grantStateTitles],
    [planFlow, planStateTitles],
    [handInFlow, handInStateTitles],
    [levelFlow, { none: '未督办', ...orderLevelTitles }],
    [orderFlow, orderStateTitles],
    [pleaFlow, pleaStateTitles],
    [proposalFlow, proposalStateTitles],
    [statementFlow, statusTitles],
    [meetingFlow, meetingStateTitles],
    [minutesFlow, minutesStateTitles],
    [decisionFlow, decisionFateTitles],
  ]
  const drawn = flows.map(([flow, titles]) => {
    const arrows = Object.entries(flow.steps).flatMap(([step, { from, to }]) =>
      from.map((state) => `  ${state} --> ${to}: ${step}`),
    )
    const names = Object.entries(titles).map(([state, title]) => `  ${state}: ${title}`)
    return `## ${flow.name}\n\n\`\`\`mermaid\nstateDiagram-v2\n${[...names, ...arrows].join('\n')}\n\`\`\`\n`
  })
  return `${head}\n# Procedures\n\n${drawn.join('\n')}`
}

interface ModuleGraph {
  areas: Record<string, string[]>
  modules: Record<string, Record<string, string[]>>
}

function modulesPage(): string {
  const { areas, modules }: ModuleGraph = JSON.parse(
    readFileSync(new URL('../src/main/module-graph.json', import.meta.url), 'utf8'),
  )
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
  'procedures.md': flowsPage,
  'modules.md': modulesPage,
}

export const pageFile = (name: string): URL => new URL(`../docs/generated/${name}`, import.meta.url)

if (process.argv[1]?.endsWith('write-docs.ts')) {
  for (const [name, write] of Object.entries(pages)) writeFileSync(pageFile(name), write())
}
