import { Button, Select } from 'antd'
import { useState } from 'react'
import { useRead, useWrite } from '#ui/client.ts'
import { ConfirmReason } from '#ui/confirm-reason.tsx'
import { useNotices } from '#ui/notices.tsx'
import { Reading } from '#ui/reading.tsx'
import { formatMoment } from '#ui/words.ts'
import { type ColleagueView, reportContract } from '../contract.ts'

function HandOver({ from, others }: { from: ColleagueView; others: readonly ColleagueView[] }) {
  const { done } = useNotices()
  const [to, setTo] = useState<string>()
  const [asking, setAsking] = useState(false)
  const hand = useWrite(reportContract.handOver, {
    quiet: true,
    onDone: ({ drafts, assignments }) => {
      setAsking(false)
      done(`已交接：草稿 ${drafts} 份，指定任务 ${assignments} 项`)
    },
  })
  return (
    <span className="setting-line">
      <Select
        aria-label={`${from.name}交接给`}
        placeholder="交接给"
        value={to ?? null}
        options={others.map(({ userId, name }) => ({ value: userId, label: name }))}
        onChange={(next) => setTo(next ?? undefined)}
      />
      <Button disabled={!to} onClick={() => setAsking(true)}>
        交接
      </Button>
      <ConfirmReason
        open={asking}
        title={`${from.name}的填报工作交接`}
        act="交接"
        pending={hand.isPending}
        error={hand.error}
        onConfirm={(reason) => to && hand.mutate({ fromUserId: from.userId, toUserId: to, reason })}
        onCancel={() => setAsking(false)}
      >
        未报送的草稿和指定给本人的任务一并转给接手人。
      </ConfirmReason>
    </span>
  )
}

/** Who reports, what lies with them, and handing it over when somebody leaves. */
export function ColleagueSettings() {
  const colleagues = useRead(reportContract.listColleagues, {})
  return (
    <Reading of={colleagues}>
      {(people) => (
        <ul className="setting-history">
          {people.map((person) => {
            const others = people.filter((one) => one.agencyId === person.agencyId && one !== person && !one.left)
            return (
              <li key={person.userId}>
                {person.name} {person.left && <span className="kind-tag">已停用</span>}
                <small className="quiet">
                  {person.agencyName} {person.roleTitle} · 草稿 {person.drafts} · 指定任务 {person.assignments} ·{' '}
                  {person.lastAt ? `上次报送 ${formatMoment(person.lastAt)}` : '未报送过'}
                </small>
                {others.length > 0 && <HandOver from={person} others={others} />}
              </li>
            )
          })}
        </ul>
      )}
    </Reading>
  )
}
