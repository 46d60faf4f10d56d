import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { Refusal } from '#kernel/errors.ts'
import { useWrite } from '#ui/client.ts'
import { SchemaForm } from '#ui/schema-form.tsx'
import { formatCycle, type ReportingView, reportingContract } from '../contract.ts'

const { text, kind } = reportingContract.askQuestion.input.shape
const schema = z.object({ text, kind })
const Lying = z.object({ link: z.string() })

/** Where what is asked lies already. */
const linkOf = (error: Error | null) => Lying.safeParse(error instanceof Refusal ? error.details : undefined).data?.link

/** One more thing to ask for one cycle; what the house holds already is not asked again. */
export function QuestionSettings({ reporting }: { reporting: ReportingView }) {
  const { programmeId, cycle, questions, can } = reporting
  const [times, setTimes] = useState(0)
  const ask = useWrite(reportingContract.askQuestion, { quiet: true, onDone: () => setTimes(times + 1) })
  const link = linkOf(ask.error)
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
        <SchemaForm
          key={times}
          schema={schema}
          first={{ kind: 'sentence' }}
          act={`在${formatCycle(cycle.key)}增加这一问`}
          sending={ask}
          onSubmit={(fields) => ask.mutate({ programmeId, cycle: cycle.key, ...fields })}
        >
          {link !== undefined && <Link to={link}>去看已有的内容</Link>}
        </SchemaForm>
      )}
    </div>
  )
}
