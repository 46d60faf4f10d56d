import { and, type Column, eq, type SQL } from 'drizzle-orm'
import type { Plan } from '../domain/plan.ts'

/** What belongs to a plan, in the jurisdiction whose plan it is. */
export const ofPlan = (
  table: { divisionCode: Column; planId: Column },
  plan: Pick<Plan, 'id' | 'divisionCode'>,
): SQL | undefined => and(eq(table.divisionCode, plan.divisionCode), eq(table.planId, plan.id))
