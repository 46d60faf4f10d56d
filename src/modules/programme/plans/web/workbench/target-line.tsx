import type { MenuProps } from 'antd'
import type { MouseEvent } from 'react'
import type { PlanTarget } from '#compiler/compiled-plan.ts'
import { accrualHelp, forceTitles, formatPeriod, frameInWords, periodSourceTitles } from '../../domain/labels.data.ts'
import { isJudged, meaningOf } from '../../domain/target/meaning.ts'
import { accrualTitles, formatTarget, kindTitles } from '../../domain/target/wording.ts'
import { ActMenu } from './act-menu.tsx'
import type { Editor } from './editing.ts'
import { OpenReading } from './open-reading.tsx'

interface TargetLineProps {
  target: PlanTarget
  selected: boolean
  editor: Editor | null
  onSelect: (item: string) => void
}

/** How it is read: of which kind, how it adds up, how firmly, where its period comes from, what else is said of it. */
function readAs(target: PlanTarget): string {
  const { kind, modality, force, periodFrom, duplicateOf } = target
  const parts = [
    kindTitles[kind],
    isJudged(target) && accrualTitles[meaningOf(target).accrual],
    force && forceTitles[force],
    modality !== '应当' && modality,
    periodFrom && `期限${periodSourceTitles[periodFrom]}`,
    duplicateOf !== null && '重复',
  ]
  return parts.filter(Boolean).join(' · ')
}

function propose({ clause, valueSpan, indicator }: PlanTarget, editor: Editor): void {
  const proposed = indicator.proposed !== true
  editor.correct({
    kind: 'changeTarget',
    at: clause.span,
    figure: valueSpan,
    target: { indicator: { ...indicator, proposed } },
  })
}

const actsOn = (target: PlanTarget, editor: Editor): MenuProps['items'] => [
  {
    key: 'edit',
    label: '改数字、计数方式、期限',
    extra: 'e',
    onClick: () => editor.edit({ kind: 'changeTarget', target }),
  },
  ...(target.indicator.code === null && isJudged(target)
    ? [
        {
          key: 'propose',
          label: target.indicator.proposed
            ? '撤回新建指标的建议'
            : `建议新建指标：${target.indicator.text}（${target.unit}，${kindTitles[target.kind]}）`,
          onClick: () => propose(target, editor),
        },
      ]
    : []),
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
        <button
          type="button"
          className="plain-button target-words"
          onClick={choose}
          title={`${frameInWords(target.frame)}${accrualHelp[meaningOf(target).accrual]}`}
        >
          <span className="target-name">{target.indicator.text}</span>
          <span className="figure">{formatTarget(target)}</span>
          <span className="quiet target-period">{formatPeriod(target.period)}</span>
          <small className="quiet target-reading">{readAs(target)}</small>
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
        <OpenReading target={target} editor={editor} />
      </dd>
    </div>
  )
}
