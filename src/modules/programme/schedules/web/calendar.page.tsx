import { Button } from 'antd'
import { may } from '#kernel/contract.ts'
import { shortDay } from '#kernel/day.ts'
import { useSession } from '#modules/office/accounts/web/index.tsx'
import { useRead } from '#ui/client.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Page as Screen } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { type CalendarYearView, scheduleContract } from '../contract.ts'
import { inSpans } from '../domain/day-spans.ts'
import { CalendarEntry } from './calendar-entry.tsx'
import './schedule.css'
import './task-schedule.css'

function spanText([from, to]: [string, string]): string {
  if (from === to) return shortDay(from)
  return `${shortDay(from)}至${from.slice(5, 7) === to.slice(5, 7) ? `${Number(to.slice(8))}日` : shortDay(to)}`
}

function Spans({ days }: { days: readonly string[] }) {
  if (days.length === 0) return <span className="quiet">无</span>
  return (
    <span className="day-spans">
      {inSpans(days).map((span) => (
        <span key={span[0]}>{spanText(span)}</span>
      ))}
    </span>
  )
}

const columns: readonly Column<CalendarYearView>[] = [
  { key: 'year', title: '年份', width: 90, render: ({ year }) => `${year} 年` },
  { key: 'off', title: '放假', render: ({ holidays }) => <Spans days={holidays} /> },
  { key: 'on', title: '调休上班', width: 260, render: ({ workdays }) => <Spans days={workdays} /> },
  {
    key: 'source',
    title: '依据',
    width: 340,
    render: ({ source, from, enteredBy }) => (
      <>
        {source}
        {from === 'county' && <span className="kind-tag">{enteredBy} 录入</span>}
      </>
    ),
  },
]

function YearCard({ year }: { year: CalendarYearView }) {
  return (
    <>
      <p className="card-title">{year.year} 年</p>
      <p>
        放假 <Spans days={year.holidays} />
      </p>
      <p>
        上班 <Spans days={year.workdays} />
      </p>
      <p className="quiet">
        {year.source}
        {year.from === 'county' && `，${year.enteredBy ?? ''} 录入`}
      </p>
    </>
  )
}

/** The working calendar year by year, and the place where a new year's notice is entered. */
export function Page() {
  const years = useRead(scheduleContract.listCalendarYears, {})
  const { data: session } = useSession()
  const isKeeper = session ? may(session.user, scheduleContract.saveCalendarYear) : false
  return (
    <Screen
      title="放假安排与工作日历"
      crumbs={[{ label: '工作方案', to: '/programmes' }]}
      actions={<Button onClick={() => window.print()}>打印</Button>}
    >
      <p className="schedule-note">
        工期按国务院办公厅公布的放假安排计算工作日。没有公布的年份按周一至周五推算并标明“暂定”；公布后在这里录入，涉及的工期随即重排并留下记录。
      </p>
      <Reading of={years}>
        {(all) => (
          <>
            {isKeeper && <CalendarEntry years={all} />}
            <DataTable
              caption="历年放假安排"
              columns={columns}
              rows={all}
              rowKey={({ year }) => `${year}`}
              renderCard={(year) => <YearCard year={year} />}
            />
          </>
        )}
      </Reading>
    </Screen>
  )
}
