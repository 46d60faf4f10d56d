import type { ReactNode } from 'react'
import { useRead } from '#ui/client.ts'
import { Page } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { usePathWord } from '#ui/url-state.ts'
import { type ProgrammeView, programmeContract } from '../contract.ts'
import { ExportMenu } from './export-menu.tsx'
import './programme.css'

interface ProgrammeFrameProps {
  /** The page within the programme, for the tab of the browser. */
  tab: string
  actions?: (programme: ProgrammeView) => ReactNode
  children: (programme: ProgrammeView) => ReactNode
}

const countsOf = ({ counts, version }: ProgrammeView): Record<string, number> => ({
  tasks: counts.tasks + counts.measures,
  targets: counts.targets,
  versions: version,
})

const origin = ({ number, issuer, issuedOn }: ProgrammeView): string =>
  [number, issuer, issuedOn === null ? null : `${issuedOn} 成文`].filter((part) => part !== null).join(' · ')

/** What all pages of a programme share: its name, where it comes from, the way to its other pages. */
export function ProgrammeFrame({ tab, actions, children }: ProgrammeFrameProps) {
  const programme = useRead(programmeContract.getProgramme, { programmeId: usePathWord('programmeId') })
  return (
    <Reading of={programme} loading={<Page title="工作方案">{null}</Page>}>
      {(view) => (
        <Page
          title={view.title}
          tab={tab}
          meta={origin(view)}
          counts={countsOf(view)}
          actions={
            <>
              {actions?.(view)}
              <ExportMenu programmeId={view.id} />
            </>
          }
        >
          {children(view)}
        </Page>
      )}
    </Reading>
  )
}
