import type { Edition } from './edition.ts'
import { sources } from './lamp-rule.ts'

/**
 * The figures the lamps begin with, settings of each programme. They follow what governments published (Yinchuan 2025:
 * 10–30 percentage points behind is yellow, more is red; Suqian 2025: red is overdue).
 */
export const usualFigures: Pick<Edition, 'defaults'> = {
  defaults: {
    yellowRatio: 0.7,
    earlyShare: 0.1,
    nearDays: 15,
    graceDays: 7,
    slackPieces: 1,
    growthPoints: 2,
    difficultYellow: true,
    aboutShare: 0.1,
    holdsDays: 95,
    laggedHoldsDays: 400,
    freshDays: 45,
    flatCycles: 3,
    jumpShare: 0.5,
    lastMinuteDays: 5,
    staleEvidenceDays: 95,
  },
}

const inSentences = (sentences: readonly string[]): Edition['counting'] =>
  sentences.map((when) => ({ lamp: '指标', when, source: sources.kinds }))

/** How figures were counted while the kind of a target alone told it. */
export const countingByKind = inSentences([
  '总量取最近数；新增、金额按期初以来累计，几个牵头单位报同一总数的取最近一次，由各乡镇等分别报送的相加；每年新增按年单独算；比率、人均不相加；增长率按百分点比较；里程碑、覆盖、频次只看做到没有',
  '方案分年写明数值的，进度线依次经过各年数值；有基数的从基数算起；按家、人、场计数的，不要求完成零头，差 1 个只亮黄灯',
  '“控制在……以内”“不超过”“不低于”“保持在……以上”是限额，从第一个数据起就按限额判断，不设进度线；“降至”“压缩至”“提高到”是目标，按进度线推进',
  '“左右”允许上下浮动；“突破”“超过”须大于目标；名次和“不超过”以小为好',
])

/** How figures are counted since the accrual of a target is read. */
export const countingByAccrual = inSentences([
  '期末达到的（总量、比率、余额）取最近数；期内累计的从期初加起，几个牵头单位报同一总数的取最近一次；总量和累计数由各乡镇等分别报送的相加，有单位报总数的以总数为准；比率、人均、增长率从不相加',
  '“每年”的，每个自然年单独计算、单独亮灯，不跨年相加；只看某一年当年数的，到了那一年才判断，此前的数作参考',
  '进度参考从方案开始和发布两者中较晚的一天算起，有基数的从基数算起，新增、覆盖从零算起，没有基数的不推算；方案分年写明数值的依次经过各年数值；集中认定、按年公布的按季节推算；它是推算的，不是方案中的数。按家、人、场计数的，不要求完成零头，差 1 个只亮黄灯',
  '“控制在……以内”“不超过”“不低于”“保持在……以上”随时都要守住，从第一个数据起就按它判断，不设进度线；“降至”“压缩至”“提高到”是目标，按进度线推进',
  '“左右”允许上下浮动；“突破”“超过”须大于目标；名次和“不超过”以小为好；增长率按百分点比较；里程碑、频次只看做到没有',
])
