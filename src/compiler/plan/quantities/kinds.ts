import type { TargetKind, TargetOp } from '../../compiled-plan.ts'
import type { Candidate } from './candidates.ts'
import { CUTS, isRank } from './judge.ts'
import type { PerYear } from './read-segment.ts'
import { isPaper } from './words.data.ts'

interface KindFacts {
  candidate: Candidate
  /** Words of the indicator, with those around them. */
  words: string
  perYear: PerYear
}

const PER_HEAD =
  /人均|户均|生均|床均|村均|校均|每[生人户](?:每[年月])?$|每[十百千万]+|(?<![\d.])万人(?!次|才)|亩均|地均/
const GROWS = /增速|增幅|增量$|涨幅|增长率|增长速度|增长$|年均增长|同比增长/
const PAPER =
  /方案|制度|办法|标准|规范|清单|规划|意见|细则|规程|目录|指南|图谱|报告|文件|政策|措施|条例|预案|台账|教材|讲义|读本|手册/
const LEVEL_NOUN = /总数|总量|存量(?:数|企业)?$|拥有量|保有量|总规模|在库|有效期内|(?<!新)储备/
/** 申请量累计达: so many in all since it began. */
const RUNNING_TOTAL = /[量数](?:累计|总计|合计)(?:达到?|突破|超过)/
/** Verbs whose object is counted anew even when it 达到 a number. */
const ALWAYS_NEW =
  /^新|净增|引进|引育|培训|轮训|完成|开展|举办|组织|召开|申报|申请|入选|评价|签约|投产|竣工|投用|转化|登记|发布|选派|招募|招聘|开工|推广|举行|承办|引入|招引|攻克|输送|推荐|录入|检查|抽检|吸纳|安置|帮扶/
/** What is there at the end counts, in a plan of one year too; 建设, 设立, 组建, 培养, 扶持 are counted anew. */
const BUILT = /^(?:建成|建成投用|建好|建立|形成|打造|培育|培育壮大|构建)$/
/** What passes within a year, whatever number it reaches: 客运量突破70万人次, 班列开行达到90列. */
const FLOWS =
  /(?:客运|货运|运输|吞吐|接待|游客|旅客|发送|调用|调度|访问|服务|培训|生产|销售|出栏)(?:总?[量数]|人次|条次)?$|[产销]量$|^年[^,;]{1,12}量$|出栏|开行|入库$/
const STAYS = /^(?:抓好|抓实|发展|拥有|稳定|保持|累计|集聚|聚集|做大|做强|做优|涌现|形成|维护|保护|壮大)$/
const RANKS = /^(?:名次|位次|$)/
const RHYTHM = /每(?:季度?|个?月|半年|周|两个?月)/
const BECOMES = /成为|成长为|发展成|升级为|建成为/

function kindOfCount({ candidate, words, perYear }: KindFacts): TargetKind {
  const { lead, verb, tail } = candidate
  const word = verb?.word ?? ''
  if (word.startsWith('净增') || /净增/.test(words)) return 'net_increase'
  if (
    /^[位个名]$/.test(candidate.figure.unit?.written ?? '') &&
    /进位|前[进移]|提升|上升/.test(lead.text) &&
    RANKS.test(tail)
  )
    return 'net_increase'
  if (lead.verb?.word === '覆盖' && lead.sign === null) return 'coverage'
  if (RHYTHM.test(lead.text) && candidate.figure.unit?.dimension === 'events') return 'cadence'
  if (perYear === 'stated') return 'new_per_year'
  if (PER_HEAD.test(words) || PER_HEAD.test(lead.text)) return 'per_capita'
  if ((isPaper(verb?.word) && PAPER.test(words)) || word === '梳理') return 'deliverable'
  if (candidate.closed && /^(?:建成|建成投用|交付)$/.test(word)) return 'deliverable'
  if (LEVEL_NOUN.test(words) || RUNNING_TOTAL.test(lead.text)) return 'stock'
  if (/评价/.test(words)) return 'new_in_period'
  const reaches = lead.reached || lead.sign !== null
  if (FLOWS.test(words)) return 'new_in_period'
  if (verb === null) return reaches || lead.measured ? 'stock' : 'new_in_period'
  // 新建驿站30个,驿站累计达到90个: a total of its own beats the verb of the clause before.
  const ownLevel = lead.level && lead.verb === null
  if (ALWAYS_NEW.test(word) && (verb.opens || !reaches) && !ownLevel) return 'new_in_period'
  if (STAYS.test(word) || BECOMES.test(tail)) return 'stock'
  if (reaches && lead.sign !== '>=') return 'stock'
  if (reaches && /达|到|稳|保/.test(lead.text.slice(-lead.tail))) return 'stock'
  if (BUILT.test(word)) return 'stock'
  return 'new_in_period'
}

/** A balance at a moment is a stock; what is added to one, and what only flows, is not. */
function kindOfMoney({ candidate: { lead, verb }, words }: KindFacts): TargetKind {
  if (/净增/.test(words)) return 'net_increase'
  if (!BALANCE.test(words)) return 'amount'
  const grows = /新增|增长|增加/.test(words) || verb?.word.startsWith('新') === true || lead.direction === 'rise'
  return grows && !lead.reached && lead.sign !== '>' ? 'net_increase' : 'stock'
}

const BALANCE = /余额|总资产|资产总[额量]/

/** What kind of measure a target is (domain table of measure kinds). */
export function kindOf(facts: KindFacts): TargetKind {
  const { candidate, words } = facts
  const { lead, figure } = candidate
  if (isRank(candidate)) return 'milestone'
  const dimension = figure.unit?.dimension
  if (dimension === 'percent' || dimension === 'points' || dimension === 'multiple') {
    if (dimension !== 'percent') return 'growth'
    const changes =
      (lead.direction !== null && !lead.reached) ||
      GROWS.test(words) ||
      GROWS.test(lead.text) ||
      (lead.sign !== '>=' && CUTS.test(lead.text))
    return changes ? 'growth' : words.endsWith('覆盖') ? 'coverage' : 'ratio'
  }
  if (dimension === undefined) return 'ratio'
  if (dimension === 'time') return figure.unit?.normal === '岁' ? 'stock' : 'duration'
  if (PER_HEAD.test(words) || PER_HEAD.test(lead.text)) return 'per_capita'
  if (dimension === 'money') return kindOfMoney(facts)
  if (dimension === 'area') return 'area'
  const kind = kindOfCount(facts)
  return kind === 'new_in_period' && facts.perYear === 'carried' ? 'new_per_year' : kind
}

/** The sign of the assessment (a bare number asks for at least as much, a closed list for exactly so many). */
export function opOf(candidate: Candidate): TargetOp {
  const { figure, lead } = candidate
  if (figure.valueMax !== null) return 'range'
  if (lead.sign === '>' || lead.sign === '<') return lead.sign
  if (lead.about || figure.bound === 'about') return '~'
  if (figure.bound === 'at_most') return '<='
  if (lead.sign === '<=' || isRank(candidate) || /最高|封顶|上限/.test(lead.text.slice(-8))) return '<='
  if (figure.bound === 'at_least' || lead.sign === '>=') return '>='
  if (lead.reached) return lead.direction === 'fall' ? '<=' : '>='
  return candidate.closed ? '=' : '>='
}
