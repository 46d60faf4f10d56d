import { Link } from '@tanstack/react-router'
import { minuteOf } from '#kernel/moment.ts'
import { sayGround } from '#modules/programme/plans/contract.ts'
import { DiffView } from '#modules/programme/plans/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { useUrlWord } from '#ui/url-state.ts'
import { type ProgrammeView, programmeContract } from '../contract.ts'
import { ProgrammeFrame } from './programme-frame.tsx'

function VersionChanges({ programmeId, version }: { programmeId: string; version: number }) {
  const changes = useRead(programmeContract.compareVersions, { programmeId, version })
  return (
    <Reading of={changes}>
      {({ diff }) => <DiffView diff={diff} before={`第 ${version - 1} 版`} after={`第 ${version} 版`} />}
    </Reading>
  )
}

function Versions({ programme }: { programme: ProgrammeView }) {
  const { id, versions, version: newest } = programme
  const asked = Number(useUrlWord('version'))
  const shown = versions.some(({ version }) => version === asked) ? asked : newest
  return (
    <div className="version-pages">
      <nav aria-label="各版">
        <ol className="version-nav">
          {versions.map(({ version, planId, number, publishedAt, publishedBy, ground }) => (
            <li key={version} data-shown={version === shown}>
              <Link to="." search={{ version: String(version) }} aria-current={version === shown ? 'true' : undefined}>
                第 {version} 版
              </Link>
              <span>{ground ? sayGround(ground) : (number ?? <span className="quiet">文号未写明</span>)}</span>
              <span className="quiet">
                {publishedBy} {minuteOf(publishedAt)} {ground ? '更正' : '发布'}
              </span>
              <Link to={`/plans/${planId}`}>规划原文</Link>
            </li>
          ))}
        </ol>
      </nav>
      {shown > 1 ? (
        <VersionChanges programmeId={id} version={shown} />
      ) : (
        <Sheet title="第 1 版">
          <p className="quiet">
            首次发布，之前没有可比较的版本。更正生效或规划修订重发后，这里列出每项任务和目标的变化。
          </p>
        </Sheet>
      )}
    </div>
  )
}

/** Every issue of the plan and what each changed. */
export function Page() {
  return <ProgrammeFrame tab="版本">{(programme) => <Versions programme={programme} />}</ProgrammeFrame>
}
