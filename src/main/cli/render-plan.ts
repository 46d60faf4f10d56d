import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { renderMarkdown } from '#modules/programme/plans/domain/tables/render-markdown.ts'
import { writePlanXlsx } from '#modules/programme/plans/server/write-plan-xlsx.ts'

export const formats = ['json', 'xlsx', 'md'] as const
export type Format = (typeof formats)[number]

/** A compiled plan in the asked form; JSON is one line, so that several plans make JSON Lines. */
export async function renderPlan(plan: CompiledPlan, format: Format): Promise<string | Uint8Array> {
  if (format === 'json') return `${JSON.stringify(plan)}\n`
  return format === 'md' ? renderMarkdown(plan) : writePlanXlsx(plan)
}
