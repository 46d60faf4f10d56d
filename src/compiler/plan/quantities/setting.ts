import { planYear, type QuantityContext } from './context.ts'
import { findTimes, isBaseYear } from './times.ts'

/** What a segment's figures are about, before any figure is looked at. */
export interface Setting {
  /** What has been achieved, or was so in an earlier year. */
  past: boolean
  /** Money, rates and shares offered to, or asked of, applicants. */
  terms: boolean
  /** Words of giving, which carry on through the sentence: 给予, 奖励. */
  gift: boolean
  /** Who qualifies: 对年收入2000万元以上的企业; 首次认定的, */
  condition: boolean
}

const DONE =
  /(?<![对将把为从])已(?!知|婚|满)(?![\u4e00-\u9fa5]{1,4}的)|截至|截止|目前|现有(?=[^,;]{0,24}\d)|(?<![比较与])(?:去年|上年|前年)|近年来|近[一二三四五两\d]+年|以来|先后|(?<![为除])了(?=\d|约|近|全)|首次(?:突破|超过|达到)|(?:位居|位列|排名|居)(?:全|第)|荣获|获评|成效(?:显著|明显)/
const AHEAD =
  /力争|争取|确保|目标|将(?!军)|计划(?!单列)|拟|下一步|今后|未来|年底前|年内|今年|本年|要(?!求|素|闻|点)|应当|至少|不低于|不少于|预期|到20[2-9]\d年|到“?十[四五]五”?末/
const OFFER =
  /给予|奖励|奖补|补助|补贴|资助|贴息|贴补|返还|减免|减半|减按|免收|免征|征收|加计|抵扣|抵减|扣除|罚款|处以|费率|税率|利率|分担|缴纳|缴存|缴费|计提|提取比例|最高|一次性(?!告知|提交)|上浮|下浮|上限|封顶|每(?:家|户|人|个|亩|台|件|项|辆|车|次|平方米)(?:每[年月])?(?:不超过|最高|奖|补|给)?[约]?\d|按(?!期|时|照职责|职责)[^,;]{0,24}(?:\d|标准|比例)|标准(?:为|是|由|从|提高)|额度|限额|保证金|质保金|预付款|首付款?|履约金|价格扣除|预留份额|注册资本|出资(?=[^,;]{0,8}(?:%|比例))|基点|LPR/
const GIFT =
  /给予(?!支持|指导|表扬|通报|处分)|奖励(?!项目|机制|制度|政策)|奖补|一次性(?!告知|提交|[^,;]{1,4}率)|最高(?!人民)|补助\d|补贴\d/
const GIVES = /给予(?!支持|指导|表扬|通报|处分)|(?:奖励|补助|补贴|奖补)(?:最高)?\d|一次性奖/
/** A figure of these segments is the plan's own aim even beside words of offers. */
const AIM =
  /(?:发放|投放|兑现|争取|完成|实现|落实|撬动|带动|新增|引导|累计|力争|确保|筹集|安排)[^,;]*(?:资金|贷款|补贴|补助|投资|授信|融资|规模|额)|占比|比重|余额|增长|覆盖率|(?<![利费税])率(?:达|不|稳|保|提|超)|率降[至到]|(?<![利费税])率\s?\d[\d.]*%以[上下]/
/** A share of money given, or how much of it is paid out, is the plan's own measure: 奖补资金占比达到70%. */
const SHARE_OF_MONEY =
  /(?:(?<!扣除|证金|付款|返还|分担|出资|补贴|补助|奖励)比例(?:达|力争|超)|(?:人均|生均|每生|每人)[^,;]*标准[^,;]*(?:提高|增加|达到|不低于)|占[^,;]{1,24}的?(?:比重|比例)|占比|兑付率|兑现率|拨付率|发放率|到位率|享受率|直达率|知晓率|覆盖率)/
const CONDITIONAL =
  /的\s?$|^\s?(?:对(?!标|照|接|外|口|内)(?![^,;]*(?:实现|做到))|凡|若|当(?![年前地日期])|如(?!期|实)|符合|满足|对于)|以上的(?:企业|单位|项目|个人|机构|团队|人才)/
const PAST_PATH =
  /回顾|发展基础|工作基础|主要成[效就绩]|取得的?成[效就绩]|工作总结|发展现状|现状与|基础与|基本情况|形势|发展环境|过去[一五]年|[一二三四五]年来/

/** 总体形势和思路目标: the heading speaks of what is ahead as well. */
const AND_AHEAD = /[和与及、][^,。]{0,6}(?:目标|任务|安排|思路|打算)/

/** 优化发展环境, 夯实发展基础: what is to be done. */
const DOES_FIRST =
  /^[^\u4e00-\u9fa5]*[一二三四五六七八九十]{0,3}[^\u4e00-\u9fa5]*(?:优化|营造|改善|创造|打造|提升|净化|夯实|筑牢|强化|加强|巩固|完善|健全|构建|建设|维护|全面|持续|着力|努力|大力|加快)/

/** Headings under which a plan tells what has been done: 2023年工作回顾, 发展基础. */
export const isPastSection = (path: readonly string[]): boolean =>
  path.some((heading) => PAST_PATH.test(heading) && !AND_AHEAD.test(heading) && !DOES_FIRST.test(heading))

/** A year the segment names: one before the plan's, or the plan's own or a later one. */
function yearSaid(text: string, context: QuantityContext): 'before' | 'ahead' | null {
  const year = planYear(context)
  if (year === null || !/\d年|十[二三四]五/.test(text)) return null
  const said = findTimes(text).filter(
    (word) => !isBaseYear(text, word) && ['none', 'as_of', 'from'].includes(word.cue) && word.endYear !== null,
  )
  if (said.some(({ endYear }) => Number(endYear) < year)) return 'before'
  return said.length > 0 ? 'ahead' : null
}

/** The segment itself gives something: its counts say for what. */
export const gives = (text: string): boolean => GIVES.test(text)

/** The setting of a segment, following on from the one before it in the sentence. */
export function settingOf(text: string, before: Setting, context: QuantityContext): Setting {
  const ahead = AHEAD.test(text)
  const year = yearSaid(text, context)
  const past = !ahead && (DONE.test(text) || year === 'before' || (before.past && year === null))
  const gift = GIFT.test(text) && !SHARE_OF_MONEY.test(text)
  const goesOn =
    before.terms && /^(?:一般|原则上|最高|最低|可)?(?:不低于|不超过|不高于|不少于|提高[到至]|降[低至])/.test(text)
  const offers = (before.gift || OFFER.test(text)) && !AIM.test(text) && !SHARE_OF_MONEY.test(text)
  const terms = gift || goesOn || offers
  return { past, terms, gift: gift || (before.gift && offers), condition: CONDITIONAL.test(text) }
}

export const OPEN_SETTING: Setting = { past: false, terms: false, gift: false, condition: false }
export const PAST_SETTING: Setting = { past: true, terms: false, gift: false, condition: false }
