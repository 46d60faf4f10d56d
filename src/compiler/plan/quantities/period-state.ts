import type { Period, PlanTarget } from '../../compiled-plan.ts'
import { periodOf, yearsOf } from './calendar.ts'
import type { Clause, QuantityContext } from './context.ts'
import { findTimes, isBaseYear, type TimeWord } from './times.ts'

const HAS_YEAR = /\d年|[〇零]二|今年|本年|年底|年内|年末|[一二三四五六七八九十]年|季度|半年|月|十[四五]五|[划动]期/
/** 三年累计, 五年共, 计划期内: the plan's own years, when they are so many. */
const WHOLE =
  /(?<![第近前后每续满过\d])([二两三四五六3-6])年(?=累计|合计|共(?!同)|总|新|全职|引|培|建|完成|投|安排|力争|间|期间|内?[,、]|[^;]{0,40}分别)|(?:计划|规划|行动|方案实施)期内/g
/** 成立三年以内的企业, 运行满一年: how long something has lasted. */
const LASTED =
  /(?:成立|注册|毕业|运[行营]|开业|投产|认定|从业|任职|服务|工作|居住|经营|落户|[满续近超达过]|不足|取得|入职)\s?$/
/** A blank with the longest of these words. */
const LONGEST_LASTED = 4
const JOINS = /^(?:[和、与及]|以及)$/
const FROM_THEN_ON = /^\s?(?:起(?![步飞重源草诉])|开始|以后)/

const sets = (word: TimeWord): boolean =>
  word.cue === 'by' || (word.cue === 'none' && (word.kind !== 'relative' || word.length?.unit === 'year'))

export interface NamedPeriod {
  at: number
  period: Period
  /** 到…年: holds on for what follows. */
  carries: boolean
  /** 到2022年和2030年: the years named together, for 分别 to deal to. */
  together: Period[]
}

const yearly = (period: Period): Period[] =>
  Array.from({ length: yearsOf(period) }, (_, i) => {
    const year = Number(period.start.slice(0, 4)) + i
    return { start: `${year}-01-01`, end: `${year}-12-31` }
  })

/** 2027年起, 自2027年: from that year to the end of the plan. */
function startingWith(word: TimeWord, text: string, { period }: QuantityContext): Period | null {
  const starts = word.kind === 'year' && word.year !== null && !word.closed && FROM_THEN_ON.test(text.slice(word.end))
  const start = `${word.year}-01-01`
  return starts && period !== null && start <= period.end ? { start, end: period.end } : null
}

function periodAt(word: TimeWord, text: string, context: QuantityContext): Period | null {
  const since = startingWith(word, text, context)
  if (since) return since
  if (isBaseYear(text, word)) return null
  if (word.length === null) return periodOf(word, context)
  const lasts =
    LASTED.test(text.slice(Math.max(0, word.start - LONGEST_LASTED), word.start)) ||
    /^[的、]/.test(text.slice(word.end))
  const whole =
    !/用\s?$/.test(text.slice(0, word.start)) &&
    word.length.unit === 'year' &&
    context.period &&
    yearsOf(context.period) === word.length.count
  return lasts ? null : whole ? context.period : periodOf(word, context)
}

function wholeSpans(text: string, { period }: QuantityContext): NamedPeriod[] {
  if (period === null) return []
  const years = yearsOf(period)
  return [...text.matchAll(WHOLE)]
    .filter(
      ([, count]) =>
        count === undefined || '零一二三四五六'.indexOf(count.replace('两', '二')) === years || Number(count) === years,
    )
    .map((hit) => ({ at: hit.index, period, carries: false, together: yearly(period) }))
}

/** Periods named in a sentence, each in force from where it stands. */
export function periodsIn(text: string, context: QuantityContext): NamedPeriod[] {
  if (!HAS_YEAR.test(text)) return []
  const named: NamedPeriod[] = []
  let end = -9
  for (const word of findTimes(text)) {
    const before = named.at(-1)
    const joins = before !== undefined && JOINS.test(text.slice(end, word.start))
    if (!sets(word) && !joins && word.cue !== 'from') continue
    const carries = (joins && before.carries) || word.cue === 'by'
    const period = periodAt(carries ? { ...word, cue: 'by' } : word, text, context)
    if (period === null || (word.cue === 'from' && !FROM_THEN_ON.test(text.slice(word.end)))) continue
    const together = joins ? [...before.together, period] : word.kind === 'span' ? yearly(period) : [period]
    named.push({ at: word.start, period, carries, together })
    end = word.end
  }
  const whole = wholeSpans(text, context)
  return whole.length === 0 ? named : [...named, ...whole].sort((a, b) => a.at - b.at)
}

/** 2027年重点任务, 到2027年底建成: the year of what is to be done, not that of a paper (2026年1号文件). */
const HEADED =
  /(?:20\d{2}年?|十[四五]五[”"]?)(?:[底末]前?|期间|时期|度)?的?(?:主要|重点|工作|发展|具体|总体|预期)*(?:目标|任务|安排|要点|计划|指标|打算|完成|实现|建成|建设|$)/

/** What the innermost heading that names a time says; one that is over before the plan begins looks back. */
function periodOfHeading({ path }: Clause, context: QuantityContext): Period | undefined {
  const headings = path.filter((heading) => HEADED.test(heading))
  const named = headings.flatMap((heading) => periodsIn(heading, context).at(-1)?.period ?? []).at(-1)
  return named && named.end >= (context.period?.start ?? '') ? named : undefined
}

/** When a figure is to be reached that names no time itself: by its task's deadline, else in the year of a heading, else within the plan. */
export function periodWithin(clause: Clause, context: QuantityContext): Pick<PlanTarget, 'period' | 'periodFrom'> {
  const { period } = context
  if (clause.dueOn !== null) {
    const start = `${clause.dueOn.slice(0, 4)}-01-01`
    const whole = { start: period && period.start < start ? period.start : start, end: clause.dueOn }
    return { period: whole, periodFrom: 'task' }
  }
  const headed = periodOfHeading(clause, context)
  const isOther = headed && (headed.start !== period?.start || headed.end !== period.end)
  return isOther ? { period: headed, periodFrom: 'heading' } : { period, periodFrom: period && 'plan' }
}
