import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useWrite } from '#ui/client.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { type OrderPage, supervisionContract } from '../contract.ts'
import { PaperDialog } from './paper-dialog.tsx'
import { WordsDialog } from './words-dialog.tsx'

const { rating, words } = supervisionContract.closeOrder.input.shape
/** 销号 with how well it was done. */
const closing = z.object({ rating, words })

type Opened = 'paper' | 'pass' | 'return' | 'close' | 'reopen' | 'withdraw' | 'instruct' | null

function useActs(close: () => void) {
  const quiet = { quiet: true, onDone: close }
  return {
    issue: useWrite(supervisionContract.issueOrder, quiet),
    escalate: useWrite(supervisionContract.escalateOrder, quiet),
    review: useWrite(supervisionContract.reviewOrder, quiet),
    close: useWrite(supervisionContract.closeOrder, quiet),
    reopen: useWrite(supervisionContract.reopenOrder, quiet),
    withdraw: useWrite(supervisionContract.withdrawOrder, quiet),
    instruct: useWrite(supervisionContract.instructOrder, quiet),
  }
}

/** What the office and the leaders can do in a case. */
export function OfficeActBar({ order }: { order: OrderPage }) {
  const { id: orderId, can, dueOn, today, level } = order
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  const acts = useActs(close)
  const papers = order.nextPapers.filter(({ kind }) => kind !== 'circular')
  const issues = can.issue.allowed
  const [last] = papers.slice(-1)
  const first = issues ? level : (last?.kind ?? 'urge')
  const later = dueOn < today ? today : dueOn
  return (
    <>
      {(issues || can.escalate.allowed) && (
        <Button type={issues ? 'primary' : 'default'} onClick={() => setOpened('paper')}>
          {issues ? '交办' : '催办或升级'}
        </Button>
      )}
      {can.review.allowed && (
        <>
          <Button type="primary" onClick={() => setOpened('pass')}>
            复核通过
          </Button>
          <Button onClick={() => setOpened('return')}>退回重办</Button>
        </>
      )}
      {can.close.allowed && (
        <Button type="primary" onClick={() => setOpened('close')}>
          销号
        </Button>
      )}
      {can.instruct.allowed && <Button onClick={() => setOpened('instruct')}>批示</Button>}
      {can.reopen.allowed && <Button onClick={() => setOpened('reopen')}>重新办理</Button>}
      {can.withdraw.allowed && (
        <Button danger onClick={() => setOpened('withdraw')}>
          撤销
        </Button>
      )}
      {opened === 'paper' && (
        <PaperDialog
          title={issues ? '交办督办事项' : '催办或升级'}
          choices={issues ? papers.filter(({ kind }) => kind === level) : papers}
          first={first}
          today={today}
          sending={issues ? acts.issue : acts.escalate}
          onConfirm={({ kind, interview, requirement, dueOn: until, words: said }) => {
            const terms = { orderId, requirement, dueOn: until, words: said }
            return issues ? acts.issue.mutate(terms) : acts.escalate.mutate({ ...terms, kind, interview })
          }}
          onCancel={close}
        />
      )}
      {opened === 'pass' && (
        <WordsDialog
          open
          title="复核通过"
          act="通过"
          label="复核意见"
          pending={acts.review.isPending}
          error={acts.review.error}
          onConfirm={({ words }) => acts.review.mutate({ orderId, passed: true, words, dueOn: null })}
          onCancel={close}
        />
      )}
      {opened === 'return' && (
        <WordsDialog
          open
          title="退回重办"
          act="退回"
          label="退回理由"
          least={4}
          day={{ label: '办理时限', first: later, from: today }}
          pending={acts.review.isPending}
          error={acts.review.error}
          onConfirm={({ words, day }) => acts.review.mutate({ orderId, passed: false, words, dueOn: day })}
          onCancel={close}
        />
      )}
      {opened === 'close' && (
        <FormDialog
          title="销号"
          act="销号"
          schema={closing}
          sending={acts.close}
          onSubmit={(said) => acts.close.mutate({ orderId, ...said })}
          onCancel={close}
        />
      )}
      {opened === 'reopen' && (
        <WordsDialog
          open
          title="重新办理"
          act="重新办理"
          label="理由"
          least={4}
          day={{ label: '办理时限', first: later, from: today }}
          pending={acts.reopen.isPending}
          error={acts.reopen.error}
          onConfirm={({ words, day }) => acts.reopen.mutate({ orderId, words, dueOn: day })}
          onCancel={close}
        />
      )}
      {opened === 'withdraw' && (
        <WordsDialog
          open
          title="撤销督办事项"
          act="撤销"
          label="理由"
          least={4}
          grave
          pending={acts.withdraw.isPending}
          error={acts.withdraw.error}
          onConfirm={({ words }) => acts.withdraw.mutate({ orderId, words })}
          onCancel={close}
        >
          <p>撤销后这件事项不再办理，已发文书和办理过程保留。</p>
        </WordsDialog>
      )}
      {opened === 'instruct' && (
        <WordsDialog
          open
          title="批示"
          act="批示"
          label="批示内容"
          least={4}
          pending={acts.instruct.isPending}
          error={acts.instruct.error}
          onConfirm={({ words }) => acts.instruct.mutate({ orderId, words })}
          onCancel={close}
        />
      )}
    </>
  )
}
