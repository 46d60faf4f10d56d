import { Link } from '@tanstack/react-router'
import { dayInWords } from '#kernel/day.ts'
import type { TaskView } from '#modules/programme/programmes/contract.ts'
import { useRead } from '#ui/client.ts'
import { Lamp } from '#ui/lamp.tsx'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { lampContract, lampTitles, type NamedVerdict, type TaskVerdictPage } from '../contract.ts'
import { reasonsOfSummary } from '../domain/compare-lamps.ts'
import { VerdictDetail } from './verdict-detail.tsx'
import './lamps.css'

function Sentence({ verdict, today }: { verdict: NamedVerdict; today: string }) {
  const [first] = reasonsOfSummary(verdict)
  const { summary, freshness, sinceOn } = verdict
  return (
    <p className="lamp-sentence">
      <Lamp
        colour={summary}
        label={lampTitles[summary]}
        freshness={freshness.state === 'stale' ? 'stale' : 'fresh'}
        size={16}
      />
      <span>
        <b>{lampTitles[summary]}</b>
        {sinceOn !== null && <span className="quiet">（自{dayInWords(sinceOn, today)}）</span>}
        {first && <>：{first.text}</>}
      </span>
    </p>
  )
}

/** One shape a month, as it stood on the last kept day. */
function Months({ page }: { page: TaskVerdictPage }) {
  if (page.months.length === 0) return null
  return (
    <ul className="lamp-months" aria-label="各月末灯色">
      {page.months.map(({ month, day, lamp }) => (
        <li key={month}>
          <Link
            to={`/programmes/${page.programmeId}/lamps`}
            search={{ on: day ?? undefined }}
            title={`${day ?? month}：${lamp ? lampTitles[lamp] : '未留存'}`}
          >
            {lamp && <Lamp colour={lamp} label={`${month} ${lampTitles[lamp]}`} />}
            <small>{month.endsWith('-01') ? `${month.slice(2, 4)}年1月` : `${Number(month.slice(5))}月`}</small>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** On the page of a task: its lamp in one sentence, why, and how it went month by month. */
export function Part({ task }: { task: TaskView }) {
  const page = useRead(lampContract.getTaskVerdict, { taskId: task.id })
  return (
    <Sheet title="亮灯" aside={<Link to={`/programmes/${task.programmeId}/lamps`}>全部任务的亮灯</Link>}>
      <Reading of={page}>
        {(view) =>
          view.verdict ? (
            <>
              <Sentence verdict={view.verdict} today={view.today} />
              <details className="lamp-why" open={view.verdict.summary === 'red'}>
                <summary>依据</summary>
                <VerdictDetail verdict={view.verdict} without={['statement', 'step']} />
              </details>
              <Months page={view} />
            </>
          ) : (
            <p className="quiet">这项任务已不在现行方案中，不再亮灯。</p>
          )
        }
      </Reading>
    </Sheet>
  )
}
