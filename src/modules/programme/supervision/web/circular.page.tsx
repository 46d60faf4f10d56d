import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { ProgrammeFrame } from '#modules/programme/programmes/web/index.tsx'
import { useRead, useWrite } from '#ui/client.ts'
import { DayInput } from '#ui/form/day-field.tsx'
import { useNotices } from '#ui/notices.tsx'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { type CircularDraft, orderLevelTitles, supervisionContract } from '../contract.ts'
import { DaysLeft } from './days-left.tsx'
import { StandingTable } from './standing-table.tsx'
import './supervision.css'

const parts = { opening: '一、总体情况', problems: '三、存在问题（逐条点名）', next: '四、下一步要求' } as const

/** The words can be changed; the table is computed and goes out as it stands. */
function Draft({ draft, programmeId }: { draft: CircularDraft; programmeId: string }) {
  const navigate = useNavigate()
  const { done } = useNotices()
  const { title: firstTitle, opening, problems, next } = draft
  const [text, setText] = useState({ title: firstTitle, opening, problems, next })
  const [named, setNamed] = useState<readonly string[]>(
    draft.orders.filter(({ overdue }) => overdue).map(({ id }) => id),
  )
  const [dueOn, setDueOn] = useState(draft.dueOn)
  const issue = useWrite(supervisionContract.issueCircular, {
    onDone: () => {
      done('已印发通报')
      void navigate({ to: `/programmes/${programmeId}/supervision` })
    },
  })
  const write = (key: 'opening' | 'problems' | 'next') => (
    <label>
      <span className="form-label">{parts[key]}</span>
      <Input.TextArea
        autoSize={{ minRows: 3, maxRows: 14 }}
        value={text[key]}
        onChange={(e) => setText({ ...text, [key]: e.target.value })}
      />
    </label>
  )
  const toggle = (id: string, on: boolean) => setNamed((old) => (on ? [...old, id] : old.filter((one) => one !== id)))
  return (
    <Sheet
      title={`通报 ${draft.number}`}
      aside={<span className="quiet">按 {draft.today} 的数据起草，印发时取号</span>}
    >
      <div className="form-stack">
        <label>
          <span className="form-label">标题</span>
          <Input maxLength={120} value={text.title} onChange={(e) => setText({ ...text, title: e.target.value })} />
        </label>
        {write('opening')}
        <div>
          <span className="form-label">二、各单位进展</span>
          <StandingTable standings={draft.standings} />
        </div>
        {write('problems')}
        {write('next')}
        <div>
          <label className="form-label" htmlFor="circular-due">
            反馈时限
          </label>
          <DayInput id="circular-due" required from={draft.today} value={dueOn} onChange={setDueOn} />
        </div>
        <div>
          <span className="form-label">点名的督办事项（随通报升为“{orderLevelTitles.circular}”，须重新签收）</span>
          {draft.orders.length === 0 && (
            <p className="quiet">没有可以点名的督办单。只有已发督办单的事项可以通报点名。</p>
          )}
          <ul className="paper-list">
            {draft.orders.map((order) => (
              <li key={order.id}>
                <Checkbox checked={named.includes(order.id)} onChange={(e) => toggle(order.id, e.target.checked)}>
                  {order.matter} <span className="quiet">{order.host}</span>
                </Checkbox>
                <DaysLeft order={order} today={draft.today} />
              </li>
            ))}
          </ul>
        </div>
        <div className="form-acts">
          <Button onClick={() => void navigate({ to: `/programmes/${programmeId}/supervision` })}>取消</Button>
          <Button
            type="primary"
            loading={issue.isPending}
            disabled={text.title.trim().length < 4 || text.opening.trim().length < 4 || text.next.trim().length < 4}
            onClick={() => issue.mutate({ programmeId, text, orderIds: [...named], dueOn })}
          >
            印发通报
          </Button>
        </div>
      </div>
    </Sheet>
  )
}

function Loaded({ programmeId }: { programmeId: string }) {
  const draft = useRead(supervisionContract.draftCircular, { programmeId })
  return <Reading of={draft}>{(view) => <Draft key={view.number} draft={view} programmeId={programmeId} />}</Reading>
}

/** A circular before it goes out: all figures from the records, the words for a person to settle. */
export function Page() {
  return <ProgrammeFrame tab="起草通报">{({ id }) => <Loaded programmeId={id} />}</ProgrammeFrame>
}
