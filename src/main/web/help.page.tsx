import { Link } from '@tanstack/react-router'
import { matchesText } from '#kernel/search.ts'
import { useSession } from '#modules/office/accounts/web/index.tsx'
import { useProgrammeNow } from '#modules/programme/programmes/web/index.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import type { NavArea } from '#ui/navigation.ts'
import { Page as Frame, Sheet } from '#ui/page.tsx'
import type { Screen } from '#ui/screen.ts'
import { EmptyState } from '#ui/states.tsx'
import { useUrlWord } from '#ui/url-state.ts'
import { mayOpen } from './may-open.ts'
import { screens } from './modules.ts'
import { addressOf, lineOf, navigationOf } from './navigation.ts'

interface Group {
  title: string
  screens: readonly Screen[]
}

/** The screens a person may open by area, in the order of the navigation, each with those opened from it; others last. */
function groupsOf(areas: readonly NavArea[], open: readonly Screen[], programmeId: string | undefined): Group[] {
  const addresses = new Map(
    open.map((screen) => [screen, lineOf(screen).flatMap((one) => addressOf(one, programmeId) ?? [])]),
  )
  const grouped = areas.map(({ title, pages }) => {
    const tabs = pages.flatMap((page) => page.tabs)
    const its = tabs.flatMap(({ to }) => open.filter((screen) => addresses.get(screen)?.includes(to)))
    return { title, screens: its }
  })
  const known = new Set(grouped.flatMap((group) => group.screens))
  return [...grouped, { title: '其他', screens: open.filter((screen) => !known.has(screen)) }]
}

function Entry({ screen, to }: { screen: Screen; to: string | undefined }) {
  return (
    <>
      <dt id={screen.path}>{to === undefined ? screen.label : <Link to={to}>{screen.label}</Link>}</dt>
      <dd>{screen.help}</dd>
    </>
  )
}

/** What each page is for, as its module says; the page one came from first. */
export function Page() {
  const { data: session } = useSession()
  const { programmeId } = useProgrammeNow('/help')
  const [of, text] = [useUrlWord('of'), useUrlWord('q')]
  if (!session) return null
  const open = screens.filter((screen) => mayOpen(session.user, screen) && !screen.leadsOn)
  const found = open.filter(({ label, help }) => matchesText(text, { words: [label, help], initials: '' }))
  const groups = groupsOf(navigationOf(session.user, { path: '/help', programmeId }), found, programmeId).filter(
    (group) => group.screens.length > 0,
  )
  const here = screens.find(({ path }) => path === of)
  return (
    <Frame title="帮助" width="reading">
      {here && (
        <Sheet title={here.label}>
          <p>{here.help}</p>
        </Sheet>
      )}
      <FilterBar filters={[{ kind: 'text', word: 'q', placeholder: '页面名称或要办的事' }]} />
      {groups.length === 0 && <EmptyState title="没有找到这样的页面">换一个说法再找，或清空查找的内容。</EmptyState>}
      {groups.map(({ title, screens: its }) => (
        <Sheet key={title} title={title}>
          <dl className="fact-list">
            {its.map((screen) => (
              <Entry key={screen.path} screen={screen} to={screen.bare ? undefined : addressOf(screen, programmeId)} />
            ))}
          </dl>
        </Sheet>
      ))}
    </Frame>
  )
}
