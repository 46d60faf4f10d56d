import { Input } from 'antd'
import { useState } from 'react'
import { type ControlProps, passed, textsIn } from '#ui/form/control.ts'
import { useNotices } from '#ui/notices.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { useForm } from '#ui/use-form.ts'
import { type CalendarReading, type CalendarYearView, scheduleContract } from '../contract.ts'

interface CalendarReviewProps {
  reading: CalendarReading
  /** What is known of the year, which this takes the place of. */
  stored: CalendarYearView | undefined
  onClose: () => void
}

const schema = scheduleContract.saveCalendarYear.input.omit({ year: true })

const daysIn = (text: string): string[] => text.split(/[\s,，、;；]+/).filter((day) => day !== '')

/** Many days as words, one after the other. */
function Days(props: ControlProps) {
  const { value, onChange } = props
  const [text, setText] = useState(() => textsIn(value).join(' '))
  return (
    <Input.TextArea
      {...passed(props)}
      autoSize={{ minRows: 2, maxRows: 8 }}
      value={text}
      onChange={(e) => {
        setText(e.target.value)
        onChange?.(daysIn(e.target.value))
      }}
    />
  )
}

const render = (props: ControlProps) => <Days {...props} />
const help = (days: readonly unknown[] | null | undefined) => `${days?.length ?? 0} 天`

/** The days as read, to be mended by hand, with the notice they come from. */
export function CalendarReview({ reading, stored, onClose }: CalendarReviewProps) {
  const { year, holidays, workdays, doubts } = reading
  const { done } = useNotices()
  const save = useForm(
    scheduleContract.saveCalendarYear,
    { holidays: null, workdays: null, source: null, ...stored, year },
    {
      quiet: true,
      onDone: ({ recomputed }) => {
        done(`已录入 ${year} 年放假安排，重排 ${recomputed} 项任务的工期`)
        onClose()
      },
    },
  )
  return (
    <>
      {doubts.length > 0 && (
        <ul className="conflict-note">
          {doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
      <SchemaForm
        schema={schema}
        first={{ holidays, workdays, source: `国务院办公厅关于${year}年部分节假日安排的通知` }}
        act="录入并重排工期"
        sending={save}
        fields={(typed) => ({
          holidays: { label: `${year} 年放假`, help: help(typed.holidays), render },
          workdays: { help: help(typed.workdays), render },
        })}
        onSubmit={(fields) => save.mutate({ year, ...fields })}
        onCancel={onClose}
      />
    </>
  )
}
