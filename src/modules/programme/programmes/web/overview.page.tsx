import { Parts } from '#ui/parts.tsx'
import type { ProgrammeView } from '../contract.ts'
import { openingSentence } from '../domain/opening-sentence.ts'
import { ActionList } from './action-list.tsx'
import { AgencyLoad } from './agency-load.tsx'
import { CadenceList } from './cadence-list.tsx'
import { Opening } from './opening.tsx'
import { ProgrammeFrame } from './programme-frame.tsx'
import { overviewNotes } from './slots.ts'
import { UpcomingList } from './upcoming-list.tsx'
import { VersionList } from './version-list.tsx'

function Overview({ programme }: { programme: ProgrammeView }) {
  const { counts, opening, upcoming, today } = programme
  const parts = openingSentence({ ...counts, ...opening, next: upcoming[0] ?? null, today })
  return (
    <>
      <Opening programmeId={programme.id} parts={parts} />
      <Parts slot={overviewNotes} programmeId={programme.id} />
      <div className="overview">
        <div>
          <UpcomingList programme={programme} />
          <ActionList programme={programme} />
          <CadenceList programme={programme} />
        </div>
        <div>
          <AgencyLoad programme={programme} />
          <VersionList programme={programme} />
        </div>
      </div>
    </>
  )
}

/** Where a programme stands, told from its facts; every number leads to its records. */
export function Page() {
  return <ProgrammeFrame tab="方案">{(programme) => <Overview programme={programme} />}</ProgrammeFrame>
}
