import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { DayInput } from '#ui/form/day-field.tsx'
import { formatMoment } from '#ui/words.ts'
import { type OpeningAnswer, type OpeningTask, openingTitles } from '../contract.ts'
import { answerOf, type Changed, startOf } from './opening-answers.ts'
import { OpeningFigureField } from './opening-figure.tsx'

const states = ['finished', 'under_way', 'not_started', 'unclear'] as const

interface OpeningTaskProps {
  task: OpeningTask
  changed: Changed
  today: string
  onAnswer: (answer: OpeningAnswer) => void
  onTakeBack: (taskId: string) => void
}

interface StateProps {
  task: OpeningTask
  answer: OpeningAnswer | null
  today: string
  onAnswer: (answer: OpeningAnswer) => void
}

function State({ task, answer, today, onAnswer }: StateProps) {
  const { taskId, title } = task
  const said = answer?.said
  return (
    <div className="opening-state">
      <div className="state-choice" role="radiogroup" aria-label={`${title}，完成情况`}>
        {states.map((state) => (
          <label key={state} data-state={state} data-chosen={said === state}>
            <input
              type="radio"
              name={taskId}
              checked={said === state}
              onChange={() => onAnswer({ ...(answer ?? startOf(taskId, state)), said: state, on: null })}
            />
            {openingTitles[state]}
          </label>
        ))}
      </div>
      {answer && said !== 'unclear' && (
        <div className="opening-entry">
          {said === 'finished' && (
            <DayInput
              aria-label={`${title}，完成日期`}
              placeholder="完成日期，不详可空"
              value={answer.on ?? ''}
              to={today}
              onChange={(on) => onAnswer({ ...answer, on: on || null })}
            />
          )}
          <Input
            aria-label={`${title}，依据`}
            placeholder="依据，可空"
            value={answer.from}
            maxLength={300}
            onChange={({ target }) => onAnswer({ ...answer, from: target.value })}
          />
        </div>
      )}
    </div>
  )
}

/** Steps of the schedule whose day is over: done, and when, or not done; what is left as it is, is not known. */
function Steps({ task, answer, today, onAnswer }: StateProps) {
  if (task.steps.length === 0 || !answer || answer.said === 'finished' || answer.said === 'unclear') return null
  const { done, undone } = answer
  const set = (stepId: string, on: string | null, isUndone: boolean) =>
    onAnswer({
      ...answer,
      done: [...done.filter((one) => one.stepId !== stepId), ...(on === null ? [] : [{ stepId, on }])],
      undone: [...undone.filter((one) => one !== stepId), ...(isUndone ? [stepId] : [])],
    })
  return (
    <details className="opening-steps" open={done.length + undone.length > 0}>
      <summary>已到期的节点 {task.steps.length} 个，可逐个说明</summary>
      <ul>
        {task.steps.map(({ stepId, title, finishOn }) => {
          const on = done.find((one) => one.stepId === stepId)?.on
          const isUndone = undone.includes(stepId)
          return (
            <li key={stepId}>
              <span>
                {title} <small className="quiet">应在 {finishOn} 完成</small>
              </span>
              <span className="done-choice" role="radiogroup" aria-label={title}>
                <label data-chosen={on !== undefined}>
                  <input
                    type="radio"
                    name={`${task.taskId} ${stepId}`}
                    checked={on !== undefined}
                    onChange={() => set(stepId, finishOn, false)}
                  />
                  已办结
                </label>
                <label data-chosen={isUndone}>
                  <input
                    type="radio"
                    name={`${task.taskId} ${stepId}`}
                    checked={isUndone}
                    onChange={() => set(stepId, null, true)}
                  />
                  未办结
                </label>
              </span>
              {on !== undefined && (
                <DayInput
                  aria-label={`${title}，办结日期`}
                  value={on}
                  to={today}
                  required
                  onChange={(next) => set(stepId, next, false)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** One task with its steps and its figures. */
export function OpeningTaskCard({ task, changed, today, onAnswer, onTakeBack }: OpeningTaskProps) {
  const { taskId, number, title, leads, dueOn, opening, isReported, figures } = task
  const answer = answerOf(taskId, opening, changed)
  const facts = [
    leads.join('、') || '牵头单位未明确',
    dueOn === null ? '' : `${dueOn} 前${dueOn < today ? '，已过期' : ''}`,
  ]
  return (
    <li className="opening-task" data-open={task.isOpen && !changed.has(taskId)}>
      <div className="opening-head">
        <Link to={`/tasks/${taskId}`}>
          {number !== '' && <span className="task-no">{number}</span>} {title}
        </Link>
        <small className="quiet">{facts.filter(Boolean).join(' · ')}</small>
      </div>
      {isReported ? (
        <p className="quiet">已有单位报送，以报送为准{opening && `；期初情况曾填“${openingTitles[opening.said]}”`}</p>
      ) : (
        <>
          <State {...{ task, answer, today, onAnswer }} />
          <Steps {...{ task, answer, today, onAnswer }} />
          {opening && (
            <p className="quiet opening-said">
              {opening.saidBy} {formatMoment(opening.saidAt).slice(0, 10)} 填报“{openingTitles[opening.said]}”
              <Button type="link" size="small" onClick={() => onTakeBack(taskId)}>
                撤回
              </Button>
            </p>
          )}
        </>
      )}
      {figures.map((figure) => (
        <OpeningFigureField
          key={figure.targetId}
          figure={figure}
          answer={answerOf(figure.targetId, figure.opening, changed)}
          today={today}
          onAnswer={onAnswer}
        />
      ))}
    </li>
  )
}
