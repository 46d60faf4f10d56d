import { useNavigate } from '@tanstack/react-router'
import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { meetingContract, type SeriesView } from '../contract.ts'
import { nameOfMeeting, type Period, periodsToChoose } from '../domain/series-dates.ts'
import { type Arrangement, ArrangementFields, toArrangement } from './arrangement-fields.tsx'

interface PlanMeetingProps {
  programmeId: string
  /** The series it belongs to; left out for a meeting called for the occasion. */
  series?: SeriesView
  today: string
  primary?: boolean
}

const first = (series: SeriesView | undefined, today: string): Arrangement =>
  series
    ? {
        title: nameOfMeeting(series.title, series.next.period),
        kind: series.kind,
        heldOn: series.next.on,
        startsAt: series.habit.startsAt ?? '',
        place: series.habit.place ?? '',
        chair: series.habit.chair ?? '',
      }
    : { title: '', kind: 'other', heldOn: today, startsAt: '', place: '', chair: '' }

const dayIn = ({ start, end }: Period, days: readonly string[]): string =>
  days.find((day) => day >= start && day <= end) ?? start

interface PeriodFieldProps {
  periods: readonly Period[]
  value: string | undefined
  onChange: (start: string) => void
}

/** Asked only where the day lies outside the period the series wants its next meeting for. */
function PeriodField({ periods, value, onChange }: PeriodFieldProps) {
  if (periods.length < 2) return null
  return (
    <label>
      <span className="form-label">算作哪一期的会议</span>
      <Select
        value={value}
        options={periods.map(({ start, title }) => ({ value: start, label: title }))}
        style={{ width: '100%' }}
        onChange={onChange}
      />
    </label>
  )
}

/** Sets a meeting down: of a series, with the day proposed, or for the occasion. */
export function PlanMeeting({ programmeId, series, today, primary = false }: PlanMeetingProps) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState(() => first(series, today))
  const [chosen, setChosen] = useState<string>()
  /** The name follows the period until somebody gives it another. */
  const [isNamed, setNamed] = useState(false)
  const navigate = useNavigate()
  const plan = useWrite(meetingContract.planMeeting, {
    quiet: true,
    onDone: ({ id }) => void navigate({ to: `/meetings/${id}` }),
  })
  const periods = series && typed.heldOn !== '' ? periodsToChoose(series.every, series.next.periodOn, typed.heldOn) : []
  const period = periods.find(({ start }) => start === chosen) ?? periods[0]
  const periodOn = series && period ? dayIn(period, [series.next.periodOn, typed.heldOn]) : null
  const value = series && period && !isNamed ? { ...typed, title: nameOfMeeting(series.title, period.title) } : typed
  const { title, kind } = value
  const begin = () => {
    setTyped(first(series, today))
    setChosen(undefined)
    setNamed(false)
    setOpen(true)
  }
  const change = (next: Arrangement) => {
    if (next.title !== value.title) setNamed(true)
    setTyped(next)
  }
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} onClick={begin}>
        {series ? '安排会议' : '临时开会'}
      </Button>
      <Modal
        open={open}
        title={series ? `安排${series.title}` : '临时安排会议'}
        okText="安排"
        cancelText="取消"
        okButtonProps={{ loading: plan.isPending, disabled: title.trim().length < 2 || value.heldOn === '' }}
        onOk={() =>
          plan.mutate({ programmeId, seriesKey: series?.key ?? null, periodOn, title, kind, ...toArrangement(value) })
        }
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <div className="form-stack">
          {series && <p className="quiet">{series.next.reason}。</p>}
          <ArrangementFields value={value} onChange={change} />
          <PeriodField periods={periods} value={period?.start} onChange={setChosen} />
          {plan.error && (
            <p className="form-refusal" role="alert">
              {plan.error.message}
            </p>
          )}
        </div>
      </Modal>
    </>
  )
}
