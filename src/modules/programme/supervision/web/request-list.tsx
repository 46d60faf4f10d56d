import { Button } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { formatMoment } from '#ui/words.ts'
import { type OrderPage, type RequestView, supervisionContract } from '../contract.ts'
import { requestKindTitles, requestStateTitles } from '../domain/request.ts'
import { WordsDialog } from './words-dialog.tsx'

interface Answering {
  request: RequestView
  granted: boolean
}

/** What the agency asked and what it was answered; the office answers here. */
export function RequestList({ order }: { order: OrderPage }) {
  const [answering, setAnswering] = useState<Answering | null>(null)
  const answer = useWrite(supervisionContract.answerRequest, { quiet: true, onDone: () => setAnswering(null) })
  const isLonger = answering?.granted === true && answering.request.kind === 'extension'
  return (
    <>
      <ol className="entry-list">
        {order.requests.map((request) => (
          <li key={request.id}>
            <span className="quiet">{formatMoment(request.askedAt)}</span>
            <div>
              <b>
                {requestKindTitles[request.kind]}
                {request.wantedOn !== null && `至 ${request.wantedOn}`}
              </b>{' '}
              <span className="quiet">
                {request.agency} {request.askedBy} · {requestStateTitles[request.state]}
              </span>
              <p>{request.reason}</p>
              {request.answer !== null && (
                <p className="quiet">
                  答复：{request.answer}（{request.answeredBy}）
                </p>
              )}
              {request.state === 'asked' && order.can.answerRequest.allowed && (
                <div className="order-acts">
                  <Button onClick={() => setAnswering({ request, granted: true })}>同意</Button>
                  <Button onClick={() => setAnswering({ request, granted: false })}>不同意</Button>
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
      {answering && (
        <WordsDialog
          title={`${answering.granted ? '同意' : '不同意'}${requestKindTitles[answering.request.kind]}申请`}
          act={answering.granted ? '同意' : '不同意'}
          label="答复理由"
          least={4}
          {...(isLonger && {
            day: { label: '延至', first: answering.request.wantedOn ?? order.dueOn, from: order.today },
          })}
          sending={answer}
          onConfirm={({ words, day }) =>
            answer.mutate({
              requestId: answering.request.id,
              granted: answering.granted,
              answer: words,
              dueOn: isLonger ? day : null,
            })
          }
          onCancel={() => setAnswering(null)}
        >
          {answering.granted && answering.request.kind === 'objection' && <p>异议成立，这件督办事项随之撤销。</p>}
        </WordsDialog>
      )}
    </>
  )
}
