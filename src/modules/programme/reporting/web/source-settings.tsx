import { wordsOf } from '#kernel/fields.ts'
import { withUnit } from '#kernel/figures.ts'
import { useWrite } from '#ui/client.ts'
import { useNotices } from '#ui/notices.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { useForm } from '#ui/use-form.ts'
import { type ReportingView, reportingContract } from '../contract.ts'

type Target = ReportingView['targets'][number]

const of = { programmeId: true, targetId: true } as const
const sourceForm = reportingContract.setTargetSource.input.omit(of)
const valueForm = reportingContract.recordOutsideValue.input.omit(of)
const sourceWords = wordsOf(sourceForm.shape.source).titles ?? {}

interface LineProps {
  target: Target
  reporting: ReportingView
}

function Value({ target, reporting }: LineProps) {
  const { programmeId, today } = reporting
  const { targetId, unit, from } = target
  const { done } = useNotices()
  const record = useWrite(reportingContract.recordOutsideValue, { quiet: true, onDone: () => done('已录入') })
  return (
    <SchemaForm
      schema={valueForm}
      first={{ on: today, from }}
      act="录入"
      sending={record}
      fields={{ value: { help: `单位${unit}` }, on: { to: today } }}
      onSubmit={(fields) => record.mutate({ programmeId, targetId, ...fields })}
    />
  )
}

function Source({ target, reporting }: LineProps) {
  const key = { programmeId: reporting.programmeId, targetId: target.targetId }
  const first = { source: target.source, from: target.from }
  const save = useForm(reportingContract.setTargetSource, { ...key, ...first }, { quiet: true })
  return (
    <SchemaForm
      schema={sourceForm}
      first={first}
      act="保存"
      sending={save}
      fields={({ source }) => ({ from: { hidden: source === 'agency', help: '谁提供，或哪个系统' } })}
      onSubmit={({ source, from }) => save.mutate({ ...key, source, from: source === 'agency' ? null : from })}
    />
  )
}

function Line({ target, reporting }: LineProps) {
  const { can } = reporting
  return (
    <details className="source-line">
      <summary>
        <span>
          {target.label || '指标未写明'} <small className="quiet">{target.aim}</small>
        </span>
        <span className="quiet">
          {sourceWords[target.source]}
          {target.from && `：${target.from}`}
        </span>
      </summary>
      <div className="form-stack">
        <p className="quiet">
          {target.taskTitle ?? '总体目标'}
          {target.why && ` · 本期不填：${target.why}`}
          {target.value && ` · ${target.value.from} ${target.value.on} 为 ${withUnit(target.value.value, target.unit)}`}
        </p>
        {can.saveReporting && <Source {...{ target, reporting }} />}
        {can.saveReporting && target.source === 'outside' && <Value {...{ target, reporting }} />}
      </div>
    </details>
  )
}

/** Whose figure each target is; what comes from outside is entered here once, by the office. */
export function SourceSettings({ reporting }: { reporting: ReportingView }) {
  return (
    <>
      <p className="quiet">来自外部或由系统计算的目标不向单位要数，只在报送时显示。</p>
      {reporting.targets.map((target) => (
        <Line key={target.targetId} target={target} reporting={reporting} />
      ))}
    </>
  )
}
