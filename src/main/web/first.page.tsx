import { useSession } from '#modules/office/accounts/web/index.tsx'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { useRead } from '#ui/client.ts'
import { Redirect } from '#ui/redirect.tsx'
import { EmptyState } from '#ui/states.tsx'
import { firstPlaceOf } from './first-place.ts'
import { placesOf } from './places.ts'

/** The home of the programme begun last; its list where there is none yet. */
function RunningProgramme() {
  const programmes = useRead(programmeContract.listProgrammes, {})
  if (programmes.isPending) return null
  const [newest] = programmes.data ?? []
  return <Redirect href={newest ? `/programmes/${newest.id}` : '/programmes'} />
}

/** The bare address leads to where one's work is. */
export function Page() {
  const { data: session } = useSession()
  // The frame leads to a password of one's own first; two pages leading to different places would never end.
  if (!session || session.mustChangePassword !== null) return null
  const { role } = session.user
  const first = firstPlaceOf(role, placesOf(role, '/'))
  if (first === 'programme') return <RunningProgramme />
  if (first !== undefined) return <Redirect href={first} />
  return <EmptyState title="您的账号还没有可看的内容">请联系系统管理员核对账号的职责。</EmptyState>
}
