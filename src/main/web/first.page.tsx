import { useSession } from '#modules/accounts/web/index.tsx'
import { Redirect } from '#ui/redirect.tsx'
import { EmptyState } from '#ui/states.tsx'
import { placesOf } from './places.ts'

/** The bare address leads to the first place of one's duty. */
export function Page() {
  const { data: session } = useSession()
  // The frame leads to a password of one's own first; two pages leading to different places would never end.
  if (session && (session.mustChangePassword !== null || session.mustSetSecondFactor !== null)) return null
  const first = session ? placesOf(session.user.role, '/')[0] : undefined
  if (first && first.to !== '/') return <Redirect href={first.to} />
  return <EmptyState title="您的账号还没有可看的内容">请联系系统管理员核对账号的职责。</EmptyState>
}
