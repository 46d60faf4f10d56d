import type { ReactNode } from 'react'
import { useRead } from '#ui/client.ts'
import { Page } from '#ui/page.tsx'
import { useTabs } from '#ui/parts.tsx'
import { Reading } from '#ui/reading.tsx'
import { TabLinks } from '#ui/tab-links.tsx'
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

const here = '/programmes/$programmeId'

const countOf = ({ counts, version }: ProgrammeView): Record<string, number> => ({
  [`${here}/tasks`]: counts.tasks + counts.measures,
  [`${here}/targets`]: counts.targets,
  [`${here}/versions`]: version,
})

const origin = ({ number, issuer, issuedOn }: ProgrammeView): string =>
  [number, issuer, issuedOn === null ? null : `${issuedOn} 成文`].filter((part) => part !== null).join(' · ')

/** What all pages of a programme share: its name, where it comes from, the way to its other pages. */
export function ProgrammeFrame({ tab, actions, children }: ProgrammeFrameProps) {
  const tabs = useTabs(here)
  const programme = useRead(programmeContract.getProgramme, { programmeId: usePathWord('programmeId') })
  return (
    <Reading of={programme} loading={<Page title="工作方案">{null}</Page>}>
      {(view) => (
        <Page
          title={view.title}
          tab={tab}
          meta={origin(view)}
          actions={
            <>
              {actions?.(view)}
              <ExportMenu programmeId={view.id} />
            </>
          }
        >
          <TabLinks
            label="工作方案各页"
            tabs={tabs.map(({ path, label }) => ({
              to: path.replace('$programmeId', view.id),
              label,
              count: countOf(view)[path],
            }))}
          />
          {children(view)}
        </Page>
      )}
    </Reading>
  )
}
