import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import type { KeyboardEvent } from 'react'
import { FileThumbs } from '#modules/office/files/web/index.tsx'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { formatMoment } from '#ui/words.ts'
import { progressTitles, type ReportView, type ReviewView } from '../contract.ts'

interface ReviewCardProps {
  review: ReviewView
  chosen: boolean
  onChoose: () => void
  onSign: () => void
  onReturn: () => void
}

type Figure = ReportView['values'][number]

const show = ({ ask }: Figure, value: number | undefined): string | number =>
  value === undefined ? '未报' : ask === 'done' ? (value === 1 ? '做到' : '未做到') : value

/** Figures of this word and the last one side by side. */
function Figures({ review }: { review: ReviewView }) {
  if (review.values.length === 0) return null
  const before = new Map(review.previous?.values.map(({ targetId, value }) => [targetId, value]))
  const striking = new Set(review.flags.flatMap(({ targetId }) => targetId ?? []))
  return (
    <table className="review-figures">
      <thead>
        <tr>
          <th scope="col">目标</th>
          <th scope="col">上次</th>
          <th scope="col">本次</th>
        </tr>
      </thead>
      <tbody>
        {review.values.map((figure) => (
          <tr key={figure.targetId} data-striking={striking.has(figure.targetId)}>
            <th scope="row">{figure.label}</th>
            <td>{show(figure, before.get(figure.targetId))}</td>
            <td>
              <b className="figure">
                {show(figure, figure.value)} <small>{figure.ask === 'number' ? figure.unit : ''}</small>
              </b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Previous({ previous }: { previous: ReportView | null }) {
  if (!previous) return <p className="quiet">上次没有报送</p>
  return (
    <p className="quiet">
      {formatCycle(previous.cycle)}：{progressTitles[previous.progress]}
      {previous.text !== '' && `，${previous.text}`}
    </p>
  )
}

/** One report to decide on, beside the one before it; S signs and R returns while it has the focus. */
export function ReviewCard({ review, chosen, onChoose, onSign, onReturn }: ReviewCardProps) {
  const { allowed, reason } = review.can.review
  const onKeyDown = (e: KeyboardEvent<HTMLLIElement>) => {
    if (e.target !== e.currentTarget) return
    const step = { ArrowDown: e.currentTarget.nextElementSibling, ArrowUp: e.currentTarget.previousElementSibling }[
      e.key
    ]
    if (step instanceof HTMLElement) {
      e.preventDefault()
      step.focus()
    }
    if (!allowed) return
    const act = { s: onSign, r: onReturn, ' ': onChoose }[e.key]
    if (act) {
      e.preventDefault()
      act()
    }
  }
  return (
    <li
      className="review-card"
      tabIndex={0}
      onKeyDown={onKeyDown}
      aria-label={`${review.taskTitle}，${review.agencyName}`}
    >
      <div className="review-head">
        <Checkbox checked={chosen} disabled={!allowed} onChange={onChoose} aria-label={`选择 ${review.taskTitle}`} />
        <Link to={`/tasks/${review.taskId}`} className="review-title">
          <span className="task-no">{review.taskNumber}</span>
          {review.taskTitle}
        </Link>
        <span className="quiet">
          {review.agencyName} {review.submittedBy} · {formatCycle(review.cycle)}
          {review.attempt > 1 && ` · 第 ${review.attempt} 次`} · {formatMoment(review.submittedAt).slice(5)}
          {review.late && <span className="late-tag">迟报</span>}
        </span>
      </div>
      <div className="review-body">
        <div>
          <p className="review-word">
            <b data-state={review.progress}>{progressTitles[review.progress]}</b> {review.text}
            {review.needsCoordination && <span className="kind-tag">提请协调</span>}
          </p>
          <Previous previous={review.previous} />
          <FileThumbs files={review.files} />
        </div>
        <Figures review={review} />
      </div>
      {review.flags.length > 0 && (
        <ul className="review-flags" aria-label="疑点">
          {review.flags.map(({ code, text }) => (
            <li key={`${code}${text}`}>{text}</li>
          ))}
        </ul>
      )}
      <div className="review-acts">
        {allowed ? (
          <>
            <Button onClick={onReturn}>退回</Button>
            <Button type="primary" ghost onClick={onSign}>
              签收
            </Button>
          </>
        ) : (
          <span className="quiet">{reason}</span>
        )}
      </div>
    </li>
  )
}
