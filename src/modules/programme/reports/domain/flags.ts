import { z } from 'zod'
import { rounded, withUnit } from '#kernel/figures.ts'
import { carriesOver, growsOnly, isMet, type Questioned, type TargetOp } from '#modules/programme/plans/contract.ts'
import type { Progress, TargetValue } from './report.ts'

/** Something about a report that a reviewer should look at before signing, with the figures. */
export const Flag = z.object({
  code: z.enum(['jump', 'fall', 'beyond', 'noEvidence', 'changedUnchanged', 'finishedShort', 'missing', 'sameWords']),
  text: z.string(),
  targetId: z.uuid().nullable(),
})
export type Flag = z.infer<typeof Flag>

export interface FlaggedTarget extends Questioned {
  id: string
  label: string
  unit: string
  op: TargetOp
  value: number | null
  /** Whether a figure is asked of the agency now; what is not asked cannot be missing. */
  asked: boolean
}

export interface Said {
  progress: Progress
  text: string
  evidence: number
  values: readonly TargetValue[]
  /** `2026-03`; figures counted by the year begin again in January. */
  cycle: string
}

/** When a change is worth a look. Rules of thumb of ours, not of any document; a reviewer decides. */
export interface FlagLimits {
  /** So many times the figure before, up or down. */
  jump: number
  /** So many times the target. */
  beyond: number
}

export const usualLimits: FlagLimits = { jump: 2, beyond: 2 }

/** What contradicts itself, what the figures before, or the target. Empty when nothing is striking. */
export function flagReport(
  said: Said,
  {
    before,
    targets,
    limits = usualLimits,
  }: { before: Said | null; targets: readonly FlaggedTarget[]; limits?: FlagLimits },
): Flag[] {
  const valueOf = new Map(said.values.map(({ targetId, value }) => [targetId, value]))
  const lastOf = new Map(before?.values.map(({ targetId, value }) => [targetId, value]))
  const asked = targets.filter((target) => target.asked)
  const figures = asked.flatMap((target) => {
    const value = valueOf.get(target.id)
    const last = before && carriesOver(target, before.cycle, said.cycle) ? lastOf.get(target.id) : undefined
    return value === undefined ? flagMissing(said, target) : flagFigure(target, { value, last, limits, said })
  })
  return [...flagWords(said, before), ...figures]
}

interface Figures {
  value: number
  last: number | undefined
  limits: FlagLimits
  said: Said
}

function flagFigure(target: FlaggedTarget, { value, last, limits, said }: Figures): Flag[] {
  const { id: targetId, label, unit, op } = target
  const from = last === undefined ? '' : `上次 ${withUnit(last, unit)}，这次 ${withUnit(value, unit)}`
  const flag = (code: Flag['code'], text: string): Flag => ({ code, text, targetId })
  const found: Flag[] = []
  if (last !== undefined && value !== last && said.progress === 'unchanged')
    found.push(flag('changedUnchanged', `报“无变化”，但“${label}”变了：${from}`))
  if (last !== undefined && value < last && (growsOnly(target) || target.kind === 'stock'))
    found.push(flag('fall', `“${label}”比上次少：${from}${growsOnly(target) ? '，累计数不应减少' : ''}`))
  if (last !== undefined && Math.abs(last) > 0 && isJump(value / last, limits.jump))
    found.push(flag('jump', `“${label}”变化过大：${from}`))
  if (target.value !== null && target.value > 0 && (op === '>=' || op === '>') && value > target.value * limits.beyond)
    found.push(
      flag(
        'beyond',
        `“${label}”为 ${withUnit(value, unit)}，是目标 ${withUnit(target.value, unit)} 的 ${times(value / target.value)}，请核对口径和单位`,
      ),
    )
  if (said.progress === 'finished' && isShort(target, value))
    found.push(
      flag(
        'finishedShort',
        `报“已完成”，但“${label}”为 ${withUnit(value, unit)}，目标 ${withUnit(target.value ?? 1, unit)}`,
      ),
    )
  return found
}

const times = (ratio: number): string => withUnit(rounded(ratio, 1), '倍')
const isJump = (ratio: number, limit: number): boolean => ratio >= 1 + limit || (ratio >= 0 && ratio <= 1 / (1 + limit))

/** A ceiling is no reason to doubt that the task is finished. */
const isShort = ({ op, value }: FlaggedTarget, reached: number): boolean =>
  (value === null || ['>', '>=', '='].includes(op)) && !isMet({ op, value, valueMax: null }, reached)

/** A figure left open is an answer too; the reviewer is told. A task reported finished owes its figures. */
const flagMissing = ({ progress }: Said, { id: targetId, label }: FlaggedTarget): Flag[] =>
  progress === 'finished' || progress === 'progressed'
    ? [{ code: 'missing', text: `“${label}”没有填数`, targetId }]
    : []

function flagWords(said: Said, before: Said | null): Flag[] {
  const found: Flag[] = []
  if (said.progress === 'finished' && said.evidence === 0)
    found.push({ code: 'noEvidence', text: '报“已完成”，没有附佐证材料', targetId: null })
  if (said.progress !== 'unchanged' && said.text.length >= 8 && said.text === before?.text)
    found.push({ code: 'sameWords', text: '说明与上次一字不差', targetId: null })
  return found
}
