import { InputNumber } from 'antd'
import { useState } from 'react'
import { sheetEndings, sheetHint } from '#kernel/readable-files.data.ts'
import { useWrite } from '#ui/client.ts'
import { FileDrop } from '#ui/file-drop.tsx'
import { useNotices } from '#ui/notices.tsx'
import { Sheet } from '#ui/page.tsx'
import { uploadFile } from '#ui/upload.ts'
import { type CalendarReading, type CalendarYearView, scheduleContract } from '../contract.ts'
import { CalendarReview } from './calendar-review.tsx'

/** Hands in the notice of a year as words or a sheet; what was read is looked over before it is taken. */
export function CalendarEntry({ years }: { years: readonly CalendarYearView[] }) {
  const next = Math.max(...years.map((known) => known.year)) + 1
  const { refused } = useNotices()
  const [year, setYear] = useState(next)
  const [reading, setReading] = useState<CalendarReading | null>(null)
  const read = useWrite(scheduleContract.readCalendarText, { onDone: setReading })
  const take = (file: File | undefined) => {
    if (!file) return
    uploadFile(scheduleContract.readCalendarFile, { year }, file).then(setReading).catch(refused)
  }
  return (
    <Sheet title="录入一年的放假安排">
      <div className="form-stack no-print">
        <label className="calendar-year">
          <span className="form-label">年份</span>
          <InputNumber min={2000} max={2099} precision={0} value={year} onChange={(value) => setYear(value ?? next)} />
        </label>
        {reading === null ? (
          <FileDrop
            title="把放假安排拖到这里，或粘贴通知正文"
            hint={`可用 ${sheetHint}：一行一个日期，旁边写“休”或“班”，或者一行一个节日；也可粘贴放假安排通知的正文`}
            accept={sheetEndings}
            busy={read.isPending}
            onFiles={([file]) => take(file)}
            onText={(text) => read.mutate({ year, text })}
          />
        ) : (
          <CalendarReview
            key={JSON.stringify(reading)}
            reading={reading}
            stored={years.find((known) => known.year === reading.year)}
            onClose={() => setReading(null)}
          />
        )}
      </div>
    </Sheet>
  )
}
