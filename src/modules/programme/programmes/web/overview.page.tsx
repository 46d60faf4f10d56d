import { useRead } from '#ui/client.ts'
import { Reading } from '#ui/reading.tsx'
import { type ProgrammeView, programmeContract } from '../contract.ts'
import { openingSentence } from '../domain/opening-sentence.ts'
import { ActionList } from './action-list.tsx'
import { AgencyLoad } from './agency-load.tsx'
import { CadenceList } from './cadence-list.tsx'
import { Opening } from './opening.tsx'
import { ProgrammeFrame } from './programme-frame.tsx'
import { UpcomingList } from './upcoming-list.tsx'
import { VersionList } from './version-list.tsx'

function Overview({ programme }: { programme: ProgrammeView }) {
  const tasks = useRead(programmeContract.listTasks, { programmeId: programme.id })
  const [next] = programme.upcoming
  return (
    <>
      <Reading of={tasks} loading={<p className="opening" aria-busy="true" />}>
        {(all) => (
          <Opening
            programmeId={programme.id}
            parts={openingSentence({
              tasks: all,
              targets: programme.counts.targets,
              next: next ?? null,
              today: programme.today,
            })}
          />
        )}
      </Reading>
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
