import { useNavigate } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { meetingContract, type SeriesView } from '../contract.ts'
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
        title: `${series.next.period}${series.title.replace(/^(?:月度|季度|双月|半年|年度|每周|半月)/u, '')}`,
        kind: series.kind,
        heldOn: series.next.on,
        startsAt: series.habit.startsAt ?? '',
        place: series.habit.place ?? '',
        chair: series.habit.chair ?? '',
      }
    : { title: '', kind: 'other', heldOn: today, startsAt: '', place: '', chair: '' }

/** Sets a meeting down: of a series, with the day proposed, or for the occasion. */
export function PlanMeeting({ programmeId, series, today, primary = false }: PlanMeetingProps) {
  const [open, setOpen] = useState(false)
  const [value, setValue] = useState(() => first(series, today))
  const navigate = useNavigate()
  const plan = useWrite(meetingContract.planMeeting, {
    quiet: true,
    onDone: ({ id }) => void navigate({ to: `/meetings/${id}` }),
  })
  const { title, kind } = value
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} onClick={() => (setValue(first(series, today)), setOpen(true))}>
        {series ? '安排会议' : '临时开会'}
      </Button>
      <Modal
        open={open}
        title={series ? `安排${series.title}` : '临时安排会议'}
        okText="安排"
        cancelText="取消"
        okButtonProps={{ loading: plan.isPending, disabled: title.trim().length < 2 || value.heldOn === '' }}
        onOk={() => plan.mutate({ programmeId, seriesKey: series?.key ?? null, title, kind, ...toArrangement(value) })}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <div className="form-stack">
          {series && <p className="quiet">{series.next.reason}。</p>}
          <ArrangementFields value={value} onChange={setValue} />
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
