import { z } from 'zod'
import type { Standing } from '#modules/office/organisations/contract.ts'
import { OrderLevel, orderLevelTitles } from './order.ts'

/** Kinds of paper: five go down, to organs that are led; 商请函 goes to those that are not, 请示 goes up. */
export const PaperForm = z.enum([...OrderLevel.options, 'consult', 'petition'])
export type PaperForm = z.infer<typeof PaperForm>

/** What each kind is called (党政机关公文处理工作条例 第八条: 函 between organs of which none leads the other, 请示 upwards). */
export const paperTitles: Record<PaperForm, string> = {
  prompt: '工作提示函',
  urge: '催办通知',
  order: '督办单',
  circular: '通报',
  interview: '约谈记录',
  consult: '商请函',
  petition: '请示',
}

/** The paper a step of the ladder is, to an agency that stands so. */
export const formOf = (kind: OrderLevel, standing: Standing): PaperForm =>
  standing === 'below' ? kind : standing === 'beside' ? 'consult' : 'petition'

const steps: Record<Exclude<Standing, 'below'>, Partial<Record<OrderLevel, string>>> = {
  beside: { prompt: '商请', urge: '再次商请' },
  above: { prompt: '请示', urge: '再次请示' },
}

/** What a step is called on screens: who may not be urged is not said to be. Papers of before this was told keep their names. */
export const levelTitle = ({ level, standing }: { level: OrderLevel; standing: Standing }): string =>
  (standing === 'below' ? undefined : steps[standing][level]) ?? orderLevelTitles[level]

/** A case as sentences name it: 督办单（澄政督〔2026〕3号); one that has no number yet by its step alone. */
export const callOrder = (order: { level: OrderLevel; standing: Standing; number: string | null }): string =>
  `${levelTitle(order)}${order.number === null ? '' : `（${order.number}）`}`

/** Whether a step is open to an agency that stands so: nobody names in a circular or calls in whom he does not lead. */
export const isStepFor = (kind: OrderLevel, standing: Standing): boolean =>
  standing === 'below' || steps[standing][kind] !== undefined

/** The step that stands for a proposed one: asked first, asked again in a case that is open. */
export const stepFor = (kind: OrderLevel, standing: Standing, isOpen: boolean): OrderLevel =>
  standing === 'below' ? kind : isOpen ? 'urge' : 'prompt'
