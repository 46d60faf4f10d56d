import type { NameMatch } from '../../contract.ts'

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

/** “出现 5 处，牵头 3 项”. */
export const mentionWords = ({ mentions, leads }: NameMatch): string =>
  leads > 0 ? `出现 ${mentions.length} 处，牵头 ${leads} 项` : `出现 ${mentions.length} 处`
