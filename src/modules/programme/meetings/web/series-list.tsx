import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { weekdayInWords } from '#kernel/day.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Sheet } from '#ui/page.tsx'
import { Quote } from '#ui/quote.tsx'
import { useForm } from '#ui/use-form.ts'
import { type MeetingList, meetingContract, type SeriesView } from '../contract.ts'
import { distanceInWords } from './meeting-words.ts'
import { PlanMeeting } from './plan-meeting.tsx'

interface Of {
  programmeId: string
  series: SeriesView
}

const habit = meetingContract.setSeriesHabit.input.omit({ programmeId: true, seriesKey: true })
const dayOf = (most: number, label: string) => habit.extend({ day: z.int().min(1).max(most).meta({ label }) })
const weekly = dayOf(5, '星期几（1 至 5）')
const otherwise = dayOf(31, '期末月份的几号；不是工作日时取最近的工作日')

/** On which day a series is used to meet, at what hour, where, under whom. */
function HabitButton({ programmeId, series }: Of) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const key = { programmeId, seriesKey: series.key }
  const options = { quiet: true, onDone: close }
  const save = useForm(meetingContract.setSeriesHabit, open ? { ...key, ...series.habit } : null, options)
  return (
    <>
      <Button type="text" onClick={() => setOpen(true)}>
        设定惯例
      </Button>
      <FormDialog
        open={open}
        title={`${series.title}的惯例`}
        act="保存"
        schema={series.every === 'week' ? weekly : otherwise}
        first={series.habit}
        sending={save}
        onSubmit={(fields) => save.mutate({ ...key, ...fields })}
        onCancel={close}
      />
    </>
  )
}

function Series({ programmeId, series, today, may }: Of & { today: string; may: boolean }) {
  const { next } = series
  return (
    <li className="series">
      <div className="series-head">
        <strong>{series.title}</strong>
        <span className="quiet">已开 {series.held} 次</span>
      </div>
      <p className="series-next" data-missed={next.missed}>
        {next.missed ? '应补开：' : '下次：'}
        <b>
          {next.on} {weekdayInWords(next.on)}
        </b>
        <span className="quiet">（{distanceInWords(next.on, today)}）</span>
        {next.tentative && <span className="kind-tag">暂定，当年放假安排未公布</span>}
      </p>
      <p className="quiet">{next.reason}。</p>
      {series.words.map(({ text, span }) => (
        <Quote key={span[0]}>{text}</Quote>
      ))}
      {may && (
        <div className="series-acts no-print">
          <PlanMeeting {...{ programmeId, series, today }} primary={next.missed} />
          <HabitButton {...{ programmeId, series }} />
        </div>
      )}
    </li>
  )
}

/** The meetings the plan orders, each with its sentence and the day it should take place next. */
export function SeriesList({ programmeId, list }: { programmeId: string; list: MeetingList }) {
  const { series, today, can } = list
  return (
    <Sheet title="方案规定的会议" aside={can.plan.allowed && <PlanMeeting {...{ programmeId, today }} />}>
      {series.length === 0 ? (
        <p className="quiet">方案中没有读出定期会议（如“每季度召开一次协调会”）。需要开会时可临时安排。</p>
      ) : (
        <ul className="series-list">
          {series.map((one) => (
            <Series key={one.key} {...{ programmeId, series: one, today, may: can.plan.allowed }} />
          ))}
        </ul>
      )}
    </Sheet>
  )
}
