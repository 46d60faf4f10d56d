import { wordsOf } from '../../words/segment.ts'
import type { Figure } from './figures.ts'

const LIST = /^\s?[、,和与及]\s?$/
const SEPARATOR = /、|以及|和(?!谐|平)|与|及(?!时|其)/
const GROUP = /一批([\u4e00-\u9fa5“”]+)/

/** 55、50、24个工作日 and 6个、22个、32个工作日: figures without a whole unit take that of the last in their list. */
export function shareUnits(text: string, figures: readonly Figure[]): Figure[] {
  const shared = [...figures]
  for (let i = shared.length - 2; i >= 0; i--) {
    const [here, next] = [shared[i], shared[i + 1]]
    if (!here || !next || next.unit === null) continue
    const halfSaid = here.unit?.written === '个' && next.unit.written.length > 1 && next.unit.written.startsWith('个')
    if (here.unit !== null && !halfSaid) continue
    if (LIST.test(text.slice(here.boundEnd, next.start))) shared[i] = { ...here, unit: next.unit }
  }
  return shared
}

const MEASURE =
  /(?:使用量|面积|产量|产值|覆盖率|合格率|占比|率|比重|比例|数|数量|总量|收入|增加值|投资|贷款|用量|能耗|水耗)$/
const MEASURES = /(?:率|量|值|数|比|额|重|例|入|耗|积)$/

/** 绿色食品三个产业产值: the count of the names listed. */
const SUMMED = /^(.{2,}?)等?[二两三四五六七八九十]+[个大类种项]([\u4e00-\u9fa5]{2,})$/

/** 马铃薯种植、收获机械化率: what is done last in one name and first in the next leaves them the same head. */
function sharedHead(name: string, last: string): string | undefined {
  const [own, next] = [wordsOf(name).at(-1), wordsOf(last)]
  const alike = own && next.length > 2 && /[vw]/.test(own.is) && /[vw]/.test(next[0]?.is ?? '')
  return alike ? last.slice(next[0]?.end) : undefined
}

/** 化肥、农药使用量 → 化肥使用量, 农药使用量: what follows the last of several names of one length belongs to all. */
function withHead(names: string[]): string[] {
  const last = names.at(-1) ?? ''
  const summed = SUMMED.exec(last)
  if (summed) return [...names.slice(0, -1), summed[1] ?? ''].map((name) => name + (summed[2] ?? ''))
  const short = names[0]?.length ?? 0
  const alike = names.slice(0, -1).every((name) => name.length <= 4 && name.length === short)
  if (names.some((name, i) => i < names.length - 1 && MEASURES.test(name))) return names
  const head = alike && last.length > short + 1 ? last.slice(short) : (MEASURE.exec(last)?.[0] ?? '')
  return names.map((name, i) => (i < names.length - 1 ? name + (sharedHead(name, last) ?? head) : name))
}

const listed = (words: string): string[] =>
  words
    .split(SEPARATOR)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** The names of a list, each with the head the last of them gives all. */
export const namesOf = (words: string): string[] => withHead(listed(words))

/**
 * The names that 分别 deals `count` figures to: those listed before it in the segment, or the groups (一批…) of the
 * segments before. When their number does not agree every figure is given all of the words.
 */
export function dealNames(before: string, earlier: string, count: number): (string | undefined)[] {
  const own = listed(before.replace(/(?:较|(?<!占)比)[^、,]*$/, '').replace(/(?:达到?|均|累计|总数)+$/, ''))
  if (own.length === count) return withHead(own)
  const groups = [...earlier.matchAll(new RegExp(GROUP, 'g'))].map((hit) => hit[1] ?? '')
  if (groups.length >= count) return groups.slice(-count)
  const wider = (earlier.split(/[,;]/).at(-1) ?? '').split(SEPARATOR).filter((name) => name !== '')
  return wider.length === count ? withHead(wider) : Array.from({ length: count }, () => before.trim() || undefined)
}
