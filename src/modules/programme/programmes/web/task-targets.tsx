import { Link } from '@tanstack/react-router'
import { formatFirmness, kindTitles } from '#modules/programme/plans/contract.ts'
import { Sheet } from '#ui/page.tsx'
import { Parts } from '#ui/parts.tsx'
import type { TargetView } from '../contract.ts'
import { Figure } from './figure.tsx'
import { targetMarks } from './slots.ts'

/** The figures this task answers for, each with the clause it was read from. */
export function TaskTargets({ targets }: { targets: readonly TargetView[] }) {
  return (
    <Sheet title={targets.length === 0 ? '目标' : `${targets.length} 个目标`}>
      {targets.length === 0 && <p className="quiet">原文没有给这项任务定下数字或里程碑。</p>}
      <ul className="task-targets">
        {targets.map((target) => (
          <li key={target.id}>
            <div className="task-target-line">
              <span>
                <Parts slot={targetMarks} programmeId={target.programmeId} targetId={target.id} />
                <Link to={`/targets/${target.id}`}>{target.indicator.text || '指标未写明'}</Link>
              </span>
              <Figure target={target} />
            </div>
            <p className="quiet">
              {target.sentence} · {kindTitles[target.kind]} · {formatFirmness(target)}
              {target.period === null && ' · 期限未写明'}
              {target.baseline && ` · 基数 ${target.baseline.text}`}
              {target.repeats !== null && ' · 与他处重复'}
            </p>
            <q className="clause">{target.clause.text}</q>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
