import { Button } from 'antd'
import { useState } from 'react'
import { useRead, useWrite } from '#ui/client.ts'
import { ConfirmReason } from '#ui/confirm-reason.tsx'
import { KeyHint } from '#ui/key-hint.tsx'
import { useNotices } from '#ui/notices.tsx'
import { Page as Screen } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { type ReviewView, reportContract } from '../contract.ts'
import { ReviewCard } from './review-card.tsx'
import { WaitingCorrections } from './waiting-corrections.tsx'
import './reviews.css'
import './word.css'

/** How many were done, and the first reason why another was not. */
const fateOf = (settled: readonly { refusal: string | null }[], word: string): string => {
  const refused = settled.filter(({ refusal }) => refusal !== null)
  const done = settled.length - refused.length
  return refused.length === 0
    ? `已${word} ${done} 条`
    : `已${word} ${done} 条；${refused.length} 条没有办成：${refused[0]?.refusal}`
}

function Reviews({ waiting }: { waiting: readonly ReviewView[] }) {
  const { done } = useNotices()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [returning, setReturning] = useState<readonly string[] | null>(null)
  const sign = useWrite(reportContract.signReports, { onDone: (settled) => done(fateOf(settled, '签收')) })
  const giveBack = useWrite(reportContract.returnReports, {
    quiet: true,
    onDone: (settled) => {
      setReturning(null)
      setChosen(new Set())
      done(fateOf(settled, '退回'))
    },
  })
  const mine = waiting.filter(({ can }) => can.review.allowed)
  const plain = mine.filter(({ flags }) => flags.length === 0)
  const picked = mine.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const choose = (id: string) =>
    setChosen((old) => new Set(old.has(id) ? [...old].filter((one) => one !== id) : [...old, id]))
  return (
    <>
      <div className="review-bar" role="toolbar" aria-label="批量审核">
        <span role="status">
          {waiting.length} 条待审核，{plain.length} 条无疑点
        </span>
        <span className="review-keys">
          <KeyHint keys={['↑', '↓']} /> 移动 <KeyHint keys={['S']} /> 签收 <KeyHint keys={['R']} /> 退回
        </span>
        {picked.length > 0 ? (
          <>
            <Button onClick={() => setReturning(picked)}>退回 {picked.length} 条</Button>
            <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate({ reportIds: picked })}>
              签收 {picked.length} 条
            </Button>
          </>
        ) : (
          plain.length > 0 && (
            <Button
              type="primary"
              loading={sign.isPending}
              onClick={() => sign.mutate({ reportIds: plain.map(({ id }) => id) })}
            >
              签收无疑点的 {plain.length} 条
            </Button>
          )
        )}
      </div>
      <ul className="review-list">
        {waiting.map((review) => (
          <ReviewCard
            key={review.id}
            review={review}
            chosen={chosen.has(review.id)}
            onChoose={() => choose(review.id)}
            onSign={() => sign.mutate({ reportIds: [review.id] })}
            onReturn={() => setReturning([review.id])}
          />
        ))}
      </ul>
      <ConfirmReason
        open={returning !== null}
        title={`退回 ${returning?.length ?? 0} 条报送`}
        act="退回"
        pending={giveBack.isPending}
        error={giveBack.error}
        onConfirm={(reason) => giveBack.mutate({ reportIds: [...(returning ?? [])], reason })}
        onCancel={() => setReturning(null)}
      >
        填报人会收到理由，修改后重新报送；这一次的内容留作记录。
      </ConfirmReason>
    </>
  )
}

/** What waits for a signature: signed or sent back one by one or many at once. */
export function Page() {
  const reviews = useRead(reportContract.listReviews, {})
  return (
    <Screen title="审核报送">
      <WaitingCorrections />
      <Reading of={reviews}>
        {(waiting) =>
          waiting.length === 0 ? (
            <EmptyState title="没有待审核的报送">各单位报送后会出现在这里；数字突变、前后矛盾的会标出来。</EmptyState>
          ) : (
            <Reviews waiting={waiting} />
          )
        }
      </Reading>
    </Screen>
  )
}
