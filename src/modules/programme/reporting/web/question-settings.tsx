import { Link } from '@tanstack/react-router'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { Refusal } from '#kernel/errors.ts'
import { useWrite } from '#ui/client.ts'
import { formatCycle, type ReportingView, reportingContract } from '../contract.ts'

const kinds = [
  { value: 'sentence' as const, label: '一句话' },
  { value: 'number' as const, label: '数字' },
  { value: 'yesno' as const, label: '是或否' },
]

const Lying = z.object({ link: z.string() })

/** Why a question is not taken, with the way to where the answer lies. */
function Refused({ error }: { error: Error }) {
  const lying = error instanceof Refusal ? Lying.safeParse(error.details) : undefined
  return (
    <p className="form-refusal" role="alert">
      {error.message} {lying?.success && <Link to={lying.data.link}>去看</Link>}
    </p>
  )
}

/** One more thing to ask for one cycle; what the house holds already is not asked again. */
export function QuestionSettings({ reporting }: { reporting: ReportingView }) {
  const { programmeId, cycle, questions, can } = reporting
  const [text, setText] = useState('')
  const [kind, setKind] = useState<'sentence' | 'number' | 'yesno'>('sentence')
  const ask = useWrite(reportingContract.askQuestion, { quiet: true, onDone: () => setText('') })
  const withdraw = useWrite(reportingContract.withdrawQuestion)
  return (
    <div className="form-stack">
      <p className="quiet">每多一问，所有单位就多填一格。已有的内容（目标、进展、单位信息）不能再问。</p>
      <ul className="setting-history">
        {questions.map((one) => (
          <li key={one.id}>
            {one.text}
            <small className="quiet">
              {formatCycle(one.cycle)}，{one.savedBy}
            </small>
            {can.saveReporting && (
              <Button size="small" type="link" onClick={() => withdraw.mutate({ questionId: one.id })}>
                撤回
              </Button>
            )}
          </li>
        ))}
      </ul>
      {can.saveReporting && cycle && (
        <>
          <Input
            aria-label="问题"
            placeholder="要问各单位什么"
            maxLength={100}
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
          <div className="setting-line">
            <Segmented aria-label="答法" value={kind} options={kinds} onChange={setKind} />
            <Button
              type="primary"
              disabled={text.trim().length < 4}
              loading={ask.isPending}
              onClick={() => ask.mutate({ programmeId, cycle: cycle.key, kind, text: text.trim() })}
            >
              在{formatCycle(cycle.key)}增加这一问
            </Button>
          </div>
          {ask.error && <Refused error={ask.error} />}
        </>
      )}
    </div>
  )
}
