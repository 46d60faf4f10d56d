import { and, desc, eq, ne, sql } from 'drizzle-orm'
import { refersTo } from '#platform/database/same-row.ts'
import { implement } from '#platform/operation/implement.ts'
import { planContract } from '../contract.ts'
import { compilations, plans } from './tables.ts'

const lengthOf = (path: string) => sql<number>`jsonb_array_length(${compilations.compiled} -> ${sql.raw(`'${path}'`)})`
const found = (severity: 'error' | 'warning') =>
  sql<number>`jsonb_array_length(jsonb_path_query_array(${compilations.compiled}, ${sql.raw(`'$.diagnostics[*] ? (@.severity == "${severity}")'`)}))`

export const listPlans = implement(planContract.listPlans, async ({ tx, actor }) => {
  const rows = await tx
    .select({
      plan: plans,
      tasks: lengthOf('tasks'),
      targets: lengthOf('targets'),
      cadences: lengthOf('cadences'),
      errors: found('error'),
      warnings: found('warning'),
    })
    .from(plans)
    .innerJoin(compilations, refersTo(compilations.planId, plans))
    .where(and(eq(plans.divisionCode, actor.divisionCode), ne(plans.state, 'discarded')))
    .orderBy(desc(plans.handedInAt), desc(plans.id))
  return rows.map(({ plan, ...counts }) => ({ ...plan, counts }))
})
