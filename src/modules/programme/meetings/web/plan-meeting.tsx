import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useWrite } from '#ui/client.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import type { Values } from '#ui/schema-form.tsx'
import { meetingContract, type SeriesView } from '../contract.ts'
import { nameOfMeeting, type Period, periodsToChoose } from '../domain/series-dates.ts'

interface PlanMeetingProps {
  programmeId: string
  /** The series it belongs to; left out for a meeting called for the occasion. */
  series?: SeriesView
  today: string
}

const { title, kind, heldOn, startsAt, place, chair } = meetingContract.planMeeting.input.shape
const period = z.string().optional().meta({ label: '算作哪一期的会议' })
const schema = z.object({ title, kind, heldOn, startsAt, place, chair, period })

function firstOf({ series, today }: Omit<PlanMeetingProps, 'programmeId'>): Values<typeof schema> {
  if (!series) return { kind: 'other', heldOn: today }
  const { habit, next } = series
  return {
    title: nameOfMeeting(series.title, next.period),
    kind: series.kind,
    heldOn: next.on,
    startsAt: habit.startsAt,
    place: habit.place,
    chair: habit.chair,
  }
}

const dayIn = ({ start, end }: Period, days: readonly string[]): string =>
  days.find((day) => day >= start && day <= end) ?? start

/** Which periods of the series a day may stand for, the likeliest first. */
const periodsOf = (series: SeriesView | undefined, on: string | null | undefined): readonly Period[] =>
  series && heldOn.safeParse(on).success ? periodsToChoose(series.every, series.next.periodOn, on ?? '') : []

function PlanDialog({ programmeId, series, today, onClose }: PlanMeetingProps & { onClose: () => void }) {
  /** The name follows the period until somebody gives it another. */
  const [isNamed, setNamed] = useState(false)
  const navigate = useNavigate()
  const plan = useWrite(meetingContract.planMeeting, {
    quiet: true,
    onDone: ({ id }) => void navigate({ to: `/meetings/${id}` }),
  })
  const chosenOf = (values: Values<typeof schema>): Period | undefined => {
    const periods = periodsOf(series, values.heldOn)
    return periods.find(({ start }) => start === values.period) ?? periods[0]
  }
  const follow = (changed: Values<typeof schema>, all: Values<typeof schema>) => {
    if (changed.title !== undefined) setNamed(true)
    const chosen = chosenOf(all)
    if (!series || !chosen) return
    const isOwn = isNamed || changed.title !== undefined
    return { period: chosen.start, ...(!isOwn && { title: nameOfMeeting(series.title, chosen.title) }) }
  }
  return (
    <FormDialog
      title={series ? `安排${series.title}` : '临时安排会议'}
      act="安排"
      schema={schema}
      first={firstOf({ series, today })}
      sending={plan}
      intro={series && <p className="quiet">{series.next.reason}。</p>}
      // Asked only where the day lies outside the period the series wants its next meeting for.
      fields={(values) => {
        const options = periodsOf(series, values.heldOn).map(({ start, title: label }) => ({ value: start, label }))
        return { period: { options, hidden: options.length < 2 } }
      }}
      onChange={follow}
      onSubmit={({ period: start, ...fields }) => {
        const chosen = chosenOf({ heldOn: fields.heldOn, period: start })
        const periodOn = series && chosen ? dayIn(chosen, [series.next.periodOn, fields.heldOn]) : null
        plan.mutate({ programmeId, seriesKey: series?.key ?? null, periodOn, ...fields })
      }}
      onCancel={onClose}
    />
  )
}

/** Sets a meeting down: of a series, with the day proposed, or for the occasion. */
export function PlanMeeting({ primary = false, ...meeting }: PlanMeetingProps & { primary?: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {meeting.series ? '安排会议' : '临时开会'}
      </Button>
      {open && <PlanDialog {...meeting} onClose={() => setOpen(false)} />}
    </>
  )
}
