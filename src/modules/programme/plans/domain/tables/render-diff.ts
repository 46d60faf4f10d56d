import { diffText } from '../diff-text.ts'
import {
  changeKindTitles,
  diffFieldTitles,
  type FieldChange,
  type ItemChange,
  isUnchanged,
  type PlanDiff,
} from '../plan-diff.ts'
import { markdownText } from './markdown.ts'

/** The difference between two versions as a Markdown document; what fell out is ~~struck~~, what came in is **bold**. */
export function renderDiffMarkdown(diff: PlanDiff, titles: { before: string; after: string }): string {
  const opening = `# 两版对照\n\n- 旧版：${markdownText(titles.before)}\n- 新版：${markdownText(titles.after)}`
  if (isUnchanged(diff)) return `${opening}\n\n两版的任务和目标没有差别。\n`
  const document = diff.document.length === 0 ? '' : `## 文件\n\n${diff.document.map(field).join('\n')}`
  const lists = [list('任务', diff.tasks), list('目标', diff.targets)]
  return [opening, document, ...lists].filter((part) => part !== '').join('\n\n') + '\n'
}

function list(name: string, items: readonly ItemChange[]): string {
  if (items.length === 0) return ''
  const counts = Object.entries(changeKindTitles).map(
    ([kind, title]) => [title, items.filter((item) => item.kind === kind).length] as const,
  )
  const summary = counts.flatMap(([title, count]) => (count === 0 ? [] : [`${title} ${count} 项`])).join('，')
  return [`## ${name}（${summary}）`, ...items.map(entry)].join('\n\n')
}

function entry(item: ItemChange): string {
  const shown = item.after ?? item.before
  const heading = `### ${changeKindTitles[item.kind]}：${markdownText(shown?.title ?? '')}`
  const place = item.moved
    ? [`- 位置：~~${markdownText(item.before?.place ?? '')}~~ **${markdownText(item.after?.place ?? '')}**`]
    : []
  const whole = item.before === null || item.after === null ? [`> ${markdownText(shown?.text ?? '')}`] : []
  const details = [...place, ...item.changes.map(field)]
  return [heading, ...whole, ...(details.length > 0 ? [details.join('\n')] : [])].join('\n\n')
}

const field = (change: FieldChange): string => `- ${diffFieldTitles[change.field]}：${wordings(change)}`

/** Fields worth comparing word by word; a date or a word of a list is shown whole. */
const prose: ReadonlySet<FieldChange['field']> = new Set(['title', 'text', 'indicator', 'figure', 'issuer', 'number'])

function wordings(change: FieldChange): string {
  if (change.field === 'leads' || change.field === 'participants') {
    return [
      ...change.dropped.map((name) => `~~${markdownText(name)}~~`),
      ...change.added.map((name) => `**${markdownText(name)}**`),
    ].join(' ')
  }
  if (!prose.has(change.field)) {
    const [before, after] = [markdownText(change.before), markdownText(change.after)]
    return [before === '' ? '' : `~~${before}~~`, after === '' ? '' : `**${after}**`]
      .filter((part) => part !== '')
      .join(' ')
  }
  return diffText(change.before, change.after)
    .map(({ kind, text }) =>
      kind === 'same'
        ? markdownText(text)
        : kind === 'dropped'
          ? `~~${markdownText(text)}~~`
          : `**${markdownText(text)}**`,
    )
    .join('')
}
