import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { workflow } from '#kernel/workflow.ts'

export const HandInState = z.enum(['received', 'reading', 'done', 'duplicate', 'refused', 'stopped'])
export type HandInState = z.infer<typeof HandInState>

export const handInStateTitles: Record<HandInState, string> = {
  received: '已收到',
  reading: '正在识读',
  done: '已编译',
  duplicate: '重复文件',
  refused: '未能识读',
  stopped: '已停止',
}

/** One file or pasted text on its way to becoming a plan; kept so that nothing handed in is lost when the server stops. */
export const HandIn = z.object({
  id: z.uuid(),
  divisionCode: z.string(),
  fileName: z.string().min(1).max(255).meta({ label: '文件名' }),
  fileSha256: z.string().length(64),
  byteLength: z.int().min(0).meta({ label: '大小' }),
  state: HandInState.meta({ label: '状态' }),
  /** What is being done, in words, with how much of it. */
  stage: z.string(),
  done: z.int().min(0),
  total: z.int().min(0),
  /** How often reading was begun, counted before it begins. */
  attempts: z.int().min(0),
  /** Why it could not be read and what to do next. */
  refusal: z.string().nullable(),
  /** The plan it became, or the plan it repeats. */
  planId: z.uuid().nullable(),
  handedInBy: z.string(),
  handedInAt: Moment,
})
export type HandIn = z.infer<typeof HandIn>

export const handInFlow = workflow('plans.handIn', handInStateTitles, {
  read: { from: ['received', 'reading'], to: 'reading', title: '识读' },
  finish: { from: ['reading'], to: 'done', title: '完成' },
  repeat: { from: ['reading'], to: 'duplicate', title: '认作重复' },
  refuse: { from: ['received', 'reading'], to: 'refused', title: '拒绝' },
  stop: { from: ['received', 'reading'], to: 'stopped', title: '停止识读' },
})
