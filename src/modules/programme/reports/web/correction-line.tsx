import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { withUnit } from '#kernel/figures.ts'
import { useWrite } from '#ui/client.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { formatMoment } from '#ui/words.ts'
import { correctionTitles, type ReportView, reportContract } from '../contract.ts'

const valueField = reportContract.askCorrection.input.shape.value
const reasonField = reportContract.askCorrection.input.shape.reason

/** Asks that a signed figure be another one. */
export function AskCorrection({ report }: { report: ReportView }) {
  const [open, setOpen] = useState(false)
  const ask = useWrite(reportContract.askCorrection, { quiet: true, onDone: () => setOpen(false) })
  const [first] = report.values
  if (!report.can.correct.allowed || !first) return null
  const titles = Object.fromEntries(
    report.values.map(({ targetId, label, unit, value }) => [targetId, `${label}：${withUnit(value, unit)}`]),
  )
  const schema = z.object({
    targetId: z.enum(Object.keys(titles) as [string, ...string[]]).meta({ label: '哪个数', titles, kind: 'radio' }),
    value: valueField,
    reason: reasonField,
  })
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        申请更正
      </Button>
      <FormDialog
        open={open}
        title="申请更正已签收的数"
        act="提交"
        schema={schema}
        first={{ targetId: first.targetId }}
        sending={ask}
        intro={<p>审核人同意后，从当天起按更正后的数亮灯；原数、以前留存的灯色和已印发的材料都不改。</p>}
        onSubmit={(typed) => ask.mutate({ reportId: report.id, ...typed })}
        onCancel={() => setOpen(false)}
      />
    </>
  )
}

/** What was asked to be corrected of a report, with what became of it. */
export function CorrectionLines({ report }: { report: ReportView }) {
  const named = new Map(report.values.map((figure) => [figure.targetId, figure]))
  return (
    <>
      {report.corrections.map((one) => {
        const { label = '目标', unit = '' } = named.get(one.targetId) ?? {}
        return (
          <p key={one.id} className="returned-note">
            {correctionTitles[one.status]}：{label} {one.before} → {withUnit(one.after, unit)}，{one.askedBy}
            {formatMoment(one.askedAt).slice(0, 10)}：{one.reason}
            {one.settledAt && `；${one.settledBy} ${formatMoment(one.settledAt).slice(0, 10)}`}
            {one.settledReason && `：${one.settledReason}`}
          </p>
        )
      })}
    </>
  )
}
