import { z } from 'zod'

/** What a correction of a plan in force rests on. */
const GroundKind = z.enum(['misread', 'leader', 'letter', 'meeting', 'annex'])

export const groundTitles: Record<z.infer<typeof GroundKind>, string> = {
  misread: '识读有误',
  leader: '领导批示',
  letter: '来文来函',
  meeting: '会议议定',
  annex: '后到附件',
}

/** Why a plan in force is corrected: without it nobody could tell later who decided otherwise than the paper says. */
export const Ground = z.object({
  kind: GroundKind.meta({ label: '依据' }),
  words: z
    .string()
    .trim()
    .min(4, '请写明依据：何人何时批示，或来文的名称、文号，至少四个字。')
    .max(200)
    .meta({ label: '依据说明', help: '何人何时批示，或来文的名称、文号；识读有误的写明错在哪里' }),
})
export type Ground = z.infer<typeof Ground>

/** 领导批示：…, as versions and papers say it. */
export const sayGround = ({ kind, words }: Ground): string => `${groundTitles[kind]}：${words}`

/** What only the reading had wrong is right in every issue; what somebody decided is asked about at the next one. */
export const isDecided = ({ kind }: Ground): boolean => kind !== 'misread'
