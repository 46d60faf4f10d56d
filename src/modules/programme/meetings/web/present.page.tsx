import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { lampTitles } from '#modules/programme/lamps/contract.ts'
import { useRead } from '#ui/client.ts'
import { Lamp } from '#ui/lamp.tsx'
import { useDocumentTitle } from '#ui/page.tsx'
import { EmptyState, ErrorState, LoadingSkeleton } from '#ui/states.tsx'
import { usePathWord, useSetUrlWords, useUrlWord } from '#ui/url-state.ts'
import { type AgendaItemView, type MeetingPage, meetingContract } from '../contract.ts'
import { agendaReasonTitles } from '../domain/agenda.ts'
import { whenAndWhere } from '../domain/meeting.ts'
import './present.css'

const refresh = 60_000

function Cover({ meeting }: { meeting: MeetingPage }) {
  return (
    <section className="slide slide-cover">
      <p className="slide-programme">{meeting.programmeTitle}</p>
      <h1>{meeting.title}</h1>
      <p>{whenAndWhere(meeting)}</p>
      {meeting.chair !== null && <p>主持：{meeting.chair}</p>}
      <ol className="slide-agenda">
        {meeting.items.slice(0, 12).map((item) => (
          <li key={item.id}>
            {item.facts?.lamp && <Lamp colour={item.facts.lamp} label={lampTitles[item.facts.lamp]} size={24} />}
            {item.title}
          </li>
        ))}
      </ol>
      {meeting.items.length > 12 && <p>另有 {meeting.items.length - 12} 项，见后。</p>}
    </section>
  )
}

function Slide({ item, place }: { item: AgendaItemView; place: number }) {
  const { facts, reasons, asked } = item
  return (
    <section className="slide">
      <header className="slide-head">
        <span className="slide-no">{place}</span>
        {facts?.lamp && <Lamp colour={facts.lamp} label={lampTitles[facts.lamp]} size={44} withLabel />}
        <h1>{item.title}</h1>
      </header>
      {facts && (
        <p className="slide-lead">
          牵头：{facts.leads.join('、') || '未明确'}
          {facts.dueOn !== null && `　期限：${facts.dueOn}`}
        </p>
      )}
      <div className="slide-body">
        {reasons.length > 0 && (
          <ul className="slide-why">
            {reasons.slice(0, 4).map(({ kind, text }) => (
              <li key={`${kind}${text}`}>
                <b>{agendaReasonTitles[kind]}</b>
                {text}
              </li>
            ))}
          </ul>
        )}
        {facts && facts.figures.length > 0 && (
          <ul className="slide-figures">
            {facts.figures.slice(0, 3).map(({ targetId, text }) => (
              <li key={targetId}>{text}</li>
            ))}
          </ul>
        )}
        {facts?.reports.slice(0, reasons.length > 3 ? 1 : 2).map(({ id, agency, on, state, text }) => (
          <p key={id} className="slide-said">
            {agency}（{on}，{state}）{text}
          </p>
        ))}
      </div>
      {asked !== '' && <p className="slide-asked">{asked}</p>}
    </section>
  )
}

/** Which slide the address names: 0 is the cover. */
function useSlide(last: number): readonly [number, (to: number) => void] {
  const at = Math.min(last, Math.max(0, Number(useUrlWord('slide')) || 0))
  const set = useSetUrlWords()
  const go = (to: number) => set({ slide: to <= 0 ? '' : String(Math.min(last, to)) })
  useEffect(() => {
    const keys = (e: KeyboardEvent) => {
      if (['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'].includes(e.key)) go(at + 1)
      else if (['ArrowLeft', 'ArrowUp', 'PageUp'].includes(e.key)) go(at - 1)
      else if (e.key === 'Home') go(0)
      else if (e.key === 'End') go(last)
      else return
      e.preventDefault()
    }
    window.addEventListener('keydown', keys)
    return () => window.removeEventListener('keydown', keys)
  })
  return [at, go]
}

function Slides({ meeting }: { meeting: MeetingPage }) {
  const last = meeting.items.length
  const [at, go] = useSlide(last)
  const item = meeting.items[at - 1]
  return (
    <main className="present">
      {item ? <Slide item={item} place={at} /> : <Cover meeting={meeting} />}
      <nav className="present-bar" aria-label="翻页">
        <Link to={`/meetings/${meeting.id}`}>退出</Link>
        <Button type="text" onClick={() => void document.documentElement.requestFullscreen?.()}>
          全屏
        </Button>
        <span>
          {at} / {last}
        </span>
        <Button disabled={at === 0} onClick={() => go(at - 1)}>
          上一页
        </Button>
        <Button disabled={at === last} onClick={() => go(at + 1)}>
          下一页
        </Button>
      </nav>
    </main>
  )
}

/** The agenda for the screen on the wall: one item a slide, turned by keys. */
export function Page() {
  const meeting = useRead(meetingContract.getMeeting, { meetingId: usePathWord('meetingId') }, { every: refresh })
  useDocumentTitle('大屏演示', meeting.data?.title)
  if (meeting.error && !meeting.data) return <ErrorState error={meeting.error} onRetry={() => void meeting.refetch()} />
  if (!meeting.data) return <LoadingSkeleton rows={10} height={72} />
  if (meeting.data.items.length === 0) return <EmptyState title="议程还是空的，没有可演示的议题" />
  return <Slides meeting={meeting.data} />
}
