import { workflow } from '#kernel/workflow.ts'
import type { Standing } from '#modules/office/organisations/contract.ts'
import { supervisionErrors } from './errors.ts'
import { OrderLevel, orderLevelTitles } from './order.ts'
import { isStepFor, stepFor } from './paper-form.ts'

type Rung = OrderLevel | 'none'

/**
 * The ladder 提示 → 催办 → 督办单 → 通报 → 约谈. A case may begin with any of the first three; a circular names and an
 * interview calls in only whom an order had reached before.
 */
export const levelFlow = workflow<Rung, OrderLevel>(
  'supervision.level',
  { none: '未督办', ...orderLevelTitles },
  {
    prompt: { from: ['none'], to: 'prompt', title: '发提示函' },
    urge: { from: ['none', 'prompt', 'urge'], to: 'urge', title: '发催办函' },
    order: { from: ['none', 'prompt', 'urge'], to: 'order', title: '发督办单' },
    circular: { from: ['order'], to: 'circular', title: '通报' },
    interview: { from: ['order', 'circular'], to: 'interview', title: '约谈' },
  },
)

const rank = (level: OrderLevel): number => OrderLevel.options.indexOf(level)

/** An order, a circular and an interview may be urged as well; that does not take the case down the ladder. */
const isUrgedAbove = (level: Rung, paper: OrderLevel): boolean =>
  paper === 'urge' && level !== 'none' && rank(level) >= rank('order')

/** The level of a case once this paper is issued; a refusal when the ladder does not lead there. */
export function levelAfter(level: Rung, paper: OrderLevel, standing: Standing): OrderLevel {
  if (!isStepFor(paper, standing)) throw supervisionErrors.notLed({ paper: orderLevelTitles[paper] })
  if (level !== 'none' && isUrgedAbove(level, paper)) return level
  if (level === paper && paper !== 'urge') throw supervisionErrors.sameLevel({ level: orderLevelTitles[level] })
  levelFlow.next(level, paper)
  return paper
}

/** The papers that may be issued in a case of this level. */
export const listPapersAfter = (level: Rung, standing: Standing): OrderLevel[] =>
  standing === 'below'
    ? OrderLevel.options.filter((paper) => isUrgedAbove(level, paper) || levelFlow.can(level, paper))
    : [stepFor('urge', standing, level !== 'none')]

/** The next rung; null at the top. */
export const nextLevel = (level: OrderLevel): OrderLevel | null => OrderLevel.options[rank(level) + 1] ?? null
