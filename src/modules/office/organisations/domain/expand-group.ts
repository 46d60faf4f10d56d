import { type Agency, isActive } from './agency.ts'

/** The members a group stands for, or the sentence that says what has to be configured first. */
export type GroupExpansion =
  | { kind: 'members'; members: readonly Agency[]; skipped: readonly Agency[] }
  | { kind: 'unconfigured'; explanation: string }

/**
 * Expands a group by its configured members only, groups inside groups too; nothing is guessed from the words.
 * An agency that is no group stands for itself. Members that do not exist on the day are `skipped`.
 */
export function expandGroup(agency: Agency, byId: ReadonlyMap<string, Agency>, on?: string): GroupExpansion {
  if (agency.kind !== 'group') return { kind: 'members', members: [agency], skipped: [] }
  const leaves = [...new Set(leavesOf(agency, byId, new Set()))]
  if (leaves.length === 0)
    return {
      kind: 'unconfigured',
      explanation: `“${agency.name}”还没有成员单位。请在单位名录中为它选定成员，再展开任务。`,
    }
  return {
    kind: 'members',
    members: leaves.filter((leaf) => isActive(leaf, on)),
    skipped: leaves.filter((leaf) => !isActive(leaf, on)),
  }
}

function leavesOf(agency: Agency, byId: ReadonlyMap<string, Agency>, seen: Set<string>): Agency[] {
  if (seen.has(agency.id)) return []
  seen.add(agency.id)
  if (agency.kind !== 'group') return [agency]
  return agency.memberIds.flatMap((id) => byId.get(id) ?? []).flatMap((member) => leavesOf(member, byId, seen))
}
