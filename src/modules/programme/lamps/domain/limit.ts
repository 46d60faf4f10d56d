import { isFalling, type TargetKind, type TargetOp } from '#modules/programme/plans/contract.ts'

/** What of a target says whether its figure is a limit. */
export interface LimitFact {
  kind: TargetKind
  op: TargetOp
  ranked: boolean
  value: number | null
  baseline: number | null
  /** The clause up to the end of the part that holds the figure; empty where none is known. */
  words?: string
}

const levels: readonly TargetKind[] = ['stock', 'ratio', 'per_capita', 'duration']

/** 压缩至, 降到, 缩短为, 提高到: the figure is where a movement ends. */
const moves = [
  /(?:压缩|压减|压降|缩短|缩减|降低|下降|回落|减少|收窄|提高|提升|上升|增加|增长|扩大|放宽)了?(?:到|至|为)|[压缩降减升增](?:到|至|为)/u,
  /(?:压缩|压减|缩短|降低|减少|提高|提升)[^，。；\d]{1,30}[到至]\d|由[^，。；]*\d[^，。；]*(?:到|至|为)|逐步|逐年/u,
]
/** 保持在 90% 以上, 始终不低于: holds whatever stood before. 水土保持率 is a name. */
const stays = /(?:保持|稳定|维持)(?:控制)?(?:在|于)|(?:保持|维持)\s*\d|始终|任何时[候点]/u
const floors = /不(?:得|应|能)?(?:低|少|小)于|守住|不跌破/u
/** 到2028年不低于 40%: by then, and not before. */
const deadline = /到\s*\d{4}\s*年|(?:年底|年末|月底|月末|期末|\d[月日])前/u
const bounded = /控制在/u

/** The part of the clause the figure stands in; what is said of other figures does not speak of this one. */
const nearOf = (words: string): string => words.split(/[，；。：\n]|[,;](?!\d)/u).at(-1) ?? ''

/**
 * As it was judged before the compiler read the accrual of a target; kept for the days that were kept then.
 * A limit holds at every moment (不良率控制在 3% 以内, 空气优良天数比率不低于 85%, 保持在 95% 以上); a goal is approached (降至 3%,
 * 达到 60%). A ceiling is a limit unless the words move to it or the baseline the plan names lies beyond it; a floor only when
 * it is worded as one. Counts that add up are never limits of this kind: their caps hold anyway, and 不少于 5 场 is the least
 * that is wanted at the end.
 * Source: label conventions of the project's corpus, accrual `always`.
 */
export function isLimit(target: LimitFact): boolean {
  const { kind, op, ranked, value, baseline, words } = target
  if (!levels.includes(kind) || ranked || value === null || words === undefined) return false
  const near = nearOf(words)
  if (moves.some((way) => way.test(near))) return false
  if (stays.test(near)) return true
  if (op === '=' || op === '~' || op === 'by') return false
  if (op === 'range') return bounded.test(near)
  const falling = isFalling(target)
  const beyond = baseline !== null && (falling ? baseline > value : baseline < value)
  if (beyond) return false
  if (falling) return true
  const isCount = kind === 'stock' && /不少于/u.test(near)
  return floors.test(near) && !isCount && !deadline.test(words)
}
