import type { ReactNode } from 'react'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { KeyHint } from '#ui/key-hint.tsx'
import { nameUnsettled } from '../../domain/publication.ts'
import { isOpen } from '../../domain/workbench/open-readings.ts'
import type { ShownProblem } from './problem-list.tsx'

interface WorkbenchBarProps {
  plan: CompiledPlan
  problems: readonly ShownProblem[]
  unsettled: number
  next?: ReactNode
}

/** “27 项任务 · 93 个目标 · 12 个单位待确认 · 3 个错误” and the one next act. */
export function WorkbenchBar({ plan, problems, unsettled, next }: WorkbenchBarProps) {
  const measures = plan.tasks.filter((task) => task.kind === 'measure').length
  const open = plan.targets.filter(isOpen).length
  const errors = problems.filter(
    ({ severity, accepted, code }) => severity === 'error' && !accepted && code !== nameUnsettled,
  ).length
  const parts = [
    `${plan.tasks.length - measures} 项任务`,
    measures > 0 && `${measures} 项保障措施`,
    `${plan.targets.length} 个目标`,
    plan.cadences.length > 0 && `${plan.cadences.length} 项频次要求`,
    unsettled > 0 && `${unsettled} 个单位待确认`,
    open > 0 && `${open} 个目标的计数方式待确认`,
    errors > 0 && `${errors} 个错误`,
  ].filter((part) => part !== false)
  return (
    <footer className="workbench-bar no-print">
      <p role="status">{parts.join(' · ')}</p>
      <p className="quiet workbench-keys">
        <KeyHint keys={['j', 'k']} /> 下一处、上一处　
        <KeyHint keys={['r']} /> 改名称　
        <KeyHint keys={['e']} /> 改目标　
        <KeyHint keys={['?']} /> 全部快捷键
      </p>
      {next && <div className="workbench-next">{next}</div>}
    </footer>
  )
}
