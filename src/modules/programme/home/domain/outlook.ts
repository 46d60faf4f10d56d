import { z } from 'zod'
import { chineseDay } from '#kernel/day.ts'
import { gapInWords, outlookInWords, reckoned } from '#kernel/figures.ts'
import { byBadness, Lamp } from '#modules/programme/lamps/contract.ts'

/** Where a target will stand on its last day if things go on as they did, in the target's own unit. */
export const Outlook = z.object({
  targetId: z.uuid(),
  taskId: z.uuid().nullable(),
  label: z.string(),
  shown: z.string(),
  unit: z.string(),
  lamp: Lamp,
  reached: z.number().nullable(),
  asOfOn: z.iso.date().nullable(),
  wanted: z.number().nullable(),
  wantedOn: z.iso.date().nullable(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  reachesOn: z.iso.date().nullable(),
  /** Less is better: 不超过, 低于. */
  isCeiling: z.boolean(),
})
export type Outlook = z.infer<typeof Outlook>

/** How much of what is wanted will be missing, as a share of it; negative when it is passed. */
export function shortfall({ wanted, value, isCeiling }: Pick<Outlook, 'wanted' | 'value' | 'isCeiling'>): number {
  if (wanted === null || wanted === 0) return 0
  return (isCeiling ? value - wanted : wanted - value) / Math.abs(wanted)
}

/** Targets off their path first, the widest gap before the others. */
export const byUrgency = (outlooks: readonly Outlook[]): readonly Outlook[] =>
  [...outlooks].sort(
    (a, b) =>
      Number(shortfall(b) > 0) - Number(shortfall(a) > 0) || byBadness(a.lamp, b.lamp) || shortfall(b) - shortfall(a),
  )

/** The forecast as a sentence: where it will stand, within which band, what is missing or when it is reached. */
export function outlookWords(outlook: Outlook): string {
  const { value, low, high, wanted, wantedOn, unit, reachesOn, isCeiling } = outlook
  const until = wantedOn === null ? '期末' : chineseDay(wantedOn)
  const stands = `按现在的速度，${until}${outlookInWords({ value, low, high }, unit)}`
  if (wanted === null) return stands
  const gap = reckoned(wanted - value, unit)
  if (shortfall(outlook) > 0 && gap !== 0)
    return `${stands}，${isCeiling ? '比目标高出' : '离目标还差'} ${gapInWords(gap, unit)}`
  return reachesOn === null ? `${stands}，可以完成` : `${stands}，${chineseDay(reachesOn)}达到目标`
}
