import type { FileAnswer } from '#platform/operation/implement.ts'
import type { CompiledPlan } from '../domain/compiled-plan.ts'
import { writePlanDocx } from './write-plan-docx.ts'

export async function writePlanTable(
  plan: CompiledPlan,
  asked: { table: 'tasks' | 'targets'; format: 'xlsx' | 'docx'; today: string },
): Promise<Omit<FileAnswer, 'name'>> {
  void asked
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await writePlanDocx(plan),
  }
}
