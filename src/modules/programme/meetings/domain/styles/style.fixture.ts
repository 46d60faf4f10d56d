/**
 * One invented minutes (会议纪要) and what a careful clerk takes from it. All counties, people and
 * figures are fictional.
 *
 * `decisions`: [words found in the decision alone, who leads, who takes part, due day or null].
 * Bodies are named as the register of names gives them; a body the register does not hold is named as
 * written. `null`: the text names no day that the calendar can give.
 */
export interface MinutesStyle {
  style: string
  day: string
  text: string
  decisions: readonly ExpectedDecision[]
}

export type ExpectedDecision = readonly [
  words: string,
  lead: readonly string[],
  participants: readonly string[],
  due: string | null,
]

/** The bodies of an invented county: the name in the register, then what else it is called. */
export const STYLE_BODIES: readonly (readonly [name: string, ...aliases: string[]])[] = [
  ['县政府办公室', '县政府办', '政府办'],
  ['县委组织部', '组织部'],
  ['县发展和改革局', '县发改局', '发改局'],
  ['县科学技术和工业信息化局', '县科工局', '科工局', '县科技局', '科技局', '县科学技术局', '县工信局'],
  ['县财政局', '财政局'],
  ['县税务局', '税务局'],
  ['县人力资源和社会保障局', '县人社局', '人社局'],
  ['县自然资源局', '自然资源局'],
  ['县农业农村局', '农业农村局', '县农业局'],
  ['县市场监督管理局', '县市场监管局', '市场监管局', '县工商局'],
  ['县教育体育局', '县教体局', '教体局', '县教育局'],
  ['县住房和城乡建设局', '县住建局', '住建局'],
  ['县行政审批服务局', '县审批局', '审批局'],
  ['县投资促进局', '县投促局', '县招商局'],
  ['县统计局', '统计局'],
  ['县公安局'],
  ['县交通运输局', '县交通局'],
  ['县卫生健康局', '县卫健局'],
  ['县经济开发区管理委员会', '县经开区管委会', '经开区管委会', '开发区'],
  ['县政府金融工作办公室', '县金融办', '金融办'],
  ['石桥镇人民政府', '石桥镇'],
  ['柳河镇人民政府', '柳河镇'],
  ['双塔乡人民政府', '双塔乡'],
]
