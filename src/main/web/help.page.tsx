import { Link } from '@tanstack/react-router'
import { matchesText } from '#kernel/search.ts'
import { useSession } from '#modules/office/accounts/web/index.tsx'
import { useProgrammeNow } from '#modules/programme/programmes/web/index.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page as Frame, Sheet } from '#ui/page.tsx'
import type { Screen } from '#ui/screen.ts'
import { EmptyState } from '#ui/states.tsx'
import { useUrlWord } from '#ui/url-state.ts'
import { mayOpen } from './may-open.ts'
import { screens } from './modules.ts'
import { addressOf, lineOf, navigationOf } from './navigation.ts'

/** The title of the page in the navigation a screen belongs to, and its area; of those that have none, their own. */
function useGroups(): readonly { title: string; screens: readonly Screen[] }[] {
  const { data: session } = useSession()
  const { programmeId } = useProgrammeNow('/help')
  const text = useUrlWord('q')
  if (!session) return []
  const shown = screens.filter(
    (screen) =>
      mayOpen(session.user, screen) && matchesText(text, { words: [screen.label, screen.help], initials: '' }),
  )
  const areas = navigationOf(session.user, { path: '/help', programmeId })
  const areaOf = (screen: Screen): string | undefined => {
    const above = lineOf(screen).flatMap((one) => addressOf(one, programmeId) ?? [])
    return areas.find(({ pages }) => pages.some(({ tabs }) => tabs.some(({ to }) => above.includes(to))))?.title
  }
  const titles = [...areas.map(({ title }) => title), undefined]
  return titles.flatMap((title) => {
    const its = shown.filter((screen) => areaOf(screen) === title)
    return its.length === 0 ? [] : [{ title: title ?? '其他', screens: its }]
  })
}

function Entry({ screen }: { screen: Screen }) {
  const { programmeId } = useProgrammeNow('/help')
  const to = screen.bare ? undefined : addressOf(screen, programmeId)
  return (
    <>
      <dt id={screen.path}>{to === undefined ? screen.label : <Link to={to}>{screen.label}</Link>}</dt>
      <dd>{screen.help}</dd>
    </>
  )
}

/** What each page is for, as its module says; the page one came from first. */
export function Page() {
  const groups = useGroups()
  const of = useUrlWord('of')
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
              <Entry key={screen.path} screen={screen} />
            ))}
          </dl>
        </Sheet>
      ))}
    </Frame>
  )
}
