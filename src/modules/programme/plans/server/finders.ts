import { and, desc, eq, ne } from 'drizzle-orm'
import type { Finder } from '#platform/operation/finder.ts'
import { planContract } from '../contract.ts'
import { planStateTitles } from '../domain/plan.ts'
import { plans } from './tables.ts'

/** Documents as issued, by title and number. */
export const findPlans: Finder = {
  title: '规划文件',
  shows: planContract.listPlans,
  list: async ({ tx, actor }) => {
    const { id, title, number, state } = plans
    const rows = await tx
      .select({ id, title, number, state })
      .from(plans)
      .where(and(eq(plans.divisionCode, actor.divisionCode), ne(plans.state, 'discarded')))
      .orderBy(desc(plans.handedInAt), desc(plans.id))
    return rows.map((plan) => ({
      title: plan.title,
      note: [plan.number, planStateTitles[plan.state]].filter((part) => part !== null).join(' · '),
      to: `/plans/${plan.id}`,
      words: plan.number === null ? [] : [plan.number],
    }))
  },
}
