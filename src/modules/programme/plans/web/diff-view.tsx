import { Segmented } from 'antd'
import { useState } from 'react'
import { Sheet } from '#ui/page.tsx'
import { EmptyState } from '#ui/states.tsx'
import { changeKindTitles, diffFieldTitles, type ItemChange, isUnchanged, type PlanDiff } from '../domain/plan-diff.ts'
import { DiffItem } from './diff-item.tsx'
import './diff-view.css'

type Kind = ItemChange['kind']
const kinds: readonly Kind[] = ['added', 'dropped', 'changed', 'moved']

const tell = (items: readonly ItemChange[], unit: string): string =>
  kinds
    .map((kind) => ({ kind, count: items.filter((item) => item.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${changeKindTitles[kind]} ${count} ${unit}`)
    .join('、')

/** “任务新增 2 项、修改 5 项；目标修改 7 个。” */
function summary({ document, tasks, targets }: PlanDiff): string {
  const parts = [
    document.length > 0 ? `文件信息改动 ${document.length} 处` : '',
    tasks.length > 0 ? `任务${tell(tasks, '项')}` : '任务没有变化',
    targets.length > 0 ? `目标${tell(targets, '个')}` : '目标没有变化',
  ]
  return `${parts.filter(Boolean).join('；')}。`
}

interface DiffViewProps {
  diff: PlanDiff
  /** What the two sides are called: 第 1 版, 草稿. */
  before: string
  after: string
}

function Items({
  title,
  items,
  kind,
  names,
}: {
  title: string
  items: readonly ItemChange[]
  kind: Kind | 'all'
  names: { before: string; after: string }
}) {
  const shown = items.filter((item) => kind === 'all' || item.kind === kind)
  if (shown.length === 0) return null
  return (
    <Sheet title={`${title} ${shown.length}`}>
      <ul className="diff-items">
        {shown.map((item) => (
          <DiffItem key={`${item.before?.id ?? ''}/${item.after?.id ?? ''}`} item={item} {...names} />
        ))}
      </ul>
    </Sheet>
  )
}

function DocumentChanges({ changes }: { changes: PlanDiff['document'] }) {
  if (changes.length === 0) return null
  return (
    <Sheet title="文件">
      <dl className="diff-fields">
        {changes.map(({ field, before: old, after: now }) => (
          <div key={field}>
            <dt>{diffFieldTitles[field]}</dt>
            <dd>
              <del>{old || '未写明'}</del> → <ins>{now || '未写明'}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}

/** What one version of a plan changed against another: first in one sentence, then item by item with both wordings. */
export function DiffView({ diff, before, after }: DiffViewProps) {
  const [kind, setKind] = useState<Kind | 'all'>('all')
  if (isUnchanged(diff)) return <EmptyState title={`${before}与${after}的任务和目标没有差别`} />
  const all = [...diff.tasks, ...diff.targets]
  const present = kinds.filter((one) => all.some((item) => item.kind === one))
  const options = [
    { value: 'all' as const, label: `全部 ${all.length}` },
    ...present.map((one) => ({
      value: one,
      label: `${changeKindTitles[one]} ${all.filter((i) => i.kind === one).length}`,
    })),
  ]
  const names = { before, after }
  return (
    <div className="diff-view">
      <p className="diff-summary">
        {after}对照{before}：{summary(diff)}
      </p>
      {present.length > 1 && (
        <div className="filter-bar no-print">
          <Segmented aria-label="变化" value={kind} options={options} onChange={setKind} />
        </div>
      )}
      {kind === 'all' && <DocumentChanges changes={diff.document} />}
      <Items title="任务" items={diff.tasks} kind={kind} names={names} />
      <Items title="目标" items={diff.targets} kind={kind} names={names} />
    </div>
  )
}
