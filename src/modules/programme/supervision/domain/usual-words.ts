import type { OrderLevel } from './order.ts'

/** What an office usually asks for at each level; a person changes it before it goes out. */
const usual: Record<OrderLevel, string> = {
  prompt: '请核实进展，说明滞后原因和下一步措施，按时报送情况。',
  urge: '请抓紧办理，说明未按进度推进的原因、责任人和完成时间，按时书面反馈。',
  order: '请对照任务要求逐项整改，明确责任人、整改措施和完成时间，在办理时限内书面反馈办理结果并附佐证材料。',
  circular: '请被点名单位对照问题立即整改，在时限内书面反馈整改结果并附佐证材料。',
  interview: '请按约谈要求制定整改方案，明确责任人和完成时间，在时限内整改到位并书面反馈。',
}

export const usualRequirement = (level: OrderLevel): string => usual[level]
