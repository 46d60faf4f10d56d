import { Button, Input, InputNumber, Segmented } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { useNotices } from '#ui/notices.tsx'
import { useForm } from '#ui/use-form.ts'
import { type ReportingView, reportingContract } from '../contract.ts'

type Target = ReportingView['targets'][number]

const sourceWords = { agency: '由单位填报', outside: '外部提供', computed: '系统计算' } as const
const sources = (['agency', 'outside', 'computed'] as const).map((value) => ({ value, label: sourceWords[value] }))

function Value({ target, programmeId, today }: { target: Target; programmeId: string; today: string }) {
  const { done } = useNotices()
  const [value, setValue] = useState<number | null>(null)
  const [on, setOn] = useState(today)
  const [from, setFrom] = useState(target.from ?? '')
  const record = useWrite(reportingContract.recordOutsideValue, { onDone: () => done('已录入') })
  return (
    <div className="setting-line">
      <InputNumber aria-label="数值" value={value} onChange={setValue} suffix={target.unit} controls={false} />
      <Input aria-label="截至日期" type="date" max={today} value={on} onChange={(e) => setOn(e.target.value)} />
      <Input aria-label="出处" placeholder="出处，如统计快报" value={from} onChange={(e) => setFrom(e.target.value)} />
      <Button
        disabled={value === null || from.trim().length < 2}
        loading={record.isPending}
        onClick={() =>
          value !== null && record.mutate({ programmeId, targetId: target.targetId, value, on, from: from.trim() })
        }
      >
        录入
      </Button>
    </div>
  )
}

function Line({ target, reporting }: { target: Target; reporting: ReportingView }) {
  const { programmeId, today, can } = reporting
  const [source, setSource] = useState(target.source)
  const [from, setFrom] = useState(target.from ?? '')
  const save = useForm(
    reportingContract.setTargetSource,
    {
      programmeId,
      targetId: target.targetId,
      source: target.source,
      from: target.from,
    },
    { titles: { source: sourceWords } },
  )
  const changed = source !== target.source || (source !== 'agency' && from.trim() !== (target.from ?? ''))
  const keep = () =>
    save.mutate({ programmeId, targetId: target.targetId, source, from: source === 'agency' ? null : from.trim() })
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
          {target.value && ` · ${target.value.from} ${target.value.on} 为 ${target.value.value} ${target.unit}`}
        </p>
        {can.saveReporting && (
          <div className="setting-line">
            <Segmented aria-label="数据来源" value={source} options={sources} onChange={setSource} />
            {source !== 'agency' && (
              <Input
                aria-label="来源单位或系统"
                placeholder="来源单位或系统"
                value={from}
                onChange={(e) => setFrom(e.target.value)}
              />
            )}
            <Button
              type="primary"
              disabled={!changed || (source !== 'agency' && from.trim().length < 2)}
              loading={save.isPending}
              onClick={keep}
            >
              保存
            </Button>
          </div>
        )}
        {can.saveReporting && target.source === 'outside' && <Value {...{ target, programmeId, today }} />}
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
