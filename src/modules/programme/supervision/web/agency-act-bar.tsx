import { Button } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { useNotices } from '#ui/notices.tsx'
import { type OrderPage, supervisionContract } from '../contract.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { WordsDialog } from './words-dialog.tsx'

type Opened = 'handle' | 'assist' | 'answer' | 'extension' | 'objection' | null

const handleTitles = { handle: '报告办理情况', assist: '报告协办情况' } as const

/** What the agency can do: sign, report, answer, ask. */
export function AgencyActBar({ order }: { order: OrderPage }) {
  const { id: orderId, can, dueOn, today } = order
  const { done } = useNotices()
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  const finish = (words: string) => () => {
    close()
    done(words)
  }
  const receive = useWrite(supervisionContract.receiveOrder, { onDone: finish('已签收') })
  const handle = useWrite(supervisionContract.handleOrder, { quiet: true, onDone: finish('已报告') })
  const answer = useWrite(supervisionContract.answerOrder, { quiet: true, onDone: finish('已反馈，等待复核') })
  const ask = useWrite(supervisionContract.submitRequest, { quiet: true, onDone: finish('已提交，等待答复') })
  const reports = can.handle.allowed ? 'handle' : can.assist.allowed ? 'assist' : null
  return (
    <>
      {can.receive.allowed && (
        <Button type="primary" loading={receive.isPending} onClick={() => receive.mutate({ orderId, words: '' })}>
          签收
        </Button>
      )}
      {can.answer.allowed && (
        <Button type="primary" onClick={() => setOpened('answer')}>
          反馈
        </Button>
      )}
      {reports && <Button onClick={() => setOpened(reports)}>{handleTitles[reports]}</Button>}
      {can.submitRequest.allowed && (
        <>
          <Button onClick={() => setOpened('extension')}>申请延期</Button>
          <Button onClick={() => setOpened('objection')}>提出异议</Button>
        </>
      )}
      {(opened === 'handle' || opened === 'assist') && (
        <AnswerDialog
          title={handleTitles[opened]}
          act="报告"
          place={`order:${orderId}:handle`}
          sending={handle}
          onConfirm={(said) => handle.mutate({ orderId, ...said })}
          onCancel={close}
        />
      )}
      {opened === 'answer' && (
        <AnswerDialog
          title="反馈办理结果"
          act="反馈"
          place={`order:${orderId}:answer`}
          sending={answer}
          onConfirm={(said) => answer.mutate({ orderId, ...said })}
          onCancel={close}
        />
      )}
      {(opened === 'extension' || opened === 'objection') && (
        <WordsDialog
          title={opened === 'extension' ? '申请延期' : '提出异议'}
          act="提交"
          label="理由"
          least={4}
          {...(opened === 'extension' && { day: { label: `延至（现在的时限是 ${dueOn}）`, first: '', from: today } })}
          sending={ask}
          onConfirm={({ words, day }) =>
            ask.mutate({ orderId, kind: opened, reason: words, wantedOn: opened === 'extension' ? day : null })
          }
          onCancel={close}
        />
      )}
    </>
  )
}
