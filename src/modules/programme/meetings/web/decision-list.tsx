import { Link } from '@tanstack/react-router'
import { dayInWords } from '#kernel/day.ts'
import { FileThumbs } from '#modules/office/files/web/index.tsx'
import { describeTarget } from '#modules/programme/plans/contract.ts'
import type { DecisionView } from '../contract.ts'
import { decisionFateTitles } from '../domain/decision.ts'
import { DecisionActs } from './decision-acts.tsx'

function Fate({ decision, today }: { decision: DecisionView; today: string }) {
  const { fate, task, reason, finishedOn, doneNote, overdue } = decision
  return (
    <p className="decision-fate">
      <span className="kind-tag" data-fate={finishedOn === null ? fate : 'done'}>
        {finishedOn === null ? decisionFateTitles[fate] : `${dayInWords(finishedOn, today)}办结`}
      </span>
      {task && <Link to={`/tasks/${task.id}`}>{task.label}</Link>}
      {reason !== null && <span>理由：{reason}</span>}
      {doneNote !== null && <span>结果：{doneNote}</span>}
      {overdue && <span className="meeting-warn">已过期限</span>}
    </p>
  )
}

interface DecisionLineProps {
  decision: DecisionView
  today: string
  withMeeting?: boolean
}

/** What was decided, who does it, until when, and what became of it. */
export function DecisionLine({ decision, today, withMeeting = false }: DecisionLineProps) {
  const { position, words, owners, dueOn, read, correction, byHand, evidence, meetingId, meetingTitle } = decision
  return (
    <article className="decision" data-id={decision.id}>
      <p className="decision-words">
        <span className="decision-no">{position}.</span>
        {read.topic !== null && <span className="decision-topic">{read.topic}</span>}
        {words}
      </p>
      <p className="decision-facts">
        <span>
          {owners.length === 0 ? (
            <span className="meeting-warn">责任单位未知（记录未写明）</span>
          ) : (
            owners.map(({ name, agencyId, role }) => (
              <span key={name} className="decision-owner">
                {name}
                {role === 'lead' && owners.length > 1 && <small className="quiet">牵头</small>}
                {agencyId === null && <span className="kind-tag">不在名录</span>}
              </span>
            ))
          )}
        </span>
        <span>
          {dueOn === null ? (
            <span className="quiet">期限未定{read.due ? `（${read.due.text}）` : ''}</span>
          ) : (
            `${dueOn} 前`
          )}
        </span>
        {(correction?.words ?? null) === null &&
          read.targets?.map((target) => (
            <span key={target.id}>{`${target.indicator.text}${describeTarget(target)}`}</span>
          ))}
        {withMeeting && <Link to={`/meetings/${meetingId}`}>{meetingTitle}</Link>}
        {byHand && <span className="kind-tag">人工补充</span>}
        {correction !== null && (
          <span className="kind-tag" title={`原读作：${read.words}`}>
            {correction.by}更正
          </span>
        )}
      </p>
      <Fate decision={decision} today={today} />
      <FileThumbs files={evidence} />
      <DecisionActs decision={decision} />
    </article>
  )
}

export function DecisionList({
  decisions,
  today,
  withMeeting = false,
}: {
  decisions: readonly DecisionView[]
  today: string
  withMeeting?: boolean
}) {
  return (
    <ol className="decision-list">
      {decisions.map((decision) => (
        <li key={decision.id}>
          <DecisionLine {...{ decision, today, withMeeting }} />
        </li>
      ))}
    </ol>
  )
}
