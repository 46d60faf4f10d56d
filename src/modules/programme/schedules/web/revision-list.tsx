import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { dayOf } from '#kernel/moment.ts'
import { useRead } from '#ui/client.ts'
import { formatMoment } from '#ui/words.ts'
import { type RevisionSummary, type ScheduleView, scheduleContract } from '../contract.ts'
import { revisionTitles } from '../domain/schedule.ts'

/** One change with who made it, when and why. */
export function RevisionLine({ revision }: { revision: RevisionSummary }) {
  const { kind, reason, recordedAt, recordedBy } = revision
  return (
    <li>
      <span className="quiet">{formatMoment(recordedAt)}</span>
      <span>
        {revisionTitles[kind]} <span className="quiet">{recordedBy}</span>
      </span>
      <span>{reason}</span>
    </li>
  )
}

function Revisions({ schedule }: { schedule: ScheduleView }) {
  const { taskId, programmeId, today } = schedule
  const revisions = useRead(scheduleContract.listRevisions, { taskId })
  const first = revisions.data?.at(-1)
  return (
    <>
      <ol className="revision-list">
        {revisions.data?.map((revision) => (
          <RevisionLine key={revision.id} revision={revision} />
        ))}
      </ol>
      {first && (
        <Link
          to={`/programmes/${programmeId}/schedule/compare`}
          search={{ task: taskId, from: dayOf(first.recordedAt), to: today }}
        >
          与任意一天的工期对比
        </Link>
      )}
    </>
  )
}

/** Every change of a task's schedule, asked for when it is unfolded. */
export function RevisionList({ schedule }: { schedule: ScheduleView }) {
  const [open, setOpen] = useState(false)
  return (
    <details className="revisions no-print" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>变更记录 {schedule.number} 次</summary>
      {open && <Revisions schedule={schedule} />}
    </details>
  )
}
