import { Button, Input } from 'antd'
import { useState } from 'react'
import { Refusal } from '#kernel/errors.ts'
import { useNotices } from '#ui/notices.tsx'
import { useForm } from '#ui/use-form.ts'
import { type CalendarReading, type CalendarYearView, scheduleContract } from '../contract.ts'

interface CalendarReviewProps {
  reading: CalendarReading
  /** What is known of the year, which this takes the place of. */
  stored: CalendarYearView | undefined
  onClose: () => void
}

const daysIn = (text: string): string[] => text.split(/[\s,，、;；]+/).filter((day) => day !== '')

function Days({ label, text, onText }: { label: string; text: string; onText: (text: string) => void }) {
  return (
    <label>
      <span className="form-label">
        {label} {daysIn(text).length} 天
      </span>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} value={text} onChange={(e) => onText(e.target.value)} />
    </label>
  )
}

/** The days as read, to be mended by hand, with the notice they come from. */
export function CalendarReview({ reading, stored, onClose }: CalendarReviewProps) {
  const { year, doubts } = reading
  const [off, setOff] = useState(reading.holidays.join(' '))
  const [on, setOn] = useState(reading.workdays.join(' '))
  const [source, setSource] = useState(`国务院办公厅关于${year}年部分节假日安排的通知`)
  const { done } = useNotices()
  const close = (recomputed: number) => {
    done(`已录入 ${year} 年放假安排，重排 ${recomputed} 项任务的工期`)
    onClose()
  }
  const save = useForm(
    scheduleContract.saveCalendarYear,
    { holidays: null, workdays: null, source: null, ...stored, year },
    {
      quiet: true,
      onDone: ({ recomputed }) => close(recomputed),
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
      <Days label={`${year} 年放假`} text={off} onText={setOff} />
      <Days label="调休上班" text={on} onText={setOn} />
      <label>
        <span className="form-label">依据</span>
        <Input maxLength={120} value={source} onChange={(e) => setSource(e.target.value)} />
      </label>
      {save.error && (
        <p className="form-refusal" role="alert">
          {save.error instanceof Refusal ? save.error.message : '日期写法有误。请按 2027-01-01 的样子核对后再录入。'}
        </p>
      )}
      <div className="form-acts">
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          loading={save.isPending}
          disabled={daysIn(off).length === 0 || source.trim().length < 4}
          onClick={() => save.mutate({ year, holidays: daysIn(off), workdays: daysIn(on), source })}
        >
          录入并重排工期
        </Button>
      </div>
    </>
  )
}
