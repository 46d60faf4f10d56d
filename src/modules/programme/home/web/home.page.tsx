import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { may } from '#kernel/contract.ts'
import { minuteOf } from '#kernel/moment.ts'
import { useSession } from '#modules/office/accounts/web/index.tsx'
import { organisationContract } from '#modules/office/organisations/contract.ts'
import type { ProgrammeView } from '#modules/programme/programmes/contract.ts'
import { Opening, ProgrammeFrame } from '#modules/programme/programmes/web/index.tsx'
import { SmallChart } from '#modules/programme/wallcharts/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { Reading } from '#ui/reading.tsx'
import { LoadingSkeleton } from '#ui/states.tsx'
import { type HomeView, homeContract } from '../contract.ts'
import { openingSentence } from '../domain/opening-sentence.ts'
import { DoubtList } from './doubt-list.tsx'
import { FreshnessSheet } from './freshness-sheet.tsx'
import { OutlookList } from './outlook-list.tsx'
import { TodoList } from './todo-list.tsx'
import { WorseList } from './worse-list.tsx'
import './home.css'

function Asides({ home }: { home: HomeView }) {
  const { notes } = home
  const { data: session } = useSession()
  return (
    <p className="quiet home-asides">
      截至 {minuteOf(home.asOf)}
      {notes !== null && notes.all > 0 && (
        <Link to="/leader-notes">
          领导批示 {notes.all} 件{notes.open > 0 && `，${notes.open} 件待回复`}
        </Link>
      )}
      {session && may(session.user, organisationContract.listContacts) && <Link to="/contacts">联络员</Link>}
    </p>
  )
}

function Home({ home, programme }: { home: HomeView; programme: ProgrammeView }) {
  return (
    <>
      <Opening parts={openingSentence(home.sentence)} programmeId={programme.id} />
      <Asides home={home} />
      <div className="home">
        <div>
          <WorseList home={home} />
          <OutlookList home={home} />
        </div>
        <div>
          <TodoList todos={home.todos} today={home.today} />
          <FreshnessSheet home={home} />
          <DoubtList home={home} />
        </div>
      </div>
      <SmallChart />
    </>
  )
}

function Homes({ programme, loading }: { programme: ProgrammeView; loading: ReactNode }) {
  const home = useRead(homeContract.getHome, { programmeId: programme.id })
  return (
    <Reading of={home} loading={loading}>
      {(view) => <Home home={view} programme={programme} />}
    </Reading>
  )
}

/** Where a programme stands: one sentence, what turned worse and why, what is mine to do, where the targets will end. */
export function Page() {
  return (
    <ProgrammeFrame tab="要情">
      {(programme) => <Homes programme={programme} loading={<LoadingSkeleton rows={9} />} />}
    </ProgrammeFrame>
  )
}
