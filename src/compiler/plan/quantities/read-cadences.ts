import { parseNumeral } from '#kernel/numerals.ts'
import type { PlanCadence } from '../../compiled-plan.ts'
import { allMatches } from '../text/all-matches.ts'
import type { Clause, QuantityContext } from './context.ts'

type Every = PlanCadence['every']

const EVERY: Readonly<Record<string, Every>> = {
  天: 'day', 日: 'day', 周: 'week', 星期: 'week', 旬: 'half_month', 半月: 'half_month', 半个月: 'half_month', 月: 'month', 个月: 'month',
  两月: 'two_months', 两个月: 'two_months', 双月: 'two_months', 季: 'quarter', 季度: 'quarter', 个季度: 'quarter',
  半年: 'half_year', 年: 'year', 年度: 'year',
} // biome-ignore format: a list

const SPELL = '(?<spell>天|日|周|星期|旬|半个?月|两个?月|双月|个?月|个?季度|季|半年|年度?)'
const COUNT = '(?<count>\\d+|[一二两三四五六七八九十]+)'
/** 每季度召开一次协调会, 每月定期开展走访, 每年至少组织2次演练 */
const EACH = new RegExp(
  `(?:每一?|[按逐](?![年日天]))${SPELL}(?![内均度]|末(?!前?(?:报送|上报|填报|通报)))(?<mid>(?:[^,;。:、]|、(?![每按逐日周月季年])){0,24}?)(?:${COUNT}(?<unit>次|场次?|轮|期|例会)|(?=[,;。]|、[每按逐日周月季年]|$))(?<after>[^,;。、]{0,24})`,
  'g',
)
/** 一月一会商, 一季一督办, 半月一调度 */
const RHYTHM = /(?<spell>一(?:日|周|旬|月|季度?|年)|半月|半年|双月)一(?<what>[\u4e00-\u9fa5]{2,4})/g
/** 月调度、季通报: the spell and what is done in it as one word. */
const COMPACT =
  /(?<spell>日|周|旬|双?月|季度?|半年|年)(?<what>调度|通报|报告|会商|例会|督[查办]|评估|考核|分析|[巡检]查|报送|晾晒|小结)/g
const OPENS = /(?:^|[,;。、“和(]|实行|坚持|建立|落实)$/
/** What one does on a rhythm; 每年新增 and 每月产量 are not rhythms. */
const DOING =
  /召开|开展|组织|进行|举办|调度|通报|报送|上报|报告|汇报|会商|督办|督查|督导|检查|巡查|走访|研究|听取|分析|评估|评价|考核|更新|公布|发布|梳理|总结|培训|演练|监测|会议|例会|走访|筛选|排查|抽查|公示|点评|晾晒|排名|推送|接访|下访|对接|遴选|编制|修订|统计/
/** 每年培训2000人次, 每年发布榜单5项: so many a year is a target, not a rhythm. */
const COUNTED = /\d(?![\d.]*\s?[-—–~至月日号])/
const EDGE = /^[,;。、:\s“”"]+|[,;。、:\s“”"]+$/g

interface Read {
  every: Every | undefined
  times: number
  what: string
}

function readEach(match: RegExpMatchArray): Read {
  const g = match.groups ?? {}
  const what = `${g.mid ?? ''}${g.after ?? ''}`
  return {
    every: EVERY[(g.spell ?? '').replace(/^个/, '')],
    times: (g.count ? parseNumeral(g.count) : undefined) ?? 1,
    what: what.replace(/至少|不少于|定期|各要|各应|(?:^|,)(?:要|应|须)/g, '').replace(EDGE, ''),
  }
}

const readRhythm = (match: RegExpMatchArray): Read => ({
  every: EVERY[(match.groups?.spell ?? '').replace(/^一/, '')],
  times: 1,
  what: (match.groups?.what ?? '').replace(EDGE, ''),
})

function found(clause: Clause, match: RegExpMatchArray, read: Read): PlanCadence[] {
  if (read.every === undefined || !DOING.test(read.what)) return []
  if (read.every === 'year' && COUNTED.test(read.what)) return []
  const start = match.index ?? 0
  const span = clause.passage.span(start, start + match[0].length)
  return [{ what: read.what, every: read.every, times: read.times, taskId: clause.taskId, span }]
}

/** Meetings, reports and visits that return: every so long, so many times, and what is done. */
export function readCadences(clauses: readonly Clause[], _context: QuantityContext): PlanCadence[] {
  return clauses.flatMap((clause) => {
    const { text } = clause.passage
    const hits = /[每按逐]/.test(text) ? allMatches(EACH, text) : []
    const compact = allMatches(COMPACT, text).filter(({ index }) =>
      OPENS.test(text.slice(Math.max(0, index - 2), index)),
    )
    const within = (hit: RegExpExecArray): boolean =>
      hits.some(({ index, 0: words }) => hit.index >= index && hit.index < index + words.length)
    const rhythms = [...(text.includes('一') ? allMatches(RHYTHM, text) : []), ...compact]
    return [
      ...hits.flatMap((m) => found(clause, m, readEach(m))),
      ...rhythms.filter((m) => !within(m)).flatMap((m) => found(clause, m, readRhythm(m))),
    ]
  })
}
