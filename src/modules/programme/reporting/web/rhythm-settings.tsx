import { Button, Checkbox, Input, InputNumber, Segmented } from 'antd'
import { useState } from 'react'
import { PlanPlaceLink } from '#modules/programme/plans/web/index.tsx'
import { FactList } from '#ui/fact-list.tsx'
import { useNotices } from '#ui/notices.tsx'
import { Quote } from '#ui/quote.tsx'
import { useForm } from '#ui/use-form.ts'
import { type ReportingView, type Rhythm, reportingContract } from '../contract.ts'

const rhythmWords = ({ every, dueDay, dueIn }: Rhythm): string =>
  `${every === 'month' ? '每月' : '每季度'}，${dueIn === 'next' ? '次月' : every === 'month' ? '当月' : '季末月'} ${dueDay} 日前`

/** However many were set before: one that holds from a later day is a change too. */
const formShown = ({ programmeId, rhythm, withMeasures, settings }: ReportingView) => {
  return { programmeId, ...rhythm, withMeasures, holdsFrom: undefined, settings: settings.length }
}

function Form({ reporting }: { reporting: ReportingView }) {
  const { done } = useNotices()
  const [rhythm, setRhythm] = useState<Rhythm>(reporting.rhythm)
  const [holdsFrom, setHoldsFrom] = useState(reporting.today)
  const [withMeasures, setWithMeasures] = useState(reporting.withMeasures)
  const [reason, setReason] = useState('')
  const save = useForm(reportingContract.saveReporting, formShown(reporting), {
    onDone: () => done('报送周期已修改'),
    titles: { every: { month: '每月', quarter: '每季度' }, dueIn: { same: '当期', next: '次月' } },
  })
  const { programmeId } = reporting
  return (
    <div className="form-stack">
      <div className="setting-line">
        <Segmented
          aria-label="周期"
          value={rhythm.every}
          options={[
            { value: 'month' as const, label: '每月' },
            { value: 'quarter' as const, label: '每季度' },
          ]}
          onChange={(every) => setRhythm({ ...rhythm, every })}
        />
        <Segmented
          aria-label="截止月份"
          value={rhythm.dueIn}
          options={[
            { value: 'same' as const, label: '当期' },
            { value: 'next' as const, label: '次月' },
          ]}
          onChange={(dueIn) => setRhythm({ ...rhythm, dueIn })}
        />
        <InputNumber
          aria-label="截止日"
          min={1}
          max={28}
          value={rhythm.dueDay}
          suffix="日前"
          onChange={(dueDay) => setRhythm({ ...rhythm, dueDay: dueDay ?? 25 })}
        />
      </div>
      <Checkbox checked={withMeasures} onChange={(e) => setWithMeasures(e.target.checked)}>
        保障措施也要报送
      </Checkbox>
      <label>
        <span className="form-label">自哪天起</span>
        <Input type="date" min={reporting.today} value={holdsFrom} onChange={(e) => setHoldsFrom(e.target.value)} />
      </label>
      <label>
        <span className="form-label">理由</span>
        <Input value={reason} maxLength={200} onChange={(e) => setReason(e.target.value)} />
      </label>
      <div className="form-acts">
        <Button
          type="primary"
          disabled={reason.trim().length < 4}
          loading={save.isPending}
          onClick={() => save.mutate({ programmeId, ...rhythm, holdsFrom, withMeasures, reason: reason.trim() })}
        >
          修改周期
        </Button>
      </div>
    </div>
  )
}

/** The plan's own words first; a change holds from a day on and is kept with its reason. */
export function RhythmSettings({ reporting }: { reporting: ReportingView }) {
  const { fromPlan, rhythm, settings, planId, withMeasures, can } = reporting
  const source = fromPlan && (
    <PlanPlaceLink planId={planId} span={fromPlan.span}>
      在规划原文中查看
    </PlanPlaceLink>
  )
  return (
    <div className="form-stack">
      <FactList
        facts={[
          { label: '现行周期', value: rhythmWords(rhythm) },
          { label: '保障措施', value: withMeasures ? '一并报送' : '不报送' },
          {
            label: '依据',
            value: settings.length > 0 ? '专班办公室设定' : fromPlan ? '方案原文' : '未写明，按每月 25 日',
          },
        ]}
      />
      {fromPlan && (
        <Quote source={source}>
          {fromPlan.quote}
          {!fromPlan.dayNamed && '（未写明日期，按 25 日）'}
        </Quote>
      )}
      {can.saveReporting && <Form reporting={reporting} />}
      {settings.length > 0 && (
        <ol className="setting-history">
          {settings.map((one) => (
            <li key={one.id}>
              自 {one.holdsFrom}：{rhythmWords(one)}
              <small className="quiet">
                {one.savedBy}，{one.reason}
              </small>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
