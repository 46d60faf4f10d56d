import { Link } from '@tanstack/react-router'
import { Button, Progress } from 'antd'
import { type ChangeEvent, useRef } from 'react'
import { useWrite } from '#ui/client.ts'
import { ink } from '#ui/ink.ts'
import { LinkButton } from '#ui/link-button.tsx'
import { formatBytes, formatMoment } from '#ui/words.ts'
import { type HandInView, type PlanSummary, planContract } from '../contract.ts'
import { handInStateTitles } from '../domain/hand-in.ts'
import { planStateTitles } from '../domain/plan.ts'

interface HandInLineProps {
  handIn: HandInView
  /** What it became or repeats; absent while it is read and after it was discarded. */
  plan: PlanSummary | undefined
  onFiles: (files: readonly File[]) => void
}

/** Choosing another file in the place of the one refused. */
function HandInAgain({ onFiles }: Pick<HandInLineProps, 'onFiles'>) {
  const chooser = useRef<HTMLInputElement>(null)
  const take = (e: ChangeEvent<HTMLInputElement>) => {
    if (e.target.files) onFiles([...e.target.files])
    e.target.value = ''
  }
  return (
    <>
      <Button size="small" onClick={() => chooser.current?.click()}>
        重新递交
      </Button>
      <input ref={chooser} type="file" hidden aria-label="重新选择文件" onChange={take} />
    </>
  )
}

function UnderWay({ handIn: { id, state, stage, done, total } }: { handIn: HandInView }) {
  const stop = useWrite(planContract.stopHandIn)
  const words = state === 'received' ? '已收到，排队等候识读' : total > 0 ? `${stage} ${done}/${total}` : `正在${stage}`
  return (
    <>
      <div className="hand-in-under-way">
        <p>{words}</p>
        <Button size="small" loading={stop.isPending} onClick={() => stop.mutate({ handInId: id })}>
          停止
        </Button>
      </div>
      <Progress
        percent={total > 0 ? Math.round((done / total) * 100) : 0}
        showInfo={false}
        size="small"
        strokeColor={ink.accent}
        aria-label={words}
      />
    </>
  )
}

const countWords = ({ counts: { tasks, targets, errors } }: PlanSummary): string =>
  [`${tasks} 项任务`, `${targets} 个目标`, errors > 0 && `${errors} 个错误`].filter(Boolean).join(' · ')

/** How it ended, and the way on from there. */
function Ending({ handIn, plan, onFiles }: HandInLineProps) {
  const title = plan?.title ?? handIn.planTitle
  if (handIn.state === 'refused')
    return (
      <div className="hand-in-refusal">
        <p>{handIn.refusal}</p>
        <HandInAgain onFiles={onFiles} />
      </div>
    )
  if (handIn.state === 'stopped')
    return (
      <div className="hand-in-done">
        <p className="quiet">已停止识读，没有建立规划。</p>
        <HandInAgain onFiles={onFiles} />
      </div>
    )
  if (!plan) return <p className="quiet">{title ? `《${title}》已作废` : handInStateTitles[handIn.state]}</p>
  const isDraft = plan.state === 'draft'
  const same = handIn.state === 'duplicate'
  return (
    <div className="hand-in-done">
      <div>
        <p>
          {same && '与已有的规划文字相同，没有重复建立：'}
          <Link to="/plans/$planId" params={{ planId: plan.id }}>
            {title}
          </Link>
        </p>
        <p className="quiet">{`${countWords(plan)}　${planStateTitles[plan.state]}`}</p>
      </div>
      {isDraft && !same && (
        <LinkButton size="small" to="/plans/$planId" params={{ planId: plan.id }}>
          去校核
        </LinkButton>
      )}
    </div>
  )
}

/** One file handed in: its name, when and by whom, how far it has come or how it ended. */
export function HandInLine(props: HandInLineProps) {
  const { handIn } = props
  const underWay = handIn.state === 'received' || handIn.state === 'reading'
  return (
    <li className="hand-in" data-state={handIn.state}>
      <div className="hand-in-file">
        <p className="hand-in-name">{handIn.fileName}</p>
        <p className="quiet">
          {`${formatMoment(handIn.handedInAt)}　${handIn.handedInBy}　${formatBytes(handIn.byteLength)}`}
        </p>
      </div>
      <div className="hand-in-fate">{underWay ? <UnderWay handIn={handIn} /> : <Ending {...props} />}</div>
    </li>
  )
}
