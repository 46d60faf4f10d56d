import { Button, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { weekdayInWords } from '#kernel/day.ts'
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

/** On which day a series is used to meet, at what hour, where, under whom. */
function HabitButton({ programmeId, series }: Of) {
  const [open, setOpen] = useState(false)
  const [habit, setHabit] = useState(series.habit)
  const save = useForm(
    meetingContract.setSeriesHabit,
    open ? { programmeId, seriesKey: series.key, ...series.habit } : null,
    { onDone: () => setOpen(false) },
  )
  const weekly = series.every === 'week'
  return (
    <>
      <Button type="text" onClick={() => (setHabit(series.habit), setOpen(true))}>
        设定惯例
      </Button>
      <Modal
        open={open}
        title={`${series.title}的惯例`}
        okText="保存"
        cancelText="取消"
        okButtonProps={{ loading: save.isPending }}
        onOk={() => save.mutate({ programmeId, seriesKey: series.key, ...habit })}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <div className="form-stack">
          <label>
            <span className="form-label">
              {weekly ? '星期几（1 至 5）' : '期末月份的几号；不是工作日时取最近的工作日'}
            </span>
            <InputNumber
              min={1}
              max={weekly ? 5 : 31}
              value={habit.day}
              onChange={(day) => setHabit({ ...habit, day: day ?? habit.day })}
            />
          </label>
          <label>
            <span className="form-label">时间</span>
            <Input
              type="time"
              value={habit.startsAt ?? ''}
              onChange={(e) => setHabit({ ...habit, startsAt: e.target.value || null })}
            />
          </label>
          <label>
            <span className="form-label">地点</span>
            <Input
              maxLength={80}
              value={habit.place ?? ''}
              onChange={(e) => setHabit({ ...habit, place: e.target.value || null })}
            />
          </label>
          <label>
            <span className="form-label">主持人</span>
            <Input
              maxLength={40}
              value={habit.chair ?? ''}
              onChange={(e) => setHabit({ ...habit, chair: e.target.value || null })}
            />
          </label>
        </div>
      </Modal>
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
