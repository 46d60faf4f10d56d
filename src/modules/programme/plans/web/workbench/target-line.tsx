import type { MenuProps } from 'antd'
import type { MouseEvent } from 'react'
import type { PlanTarget } from '#compiler/compiled-plan.ts'
import { formatPeriod } from '../../domain/labels.data.ts'
import { formatTarget, kindTitles } from '../../domain/target/wording.ts'
import { ActMenu } from './act-menu.tsx'
import type { Editor } from './editing.ts'

interface TargetLineProps {
  target: PlanTarget
  selected: boolean
  editor: Editor | null
  onSelect: (item: string) => void
}

/** When, how firmly, and whether the plan says it twice. */
const remarks = ({ period, modality, duplicateOf }: PlanTarget): string =>
  [formatPeriod(period), modality === '应当' ? '' : modality, duplicateOf === null ? '' : '重复']
    .filter(Boolean)
    .join(' · ')

const actsOn = (target: PlanTarget, editor: Editor): MenuProps['items'] => [
  {
    key: 'edit',
    label: '改数字、单位、期限',
    extra: 'e',
    onClick: () => editor.edit({ kind: 'changeTarget', target }),
  },
  {
    key: 'drop',
    label: '删除，这不是目标',
    extra: 'Delete',
    danger: true,
    onClick: () => editor.correct({ kind: 'dropTarget', at: target.clause.span, figure: target.valueSpan }),
  },
]

/** `年新增合作项目  每年 ≥ 20 项  2026—2028年`: one target, its figure aligned with the others. */
export function TargetLine({ target, selected, editor, onSelect }: TargetLineProps) {
  const item = `target:${target.id}`
  const choose = (e: MouseEvent) => {
    e.stopPropagation()
    onSelect(item)
  }
  return (
    <div className="finding-line target-line" data-item={item} data-selected={selected}>
      <dt>目标</dt>
      <dd>
        <button type="button" className="plain-button target-words" onClick={choose} title={kindTitles[target.kind]}>
          <span className="target-name">{target.indicator.text}</span>
          <span className="figure">{formatTarget(target)}</span>
          <span className="quiet target-period">{remarks(target)}</span>
        </button>
        {editor && (
          <ActMenu
            className="more-button more-on-hover"
            label={`更正目标 ${target.indicator.text}`}
            items={() => actsOn(target, editor)}
          >
            更正
          </ActMenu>
        )}
      </dd>
    </div>
  )
}
