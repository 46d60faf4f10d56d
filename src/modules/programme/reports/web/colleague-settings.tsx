import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useRead, useWrite } from '#ui/client.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { useNotices } from '#ui/notices.tsx'
import { Reading } from '#ui/reading.tsx'
import { formatMoment } from '#ui/words.ts'
import { type ColleagueView, reportContract } from '../contract.ts'

const { toUserId, reason } = reportContract.handOver.input.shape
const schema = z.object({ toUserId, reason })

function HandOver({ from, others }: { from: ColleagueView; others: readonly ColleagueView[] }) {
  const { userId: fromUserId, agencyId, name } = from
  const { done } = useNotices()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const hand = useWrite(reportContract.handOver, {
    quiet: true,
    onDone: ({ drafts, assignments }) => {
      close()
      done(`已交接：草稿 ${drafts} 份，指定任务 ${assignments} 项`)
    },
  })
  return (
    <>
      <Button aria-label={`交接${name}的填报工作`} onClick={() => setOpen(true)}>
        交接
      </Button>
      <FormDialog
        open={open}
        title={`${name}的填报工作交接`}
        act="交接"
        schema={schema}
        sending={hand}
        fields={{ toUserId: { options: others.map((one) => ({ value: one.userId, label: one.name })) } }}
        intro={<p>未报送的草稿和指定给本人的任务一并转给接手人。</p>}
        onSubmit={(fields) => hand.mutate({ fromUserId, agencyId, ...fields })}
        onCancel={close}
      />
    </>
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
              <li key={`${person.userId} ${person.agencyId}`}>
                {person.name} {person.left && <span className="kind-tag">已离任</span>}
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
