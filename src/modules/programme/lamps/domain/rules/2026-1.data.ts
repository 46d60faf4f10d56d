import type { Edition } from './edition.ts'

const usual = '本软件默认值，可在方案的亮灯规则中修改'
const common = '各地督查通行做法，银川2025年项目调度、宿迁2025年三色督办单均以落后幅度和逾期分色'
const kinds = '指标分类计算规则'

/**
 * First edition. No ministry prescribes how a county's plan is lit; the figures follow what governments published
 * (Yinchuan 2025: 10–30 percentage points behind is yellow, more is red; Suqian 2025: red is overdue) and are settings.
 */
export const edition2026n1: Edition = {
  name: '2026-1',
  validFrom: '2026-01-01',
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
  sentences: [
    { lamp: '绿', when: '已办结；到期节点全部完成；指标不落后于进度线', source: common },
    { lamp: '黄', when: '完成数不到应完成数，但不低于黄灯下限；节点逾期在宽限天数内；离期限不到临近天数而未完成', source: usual },
    { lamp: '黄', when: '最近一期报送为“有困难”', source: usual },
    { lamp: '红', when: '完成数低于应完成数的黄灯下限；过了期限未完成', source: common },
    { lamp: '灰', when: '未到开始时间，或没有数据、没有工期。没有数据从不亮红灯；单位报有进展而节点从未标记的，按未知处理', source: '本软件原则：未知不是不合格' },
    { lamp: '虚线', when: '按周期应报而未报。单独表示，不改变灯色', source: '本软件原则：报送及时与进度快慢分开看' },
    { lamp: '指标', when: '总量取最近数；新增、金额按期初以来累计，几个牵头单位报同一总数的取最近一次，由各乡镇等分别报送的相加；每年新增按年单独算；比率、人均不相加；增长率按百分点比较；里程碑、覆盖、频次只看做到没有', source: kinds },
    { lamp: '指标', when: '方案分年写明数值的，进度线依次经过各年数值；有基数的从基数算起；按家、人、场计数的，不要求完成零头，差 1 个只亮黄灯', source: kinds },
    { lamp: '指标', when: '“控制在……以内”“不超过”“不低于”“保持在……以上”是限额，从第一个数据起就按限额判断，不设进度线；“降至”“压缩至”“提高到”是目标，按进度线推进', source: kinds },
    { lamp: '指标', when: '“左右”允许上下浮动；“突破”“超过”须大于目标；名次和“不超过”以小为好', source: kinds },
  ],
} // biome-ignore format: one sentence a line
