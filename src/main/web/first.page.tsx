import { useSession } from '#modules/office/accounts/web/index.tsx'
import { useProgrammeNow } from '#modules/programme/programmes/web/index.tsx'
import { Redirect } from '#ui/redirect.tsx'
import { EmptyState } from '#ui/states.tsx'
import { navigationOf } from './navigation.ts'

/** The bare address leads to where one's work is: the first page of the first area. */
export function Page() {
  const { data: session } = useSession()
  const { programmeId, isPending } = useProgrammeNow('/')
  // The frame leads to a password of one's own first; two pages leading to different places would never end.
  if (!session || session.mustChangePassword !== null || isPending) return null
  const [first] = navigationOf(session.user, { path: '/', programmeId })
  if (first) return <Redirect href={first.to} />
  return <EmptyState title="您的账号还没有可看的内容">请联系系统管理员核对账号的职责。</EmptyState>
}
