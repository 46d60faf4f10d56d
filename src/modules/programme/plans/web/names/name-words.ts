import type { NameMatch, PlanView, Problem } from '../../contract.ts'
import { nameUnsettled } from '../../domain/publication.ts'

type Kind = NameMatch['match']['kind']

/** How a name of the plan was held against the register, in a word. */
export const matchTitles: Record<Kind, string> = {
  exact: '标准名称',
  alias: '别名',
  former: '曾用名',
  core: '按职能对应',
  group: '单位组合',
  ambiguous: '有几种可能',
  unknown: '名录中没有',
}

export const isUnsettled = ({ match }: NameMatch): boolean => match.agencyId === null

/** What stands against publishing because of a name; it may have been accepted with a reason. */
export const problemOf = ({ mentions }: NameMatch, problems: readonly Problem[]): Problem | undefined =>
  problems.find(
    ({ code, span }) => code === nameUnsettled && span[0] === mentions[0]?.[0] && span[1] === mentions[0]?.[1],
  )

/** Names nobody is sure of and nobody has let pass. */
export const openNames = ({ names, problems }: Pick<PlanView, 'names' | 'problems'>): readonly NameMatch[] =>
  names.filter((name) => isUnsettled(name) && !problemOf(name, problems)?.accepted)

/** “出现 5 处，牵头 3 项”. */
export const mentionWords = ({ mentions, leads }: NameMatch): string =>
  leads > 0 ? `出现 ${mentions.length} 处，牵头 ${leads} 项` : `出现 ${mentions.length} 处`
