import { Input } from 'antd'
import type { z } from 'zod'
import type { PaperView } from '../contract.ts'

export type Interview = NonNullable<z.infer<typeof PaperView>['interview']>

export const emptyInterview = (on: string): Interview => ({
  on, place: '', host: '', invited: '', recorder: '', talk: '', statement: '',
}) // biome-ignore format: one line

const short = { place: '地点', host: '约谈人', invited: '被约谈人', recorder: '记录人' } as const
const long = { talk: '约谈内容', statement: '被约谈单位表态' } as const

interface InterviewFieldsProps {
  value: Interview
  onChange: (value: Interview) => void
  /** Asks for what was said as well. */
  record: boolean
}

/** When, where and with whom; after the talk what was said. */
export function InterviewFields({ value, onChange, record }: InterviewFieldsProps) {
  return (
    <>
      <label>
        <span className="form-label">约谈日期</span>
        <Input type="date" value={value.on} onChange={(e) => onChange({ ...value, on: e.target.value })} />
      </label>
      {(['place', 'host', 'invited', 'recorder'] as const).map((key) => (
        <label key={key}>
          <span className="form-label">
            {short[key]}
            <span className="quiet">（可不填）</span>
          </span>
          <Input maxLength={60} value={value[key]} onChange={(e) => onChange({ ...value, [key]: e.target.value })} />
        </label>
      ))}
      {record &&
        (['talk', 'statement'] as const).map((key) => (
          <label key={key}>
            <span className="form-label">{long[key]}</span>
            <Input.TextArea
              rows={4}
              maxLength={3000}
              value={value[key]}
              onChange={(e) => onChange({ ...value, [key]: e.target.value })}
            />
          </label>
        ))}
    </>
  )
}
