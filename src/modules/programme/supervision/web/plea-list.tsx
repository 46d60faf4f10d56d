import { Button } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { formatMoment } from '#ui/words.ts'
import { type OrderPage, type PleaView, supervisionContract } from '../contract.ts'
import { pleaKindTitles, pleaStateTitles } from '../domain/plea.ts'
import { WordsDialog } from './words-dialog.tsx'

interface Answering {
  plea: PleaView
  granted: boolean
}

/** What the agency asked and what it was answered; the office answers here. */
export function PleaList({ order }: { order: OrderPage }) {
  const [answering, setAnswering] = useState<Answering | null>(null)
  const answer = useWrite(supervisionContract.answerPlea, { quiet: true, onDone: () => setAnswering(null) })
  const isLonger = answering?.granted === true && answering.plea.kind === 'extension'
  return (
    <>
      <ol className="stamp-list">
        {order.pleas.map((plea) => (
          <li key={plea.id}>
            <span className="quiet">{formatMoment(plea.askedAt)}</span>
            <div>
              <b>
                {pleaKindTitles[plea.kind]}
                {plea.wantedOn !== null && `至 ${plea.wantedOn}`}
              </b>{' '}
              <span className="quiet">
                {plea.agency} {plea.askedBy} · {pleaStateTitles[plea.state]}
              </span>
              <p>{plea.reason}</p>
              {plea.answer !== null && (
                <p className="quiet">
                  答复：{plea.answer}（{plea.answeredBy}）
                </p>
              )}
              {plea.state === 'asked' && order.can.answerPlea.allowed && (
                <div className="order-acts">
                  <Button onClick={() => setAnswering({ plea, granted: true })}>同意</Button>
                  <Button onClick={() => setAnswering({ plea, granted: false })}>不同意</Button>
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
      {answering && (
        <WordsDialog
          open
          title={`${answering.granted ? '同意' : '不同意'}${pleaKindTitles[answering.plea.kind]}申请`}
          act={answering.granted ? '同意' : '不同意'}
          label="答复理由"
          least={4}
          {...(isLonger && {
            day: { label: '延至', first: answering.plea.wantedOn ?? order.dueOn, from: order.today },
          })}
          pending={answer.isPending}
          error={answer.error}
          onConfirm={({ words, day }) =>
            answer.mutate({
              pleaId: answering.plea.id,
              granted: answering.granted,
              answer: words,
              dueOn: isLonger ? day : null,
            })
          }
          onCancel={() => setAnswering(null)}
        >
          {answering.granted && answering.plea.kind === 'objection' && <p>异议成立，这件督办事项随之撤销。</p>}
        </WordsDialog>
      )}
    </>
  )
}
