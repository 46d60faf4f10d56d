import type { PlanTarget } from '../../compiled-plan.ts'

/** How firmly a target is set, and for whom. */
/** What holds to the end of its sentence: an aim, or a duty that ends one. 争取资金 is an act and no aim. */
const CARRIED = /力争|争取(?!.{0,8}(?:资金|项目|支持|政策))|确保|必须/g
const OFFERED = /支持|鼓励|引导/
const SCOPES = [
  [/各?(?:乡镇|镇街|街道)(?:办场园)?(?:每|各|均|明确)|每个?(?:乡镇|镇|街道)/, '乡镇'],
  [/每个?(?:县|区县|市县)|各县/, '县'],
  [/园区|高新区|开发区|产业园(?!项目)/, '园区'],
] as const

/**
 * How firmly a target is set at the end of `text`, as 力争, 支持 or 应当, which is all else: 力争 carries through its sentence until a
 * duty ends it, 支持 only through its segment.
 */
export function modalityOf(sentenceSoFar: string, segmentSoFar: string): PlanTarget['modality'] {
  const carried = sentenceSoFar.match(CARRIED)?.at(-1)
  if (carried) return /^[力争]/.test(carried) ? '力争' : '应当'
  if (segmentSoFar.includes('探索')) return '力争'
  return OFFERED.test(segmentSoFar) ? '支持' : '应当'
}

/** The level a target is set for: the issuer's own unless the words name each township, county or a park. */
export function scopeOf(words: string, level: string): string {
  return SCOPES.find(([pattern]) => pattern.test(words))?.[1] ?? level
}

const FORCES = { 约束性: 'binding', 预期性: 'expected' } as const
/** 增长6%左右（预期性）: said of the figure before it. */
const SAID_BEHIND = /^[^,;。\d]{0,12}?\((约束性|预期性)(?:指标|目标)?\)/
/** 约束性指标：…, 预期性目标为…: said of what follows. */
const SAID_BEFORE = /(?<![(和及与、])(约束性|预期性)(?:指标|目标)/g

export const forceIn = (words: string): PlanTarget['force'] =>
  words.includes('约束性') ? FORCES.约束性 : words.includes('预期性') ? FORCES.预期性 : null

/** Whether a figure binds, by the bracket behind it, else by what its sentence or the headings above say of what follows. */
export function forceOf(path: readonly string[], before: string, behind: string): PlanTarget['force'] {
  const own = SAID_BEHIND.exec(behind)?.[1]
  const named = own ?? `${path.join('\n')}\n${before}`.match(SAID_BEFORE)?.at(-1)
  return named === undefined ? null : forceIn(named)
}
