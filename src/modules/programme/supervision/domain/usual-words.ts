import type { Standing } from '#modules/office/organisations/contract.ts'
import type { OrderLevel } from './order.ts'

/** What an office usually asks for at each level; a person changes it before it goes out. */
const usual: Record<OrderLevel, string> = {
  prompt: '请核实进展，说明滞后原因和下一步措施，按时报送情况。',
  urge: '请抓紧办理，说明未按进度推进的原因、责任人和完成时间，按时书面反馈。',
  order: '请对照任务要求逐项整改，明确责任人、整改措施和完成时间，在办理时限内书面反馈办理结果并附佐证材料。',
  circular: '请被点名单位对照问题立即整改，在时限内书面反馈整改结果并附佐证材料。',
  interview: '请按约谈要求制定整改方案，明确责任人和完成时间，在时限内整改到位并书面反馈。',
}

/** Who is not led is asked, not told. */
const asked: Record<Exclude<Standing, 'below'>, string> = {
  beside: '商请贵单位研究推进，并将进展情况、存在的困难和下一步安排函告我们。',
  above: '恳请给予指导支持，帮助协调解决推进中的困难。',
}

export const usualRequirement = (level: OrderLevel, standing: Standing): string =>
  standing === 'below' ? usual[level] : asked[standing]

/** What is asked of those who assist, in a letter of their own. */
export const assistRequirement = (host: string, standing: Standing): string =>
  standing === 'below'
    ? `请按职责配合${host}推进，及时提供所需资料，按时报送配合情况。`
    : standing === 'beside'
      ? `商请贵单位按职责支持、协助${host}推进，并将有关情况函告我们。`
      : `恳请对${host}推进此项工作给予指导支持。`

/** Words nobody wrote for this paper: they follow the paper where it becomes another one. */
export const isUsual = (requirement: string): boolean =>
  [...Object.values(usual), ...Object.values(asked)].includes(requirement.trim())
