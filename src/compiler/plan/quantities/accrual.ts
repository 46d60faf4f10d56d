import { isOneYear } from '#kernel/day.ts'
import type { Period, PlanTarget, TargetAccrual, TargetKind } from '../../compiled-plan.ts'

interface AccrualFacts {
  kind: TargetKind
  /** The words before the figure in its clause, and the indicator. */
  words: string
  period: Period | null
  /** 每年 or 年均 holds for it. */
  yearly: boolean
  /** The words lead up to the figure: 达到, 突破, 超过. */
  reached: boolean
  value: number | null
}

/** A standard for any moment, said of a rate or a level: 保持在, 稳定在, 不低于, 不超过. */
const HOLDS = /(?:(?<!水土)保持|稳定|维持|控制)(?:在|到)?(?!增长)|不[低高]于|不超过|不大于|不突破/
/** Of a count 不低于 is only a minimum; what holds one is that it stays, or may not rise: 保持在, 不超过. */
const STAYS = /(?:保持|稳定|维持|控制)在?(?!增长)|不超过|不[大高]于|不突破/
/** A time that is to become shorter is a goal: 由9天压缩至3天. */
const SHORTENED = /压缩|压减|缩短|缩减|降|减少/
/** Money at a moment: 贷款余额, 总资产. */
const BALANCE = /余额|总资产|存量|资产总额|规模$/
/** Money raised, spent or brought in, however long it takes: 完成投资, 争取资金, 累计发放. */
const SUM =
  /累计|投资|投入|筹集|争取|落实|安排|发放|投放|兑[付现]|引进|引资|到位|募集|新增|完成|撬动|减免|融资|授信|贷款|补贴|资金|基金/
/** What a year brings: 产值, 成交额, 营业收入, 接待量. */
const FLOW =
  /产值|产出|收入|营收|增加值|总值|销售额|交易额|(?:成交|交易)总?额|进出口|零售额|消费额|货值|税收|利润|(?<!申请|拥有|保有|存|总)量$|人次|客流|游客|旅客|接待|出栏|开行|调[用度]|入库|评价/
const YEAR_ALONE = /年(?!均|增长|率|限|龄)[^,;]{0,12}(?:量|额|产值|收入|值)$/

/** 累计发放总额突破3亿元: all since it began. */
const RUNNING_TOTAL = /累计[^,;]*总额$/

function accrualOfMoney({ words, reached }: AccrualFacts): TargetAccrual {
  if (BALANCE.test(words) || (reached && RUNNING_TOTAL.test(words))) return 'standing'
  if (YEAR_ALONE.test(words)) return 'of_year'
  return FLOW.test(words) && (reached || !SUM.test(words)) && !/累计/.test(words) ? 'of_year' : 'within'
}

/**
 * How years and reports add up to a figure, by its kind and its words: at the end (`standing`), over its own period (`within`), each
 * year by itself (`each_year`), in one year alone (`of_year`), or at any moment (`always`).
 */
function likelier(facts: AccrualFacts): TargetAccrual {
  const { kind, words, period, yearly, reached } = facts
  switch (kind) {
    case 'benefit':
      return 'always'
    case 'duration':
      return SHORTENED.test(words) ? 'standing' : 'always'
    case 'cadence':
    case 'new_per_year':
      return isOneYear(period) ? 'of_year' : 'each_year'
    case 'growth':
      if (isOneYear(period)) return 'of_year'
      return /年均|每年/.test(words) || yearly ? 'each_year' : 'standing'
    case 'ratio':
    case 'coverage':
      if (/每年|年均|年平均|逐年/.test(words) && !isOneYear(period)) return 'each_year'
      return HOLDS.test(words) ? 'always' : 'standing'
    case 'per_capita':
      if (yearly) return isOneYear(period) ? 'of_year' : 'each_year'
      return STAYS.test(words) ? 'always' : 'standing'
    case 'stock':
    case 'milestone':
      return STAYS.test(words) ? 'always' : 'standing'
    case 'area':
      if (yearly) return isOneYear(period) ? 'of_year' : 'each_year'
      return STAYS.test(words) ? 'always' : reached || /建成|打造|建立|形成/.test(words) ? 'standing' : 'within'
    case 'amount':
      return yearly ? (isOneYear(period) ? 'of_year' : 'each_year') : accrualOfMoney(facts)
    case 'new_in_period':
      return FLOW.test(words) && reached && !/累计/.test(words) ? 'of_year' : 'within'
    case 'net_increase':
    case 'deliverable':
      return 'within'
  }
}

/** What is given a name holds it on: so many in the period, or so many at its end. */
const AWARDED = /(?:评定|评选|遴选|命名|认定|选树)[^,;]*达到/

interface OpenReading {
  /** A sentence of the kind, invented. */
  example: string
  kind: TargetKind
  taken: TargetAccrual
  other: TargetAccrual
  /** What must be so besides; nothing where kind and reading tell it. */
  when: (facts: AccrualFacts) => boolean
}

const isShare = (...kinds: TargetKind[]): boolean => kinds.every((kind) => kind === 'ratio' || kind === 'coverage')

/** In a plan of several years, in these words. */
const inYears =
  (words: RegExp) =>
  ({ period, words: said }: AccrualFacts): boolean =>
    period !== null && !isOneYear(period) && words.test(said)

/**
 * Words that honestly leave two readings open. In one year `within` and `of_year` are the same sum, so nothing is asked. The first row
 * that fits speaks.
 */
export const OPEN_READINGS: readonly OpenReading[] = [
  { example: '审批时间由9天压缩至3天', kind: 'duration', taken: 'standing', other: 'always', when: () => true },
  { example: '合格率达到100%', kind: 'ratio', taken: 'standing', other: 'always', when: ({ value }) => value === 100 },
  {
    example: '到2025年培训果农1万人次',
    kind: 'new_in_period',
    taken: 'within',
    other: 'of_year',
    when: inYears(/到20\d{2}年[^,;]*(?:培训|服务|走访|检测|举办|开展)/),
  },
  {
    example: '技术合同成交额达到8亿元',
    kind: 'amount',
    taken: 'of_year',
    other: 'within',
    when: inYears(/^(?!.*年).*(?:成交|交易)/),
  },
  {
    example: '质押融资金额超过2亿元',
    kind: 'amount',
    taken: 'within',
    other: 'of_year',
    when: inYears(/^(?!.*(?:累计|总)).*(?:达到|超过|突破)/),
  },
  { example: '评定银鹿工匠达到50名', kind: 'stock', taken: 'standing', other: 'within', when: inYears(AWARDED) },
  {
    example: '治理坡耕地达到12万亩',
    kind: 'area',
    taken: 'standing',
    other: 'within',
    when: inYears(/建|造|治理|整治|修复/),
  },
]

/** How a figure adds up, and the second reading where the words leave two open. */
export function accrualOf(facts: AccrualFacts): Required<Pick<PlanTarget, 'accrual' | 'accrualOther'>> {
  const accrual = likelier(facts)
  const open = OPEN_READINGS.find(
    ({ kind, taken, when }) => taken === accrual && (kind === facts.kind || isShare(kind, facts.kind)) && when(facts),
  )
  return { accrual, accrualOther: open?.other ?? null }
}
