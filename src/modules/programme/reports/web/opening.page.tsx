import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useRead, useWrite } from '#ui/client.ts'
import { useAskBeforeLeaving } from '#ui/form/ask-before-leaving.ts'
import { DayInput } from '#ui/form/day-field.tsx'
import { LinkButton } from '#ui/link-button.tsx'
import { useNotices } from '#ui/notices.tsx'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { downloadUrl } from '#ui/upload.ts'
import { usePathWord } from '#ui/url-state.ts'
import { type OpeningAnswer, type OpeningSheet, reportContract } from '../contract.ts'
import { answerOf, type Changed, type Common, completed, isOpenTask, listRunning, startOf } from './opening-answers.ts'
import { OpeningFigureField } from './opening-figure.tsx'
import { OpeningTaskCard } from './opening-task.tsx'
import './inbox.css'
import './opening.css'

function introOf({ counts, publishedOn, startOn }: OpeningSheet): string {
  const { asked, open, unclear } = counts
  const left = open === 0 ? `${asked} 项都已说明` : `还有 ${open} 项没有说明`
  const doubt = unclear > 0 ? `，${unclear} 项不清楚` : ''
  const began = startOn !== null && startOn < publishedOn ? `方案自 ${startOn} 起实施，` : ''
  return `${began}${publishedOn} 在本系统发布。发布前已到期或已开始的事项${left}${doubt}。`
}

interface CommonProps {
  common: Common
  today: string
  onCommon: (common: Common) => void
}

function CommonFields({ common, today, onCommon }: CommonProps) {
  return (
    <div className="opening-common">
      <span>没有另填的数</span>
      <DayInput
        aria-label="没有另填的数，截至"
        placeholder="截至"
        value={common.on}
        to={today}
        onChange={(on) => onCommon({ ...common, on })}
      />
      <Input
        aria-label="没有另填的数，依据"
        placeholder="依据：如2026年度工作台账"
        value={common.from}
        maxLength={300}
        onChange={({ target }) => onCommon({ ...common, from: target.value })}
      />
    </div>
  )
}

/** The answers in hand, and what is done with them. */
function useAnswers(programmeId: string) {
  const [changed, setChanged] = useState<Changed>(new Map())
  const [common, setCommon] = useState<Common>({ on: '', from: '' })
  const { done } = useNotices()
  const save = useWrite(reportContract.saveOpening, {
    onDone: ({ saved }, { answers }) => {
      const sent = new Set(answers.map(({ subjectId }) => subjectId))
      setChanged((old) => new Map([...old].filter(([id]) => !sent.has(id))))
      done(`已保存 ${saved} 项`)
    },
  })
  useAskBeforeLeaving(changed.size > 0)
  const ready = [...changed.values()].flatMap((answer) => completed(answer, common) ?? [])
  return {
    changed,
    common,
    setCommon,
    ready,
    isSaving: save.isPending,
    change: (answer: OpeningAnswer) => setChanged((old) => new Map([...old, [answer.subjectId, answer]])),
    save: () => save.mutate({ programmeId, answers: ready }),
    takeBack: (taskId: string) => save.mutate({ programmeId, answers: [startOf(taskId, 'withdrawn')] }),
  }
}

function Bar({ sheet, answers }: { sheet: OpeningSheet; answers: ReturnType<typeof useAnswers> }) {
  const { changed, ready } = answers
  const running = listRunning(sheet, changed)
  const lacking = changed.size - ready.length
  if (changed.size === 0 && running.length === 0) return null
  return (
    <div className="press-bar">
      <p className="press-progress quiet" role="status">
        {changed.size === 0 ? '' : `${changed.size} 项未保存`}
        {lacking > 0 && `，其中 ${lacking} 项没有填全：数值要有截至日期和依据`}
      </p>
      <div className="press-acts">
        {running.length > 0 && (
          <Button onClick={() => running.forEach(({ taskId }) => answers.change(startOf(taskId, 'under_way')))}>
            未到期的 {running.length} 项都是进行中
          </Button>
        )}
        <Button type="primary" disabled={ready.length === 0} loading={answers.isSaving} onClick={answers.save}>
          保存 {ready.length} 项
        </Button>
      </div>
    </div>
  )
}

function Answers({ sheet, programmeId }: { sheet: OpeningSheet; programmeId: string }) {
  const answers = useAnswers(programmeId)
  const [onlyOpen, setOnlyOpen] = useState(false)
  const { changed, change } = answers
  const { tasks, overall, today, counts } = sheet
  if (tasks.length + overall.length === 0)
    return (
      <EmptyState title="没有要说明的期初情况">
        方案发布时还没有到期的任务，目标也还没有开始，按报送亮灯即可。
      </EmptyState>
    )
  const isShown = (isOpen: boolean, id: string) => !onlyOpen || isOpen || changed.has(id)
  return (
    <div className="opening-page">
      <p className="opening">{introOf(sheet)}</p>
      <p className="quiet">
        填一次即可：每条记下填报人和日期，显示时注明“期初情况，办公室填报”，不算任何单位的报送。单位首次报送后以报送为准；没有说明的保持灰灯。
      </p>
      <div className="opening-tools">
        <CommonFields common={answers.common} today={today} onCommon={answers.setCommon} />
        {counts.open > 0 && (
          <Checkbox checked={onlyOpen} onChange={({ target }) => setOnlyOpen(target.checked)}>
            只看没有说明的
          </Checkbox>
        )}
      </div>
      <ul className="opening-tasks">
        {tasks
          .filter((task) => isShown(isOpenTask(task), task.taskId))
          .map((task) => (
            <OpeningTaskCard
              key={task.taskId}
              {...{ task, changed, today }}
              onAnswer={change}
              onTakeBack={answers.takeBack}
            />
          ))}
      </ul>
      {overall.length > 0 && (
        <Sheet title="总体目标">
          {overall
            .filter(({ isOpen, targetId }) => isShown(isOpen, targetId))
            .map((figure) => (
              <OpeningFigureField
                key={figure.targetId}
                figure={figure}
                answer={answerOf(figure.targetId, figure.opening, changed)}
                today={today}
                onAnswer={change}
              />
            ))}
        </Sheet>
      )}
      <Bar sheet={sheet} answers={answers} />
    </div>
  )
}

/** 这份方案里哪些已经做了: asked once of the office where a plan was published in the middle of its time. */
export function Page() {
  const programmeId = usePathWord('programmeId')
  const sheet = useRead(reportContract.getOpening, { programmeId })
  return (
    <Screen
      title="这份方案里哪些已经做了"
      tab="期初情况"
      width="reading"
      crumbs={sheet.data ? [{ label: sheet.data.programmeTitle, to: `/programmes/${programmeId}` }] : []}
      actions={
        <>
          <Button href={downloadUrl(reportContract.downloadTemplate, { programmeId })} download>
            导出表格
          </Button>
          <LinkButton to={`/programmes/${programmeId}/opening/import`}>从台账导入</LinkButton>
        </>
      }
    >
      <Reading of={sheet}>{(view) => <Answers sheet={view} programmeId={programmeId} />}</Reading>
    </Screen>
  )
}
