import { listHolders } from '#modules/office/accounts/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Viewer } from './view-report.ts'

/** Who signs what this person reports, in words: the agency's own reviewer or head, else the office. */
export async function findSigner(tx: Tx, { actor }: Viewer): Promise<string> {
  if (actor.agencyId === null) return '专班办公室'
  const asked = { agencyIds: [actor.agencyId], roles: ['reviewer', 'agencyHead'] } as const
  const found = (await listHolders(tx, actor.divisionCode, asked)).filter(({ userId }) => userId !== actor.userId)
  const names = [...new Map(found.map(({ userId, name }) => [userId, name])).values()]
  return names.length === 0 ? '专班办公室' : `${names.join('、')}或专班办公室`
}
