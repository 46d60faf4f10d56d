import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { may } from '#kernel/contract.ts'
import { useSession } from '#modules/office/accounts/web/index.tsx'
import { planContract } from '#modules/programme/plans/contract.ts'
import { useRead } from '#ui/client.ts'
import { Page as Screen } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { type ProgrammeSummary, programmeContract } from '../contract.ts'
import './programme.css'

const span = ({ startOn, endOn }: ProgrammeSummary): string =>
  startOn !== null && endOn !== null ? `${startOn} 至 ${endOn}` : '实施期未写明'

function ProgrammeCard({ programme }: { programme: ProgrammeSummary }) {
  const { id, title, number, issuer, version, counts } = programme
  return (
    <li className="card programme-card">
      <h2>
        <Link to={`/programmes/${id}`}>{title}</Link>
      </h2>
      <p className="quiet">{[number, issuer, span(programme), `第 ${version} 版`].filter(Boolean).join(' · ')}</p>
      <p>
        {counts.tasks + counts.measures} 项任务 · {counts.targets} 个目标 · {counts.agencies} 个单位
      </p>
    </li>
  )
}

function NoProgramme() {
  const { data: session } = useSession()
  const hands = session !== undefined && session !== null && may(session.user, planContract.handInFile)
  return (
    <EmptyState
      title="还没有工作方案"
      action={
        hands && (
          <Link to="/plans/hand-in">
            <Button type="primary">递交规划文件</Button>
          </Link>
        )
      }
    >
      {hands ? '递交印发的文件，校核后发布，工作方案就在这里。' : '专班办公室发布规划后，任务、目标和挂图就在这里。'}
    </EmptyState>
  )
}

/** All programmes, the one begun last first. */
export function Page() {
  const programmes = useRead(programmeContract.listProgrammes, {})
  return (
    <Reading of={programmes} loading={<Screen title="工作方案">{null}</Screen>}>
      {(all) => {
        return (
          <Screen title="工作方案" width="reading">
            {all.length === 0 ? (
              <NoProgramme />
            ) : (
              <ul className="card-list">
                {all.map((programme) => (
                  <ProgrammeCard key={programme.id} programme={programme} />
                ))}
              </ul>
            )}
          </Screen>
        )
      }}
    </Reading>
  )
}
