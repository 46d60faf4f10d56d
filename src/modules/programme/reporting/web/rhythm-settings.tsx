import { useState } from 'react'
import { z } from 'zod'
import { PlanPlaceLink } from '#modules/programme/plans/web/index.tsx'
import { FactList } from '#ui/fact-list.tsx'
import { useNotices } from '#ui/notices.tsx'
import { Quote } from '#ui/quote.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { useForm } from '#ui/use-form.ts'
import { type ReportingView, reportingContract, rhythmInWords } from '../contract.ts'

/** However many were set before: one that holds from a later day is a change too. */
const formShown = ({ programmeId, rhythm, withMeasures, settings }: ReportingView) => {
  return { programmeId, ...rhythm, withMeasures, holdsFrom: undefined, settings: settings.length }
}

const { reason, ...asked } = reportingContract.saveReporting.input.omit({ programmeId: true }).shape
const schema = z.object({ ...asked, reason })

function Form({ reporting }: { reporting: ReportingView }) {
  const { programmeId, rhythm, withMeasures, today } = reporting
  const { done } = useNotices()
  const [times, setTimes] = useState(0)
  const save = useForm(reportingContract.saveReporting, formShown(reporting), {
    quiet: true,
    onDone: () => {
      setTimes(times + 1)
      done('报送周期已修改')
    },
  })
  return (
    <SchemaForm
      key={times}
      schema={schema}
      first={{ ...rhythm, withMeasures, holdsFrom: today }}
      act="修改周期"
      sending={save}
      fields={{ holdsFrom: { from: today } }}
      onSubmit={(fields) => save.mutate({ programmeId, ...fields })}
    />
  )
}

/** The plan's own words first; a change holds from a day on and is kept with its reason. */
export function RhythmSettings({ reporting }: { reporting: ReportingView }) {
  const { fromPlan, rhythm, settings, planId, withMeasures, cycle, can } = reporting
  const source = fromPlan && (
    <PlanPlaceLink planId={planId} span={fromPlan.span}>
      在规划原文中查看
    </PlanPlaceLink>
  )
  return (
    <div className="form-stack">
      <FactList
        facts={[
          { label: '现行周期', value: rhythmInWords(rhythm) },
          ...(cycle ? [{ label: '本期截止', value: [cycle.dueOn, cycle.dueNote].filter(Boolean).join('，') }] : []),
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
              自 {one.holdsFrom}：{rhythmInWords(one)}
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
