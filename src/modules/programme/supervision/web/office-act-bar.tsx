import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useWrite } from '#ui/client.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { levelTitle, type OrderPage, supervisionContract } from '../contract.ts'
import { PaperDialog } from './paper-dialog.tsx'
import { WordsDialog, type WordsDialogProps } from './words-dialog.tsx'

const { rating, words } = supervisionContract.closeOrder.input.shape
/** 销号 with how well it was done. */
const closing = z.object({ rating, words })

/** Acts that ask for words, and perhaps a day. */
type WordsAct = Omit<WordsDialogProps, 'onCancel'>
type Spoken = 'pass' | 'return' | 'reopen' | 'withdraw' | 'instruct'

function useSpokenActs({ id: orderId, dueOn, today }: OrderPage, close: () => void): Record<Spoken, WordsAct> {
  const quiet = { quiet: true, onDone: close }
  const review = useWrite(supervisionContract.reviewOrder, quiet)
  const reopen = useWrite(supervisionContract.reopenOrder, quiet)
  const withdraw = useWrite(supervisionContract.withdrawOrder, quiet)
  const instruct = useWrite(supervisionContract.instructOrder, quiet)
  const day = { label: '办理时限', first: dueOn < today ? today : dueOn, from: today }
  return {
    pass: {
      title: '复核通过',
      act: '通过',
      label: '复核意见',
      sending: review,
      onConfirm: ({ words: said }) => review.mutate({ orderId, passed: true, words: said, dueOn: null }),
    },
    return: {
      title: '退回重办',
      act: '退回',
      label: '退回理由',
      least: 4,
      day,
      sending: review,
      onConfirm: ({ words: said, day: until }) => review.mutate({ orderId, passed: false, words: said, dueOn: until }),
    },
    reopen: {
      title: '重新办理',
      act: '重新办理',
      label: '理由',
      least: 4,
      day,
      sending: reopen,
      onConfirm: ({ words: said, day: until }) => reopen.mutate({ orderId, words: said, dueOn: until }),
    },
    withdraw: {
      title: '撤销督办事项',
      act: '撤销',
      label: '理由',
      least: 4,
      grave: true,
      sending: withdraw,
      onConfirm: ({ words: said }) => withdraw.mutate({ orderId, words: said }),
      children: <p>撤销后这件事项不再办理，已发文书和办理过程保留。</p>,
    },
    instruct: {
      title: '批示',
      act: '批示',
      label: '批示内容',
      least: 4,
      sending: instruct,
      onConfirm: ({ words: said }) => instruct.mutate({ orderId, words: said }),
    },
  }
}

const furtherTitle = ({ standing }: OrderPage): string =>
  standing === 'below' ? '催办或升级' : levelTitle({ level: 'urge', standing })

interface ActProps {
  order: OrderPage
  close: () => void
}

/** The next paper of the case: the first one hands it out, a later one presses harder. */
function NextPaper({ order, close }: ActProps) {
  const { id: orderId, level, today } = order
  const options = { quiet: true, onDone: close }
  const issue = useWrite(supervisionContract.issueOrder, options)
  const escalate = useWrite(supervisionContract.escalateOrder, options)
  const issues = order.can.issue.allowed
  const papers = order.nextPapers.filter(({ kind }) => kind !== 'circular')
  return (
    <PaperDialog
      standing={order.standing}
      title={issues ? '交办督办事项' : furtherTitle(order)}
      choices={issues ? papers.filter(({ kind }) => kind === level) : papers}
      first={issues ? level : (papers.at(-1)?.kind ?? 'urge')}
      today={today}
      sending={issues ? issue : escalate}
      onConfirm={({ kind, interview, requirement, dueOn, words: said }) => {
        const terms = { orderId, requirement, dueOn, words: said }
        return issues ? issue.mutate(terms) : escalate.mutate({ ...terms, kind, interview })
      }}
      onCancel={close}
    />
  )
}

function CloseOrder({ order, close }: ActProps) {
  const sending = useWrite(supervisionContract.closeOrder, { quiet: true, onDone: close })
  return (
    <FormDialog
      title="销号"
      act="销号"
      schema={closing}
      sending={sending}
      onSubmit={(said) => sending.mutate({ orderId: order.id, ...said })}
      onCancel={close}
    />
  )
}

/** What the office and the leaders can do in a case. */
export function OfficeActBar({ order }: { order: OrderPage }) {
  const { can } = order
  const [opened, setOpened] = useState<Spoken | 'paper' | 'close' | null>(null)
  const close = () => setOpened(null)
  const spoken = useSpokenActs(order, close)
  const issues = can.issue.allowed
  const button = (
    key: NonNullable<typeof opened>,
    label: string,
    kind: 'primary' | 'default' | 'danger' = 'default',
  ) => (
    <Button type={kind === 'primary' ? kind : 'default'} danger={kind === 'danger'} onClick={() => setOpened(key)}>
      {label}
    </Button>
  )
  return (
    <>
      {issues && button('paper', '交办', 'primary')}
      {!issues && can.escalate.allowed && button('paper', furtherTitle(order))}
      {can.review.allowed && button('pass', '复核通过', 'primary')}
      {can.review.allowed && button('return', '退回重办')}
      {can.close.allowed && button('close', '销号', 'primary')}
      {can.instruct.allowed && button('instruct', '批示')}
      {can.reopen.allowed && button('reopen', '重新办理')}
      {can.withdraw.allowed && button('withdraw', '撤销', 'danger')}
      {opened === 'paper' && <NextPaper order={order} close={close} />}
      {opened === 'close' && <CloseOrder order={order} close={close} />}
      {opened !== null && opened !== 'paper' && opened !== 'close' && (
        <WordsDialog {...spoken[opened]} onCancel={close} />
      )}
    </>
  )
}
