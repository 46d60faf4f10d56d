import { Button } from 'antd'
import type { PlanTarget, TargetAccrual } from '#compiler/compiled-plan.ts'
import { accrualHelp } from '../../domain/labels.data.ts'
import { accrualTitles, kindTitles } from '../../domain/target/wording.ts'
import { isOpen, type OpenShape } from '../../domain/workbench/open-readings.ts'
import type { Editor } from './editing.ts'

interface ChoiceProps {
  /** What is chosen for, for those who hear it. */
  of: string
  readings: OpenShape['readings']
  targets: readonly PlanTarget[]
  editor: Editor
  all?: boolean
}

/** Two readings, two buttons: one click settles as many targets as are given. The first is what holds until then. */
function Choice({ of, readings, targets, editor, all = false }: ChoiceProps) {
  const settle = (accrual: TargetAccrual) => {
    const [first] = targets
    const figures = targets.map(({ valueSpan }) => valueSpan)
    if (first) editor.correct({ kind: 'settleAccrual', at: first.clause.span, figures, accrual })
  }
  return (
    <span className="open-choice">
      {readings.map((accrual, i) => (
        <Button
          key={accrual}
          size="small"
          title={accrualHelp[accrual] + (i === 0 ? '（暂按此计算）' : '')}
          aria-label={`${all ? '都按' : ''}${accrualTitles[accrual]}：${of}`}
          onClick={() => settle(accrual)}
        >
          {`${all ? '都按' : ''}${accrualTitles[accrual]}`}
        </Button>
      ))}
    </span>
  )
}

/** `有两种理解：[期内累计] [当年数]` under a target whose words leave it open; words alone for those who only read. */
export function OpenReading({ target, editor }: { target: PlanTarget; editor: Editor | null }) {
  const { accrual, accrualOther, indicator } = target
  if (!isOpen(target) || !accrual || !accrualOther) return null
  if (!editor) return <span className="open-reading quiet">{`也可理解为${accrualTitles[accrualOther]}，待确认`}</span>
  return (
    <span className="open-reading">
      <span className="to-settle">计数方式待确认</span>
      <Choice of={indicator.text} readings={[accrual, accrualOther]} targets={[target]} {...{ editor }} />
    </span>
  )
}

/** All open targets of one shape settled together. */
export function OpenShapes({ shapes, editor }: { shapes: readonly OpenShape[]; editor: Editor | null }) {
  return (
    <ul className="open-shapes">
      {shapes.map(({ kind, readings, targets }) => {
        const [taken, other] = readings
        return (
          <li key={[kind, ...readings].join()}>
            <span>
              {`${kindTitles[kind]} ${targets.length} 个：`}
              <b>{accrualTitles[taken]}</b>
              {`（${accrualHelp[taken]}）还是`}
              <b>{accrualTitles[other]}</b>
              {`（${accrualHelp[other]}）？暂按前一种。`}
            </span>
            {editor && targets.length > 1 && (
              <Choice of={`${kindTitles[kind]} ${targets.length} 个`} all {...{ readings, targets, editor }} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
