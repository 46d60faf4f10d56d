import { useState } from 'react'
import { daysBetween, shortDay } from '#kernel/day.ts'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { useRead } from '#ui/client.ts'
import { Page as Screen } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { type InboxProgramme, type InboxView, reportContract } from '../contract.ts'
import { isOwed, isSaid } from './answers.ts'
import { InboxSection } from './inbox-section.tsx'
import { PressBar } from './press-bar.tsx'
import { useForm } from './use-form.ts'
import './inbox.css'
import './word.css'

/** 还剩 3 天, 今天截止, 已过 2 天. */
function leftWords(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn)
  if (days === 0) return '今天截止'
  return days > 0 ? `还剩 ${days} 天` : `已过 ${-days} 天`
}

function Done({ programmes }: { programmes: readonly InboxProgramme[] }) {
  const said = programmes.flatMap(({ items }) => items.filter(isSaid))
  const waiting = said.filter(({ said: one }) => one?.status === 'submitted').length
  const signer = [...new Set(programmes.map((one) => one.signer))].join('、')
  return (
    <div className="inbox-done" role="status">
      <b>{said.length === 0 ? '本期没有要报送的任务。' : `本期 ${said.length} 项任务已全部报送。`}</b>
      {waiting > 0 && `接下来由${signer}签收，${waiting} 项待签收。`}
      {said.length > 0 && waiting === 0 && '全部已签收。'}
    </div>
  )
}

function Inbox({ inbox }: { inbox: InboxView }) {
  const form = useForm(inbox)
  const [pending, setPending] = useState<Readonly<Record<string, number>>>({})
  const open = form.items.filter(isOwed)
  const asked = inbox.programmes.some(({ questions }) => questions.some(({ answer }) => answer === null))
  const first = inbox.programmes[0]
  return (
    <Screen
      title="报送"
      width="reading"
      meta={
        first && (
          <>
            {inbox.agencyName} · {formatCycle(first.cycle.key)} · {shortDay(first.cycle.dueOn)}前报送，
            {leftWords(first.cycle.dueOn, inbox.today)}
            {first.cycle.dueNote && `（${first.cycle.dueNote}）`}
          </>
        )
      }
    >
      {form.items.length === 0 && (
        <EmptyState title="现在没有要报送的任务">
          {inbox.agencyId === null
            ? '您的账号没有所属单位，请联系系统管理员补上。'
            : '您的单位牵头的任务开放报送后会出现在这里，截止前三个工作日会提醒。'}
        </EmptyState>
      )}
      {form.items.length > 0 && open.length === 0 && <Done programmes={inbox.programmes} />}
      {inbox.programmes.map((programme) => (
        <InboxSection
          key={programme.programmeId}
          programme={programme}
          form={form}
          today={inbox.today}
          titled={inbox.programmes.length > 1}
          assigning={inbox.can.assignTask ? inbox.agencyId : null}
          onPending={(key, count) => setPending((old) => (old[key] === count ? old : { ...old, [key]: count }))}
        />
      ))}
      {(open.length > 0 || asked || form.ready.length > 0) && (
        <PressBar form={form} pending={Object.values(pending).reduce((sum, count) => sum + count, 0)} />
      )}
    </Screen>
  )
}

/** An agency's one inbox: everything it has to say now, answered in a minute. */
export function Page() {
  const inbox = useRead(reportContract.getInbox, {})
  return (
    <Reading
      of={inbox}
      loading={
        <Screen title="报送" width="reading">
          {null}
        </Screen>
      }
    >
      {(view) => <Inbox key={view.userId} inbox={view} />}
    </Reading>
  )
}
