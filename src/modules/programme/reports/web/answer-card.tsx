import { Link } from '@tanstack/react-router'
import { Checkbox, Input } from 'antd'
import type { ReactNode } from 'react'
import { FilePick, type FileShown } from '#modules/office/files/web/index.tsx'
import { DueSteps } from '#modules/programme/schedules/web/index.tsx'
import { formatMoment } from '#ui/words.ts'
import { type InboxItem, Progress, progressTitles } from '../contract.ts'
import type { Begun, MetDraft } from '../domain/draft.ts'
import { isComplete, keyOf, withValue } from './answers.ts'
import { FigureField } from './figure-field.tsx'
import { LastWord } from './last-word.tsx'
import { OtherDraft } from './other-draft.tsx'

interface AnswerCardProps {
  item: InboxItem
  begun: MetDraft | undefined
  today: string
  /** Where files wait for a line. */
  place: string
  /** Why the last press did not take it. */
  refusal: string | null
  /** Giving the task to one person of the agency, for those who may. */
  assign: ReactNode
  files: readonly FileShown[]
  onChange: (patch: (old: Begun) => Begun) => void
  onFile: (file: FileShown) => void
  onPending: (count: number) => void
  /** Of two drafts the one to hold. */
  onChoose: (which: 'here' | 'there') => void
}

function States({ item, begun, onChange }: Pick<AnswerCardProps, 'item' | 'onChange'> & { begun: Begun }) {
  return (
    <div className="state-choice" role="radiogroup" aria-label={`${item.title}的状态`}>
      {Progress.options.map((progress) => (
        <label key={progress} data-state={progress} data-chosen={begun.progress === progress}>
          <input
            type="radio"
            name={`state-${keyOf(item)}`}
            checked={begun.progress === progress}
            onChange={() => onChange((old) => ({ ...old, progress }))}
          />
          {progressTitles[progress]}
        </label>
      ))}
    </div>
  )
}

const placeholders = {
  progressed: '一句话：做了什么',
  difficult: '一句话：卡在哪里，要谁支持',
  finished: '一句话：完成了什么（可不填）',
}

/** What comes with anything but 无变化: figures, a sentence, evidence. */
function Particulars({
  item,
  place,
  begun,
  files,
  onChange,
  onFile,
  onPending,
}: Omit<AnswerCardProps, 'begun' | 'today' | 'refusal' | 'assign' | 'onChoose'> & { begun: Begun }) {
  const { progress } = begun
  if (progress === undefined || progress === 'unchanged') return null
  const valueOf = new Map(begun.values?.map(({ targetId, value }) => [targetId, value]))
  return (
    <div className="particulars">
      {item.asked.map((asked) => (
        <FigureField
          key={asked.targetId}
          asked={asked}
          value={valueOf.get(asked.targetId)}
          onValue={(value) => onChange((old) => withValue(old, asked.targetId, value))}
        />
      ))}
      <Input.TextArea
        aria-label={`${item.title}的说明`}
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={500}
        value={begun.text ?? ''}
        placeholder={placeholders[progress]}
        onChange={(e) => onChange((old) => ({ ...old, text: e.target.value }))}
      />
      {progress === 'difficult' && (
        <Checkbox
          checked={begun.needsCoordination === true}
          onChange={(e) => onChange((old) => ({ ...old, needsCoordination: e.target.checked }))}
        >
          提请协调会研究
        </Checkbox>
      )}
      <FilePick
        place={place}
        files={files}
        onAdd={(file) => {
          onFile(file)
          onChange((old) => ({ ...old, fileIds: [...new Set([...(old.fileIds ?? []), file.id])] }))
        }}
        onRemove={(id) => onChange((old) => ({ ...old, fileIds: (old.fileIds ?? []).filter((one) => one !== id) }))}
        onPending={onPending}
      />
    </div>
  )
}

/** One task: a tap says how it stands; only what a tap cannot say is asked. */
export function AnswerCard({ item, begun, today, refusal, assign, onChoose, ...rest }: AnswerCardProps) {
  const answer = begun?.answer ?? {}
  const complete = !begun?.other && isComplete(answer, item)
  return (
    <li className="answer-card" data-complete={complete} aria-label={item.title}>
      <div className="answer-head">
        <Link to={`/tasks/${item.taskId}`} className="answer-title">
          <span className="task-no">{item.number}</span>
          {item.title}
        </Link>
        {begun && answer.progress !== undefined && (
          <small className="quiet">草稿 {formatMoment(new Date(begun.at)).slice(11)}</small>
        )}
      </div>
      {(item.reporter || assign) && (
        <p className="quiet">
          {item.reporter && `指定${item.reporter.name}填报`} {assign}
        </p>
      )}
      {item.delegatedBy && <p className="quiet">受{item.delegatedBy}委托填报</p>}
      {item.said?.status === 'returned' && (
        <p className="returned-note">
          {item.said.settledBy}退回：{item.said.settledReason}
        </p>
      )}
      <LastWord item={item} />
      <DueSteps taskId={item.taskId} steps={item.dueSteps} today={today} />
      <States item={item} begun={answer} onChange={rest.onChange} />
      <Particulars item={item} begun={answer} {...rest} />
      {begun && <OtherDraft item={item} begun={begun} onChoose={onChoose} />}
      {refusal && (
        <p className="form-refusal" role="alert">
          {refusal}
        </p>
      )}
    </li>
  )
}
