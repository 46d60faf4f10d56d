import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import type { FileAnswer } from '#platform/operation/implement.ts'
import { mediaTypes } from '#platform/operation/media-types.ts'
import { writePlanDocx } from './write-plan-docx.ts'
import { type TableName, writePlanXlsx } from './write-plan-xlsx.ts'

/** One table of a plan as a file of the asked kind, without its name. */
export async function writePlanTable(
  plan: CompiledPlan,
  { table, format }: { table: TableName; format: keyof typeof mediaTypes },
): Promise<Omit<FileAnswer, 'name'>> {
  const bytes = format === 'xlsx' ? await writePlanXlsx(plan, [table]) : await writePlanDocx(plan, [table])
  return { mediaType: mediaTypes[format], bytes }
}
