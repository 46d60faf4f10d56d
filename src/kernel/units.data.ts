/** What a unit measures. `count` units stand beside a counted thing; the others measure a magnitude. */
export type Dimension =
  | 'count' | 'people' | 'events' | 'percent' | 'points' | 'money' | 'area' | 'length' | 'volume' | 'mass'
  | 'energy' | 'time' | 'rank' | 'multiple' | 'computing' | 'concentration' // biome-ignore format: a list

export interface UnitRow {
  normal: string
  names: readonly string[]
  dimension: Dimension
  /** How many normal units one written unit is. */
  scale?: number
}

const each = (dimension: Dimension, names: string): UnitRow[] =>
  names.split(' ').map((name) => ({ normal: name, names: [name], dimension }))

export const UNIT_TABLE: readonly UnitRow[] = [
  { normal: '家', names: ['家', '户', '家次', '户次'], dimension: 'count' },
  ...each(
    'count',
    '个 项 件 台 套 辆 艘 架 所 座 处 口 孔 眼 盏 栋 幢 间 篇 部 款 份 本 册 幅 枚 例 起 宗 笔 组 班 支 片 单 门',
  ),
  ...each(
    'count',
    '条 根 张 床 席 块 箱 只 头 羽 尾 株 棵 枝 列 盆 朵 颗 粒 尊 盘 碗 筒 杯 匹 辑 集 道 丛 垛 节 课 群 种 类 段 头份 标箱 标准箱 篇次 艘次 辆次 架次 车次 趟 担 袋 棒 桶 瓶 盒 分 副 把 路 届 捆 卷 筐 罐 顶 扇 具 樘 窝 蔸',
  ),
  // 10万农村人口: counted by the noun that follows.
  { normal: '', names: ['万'], scale: 1e4, dimension: 'count' },
  { normal: '台套', names: ['台/套', '台套'], dimension: 'count' },
  { normal: '人', names: ['人', '名', '位'], dimension: 'people' },
  { normal: '人次', names: ['人次', '人天'], dimension: 'people' },
  { normal: '人年', names: ['人年'], dimension: 'people' },
  { normal: '场', names: ['场', '场次'], dimension: 'events' },
  { normal: '次', names: ['次'], dimension: 'events' },
  { normal: '期', names: ['期'], dimension: 'events' },
  { normal: '%', names: ['%', '％'], dimension: 'percent' },
  { normal: '‰', names: ['‰'], dimension: 'percent' },
  { normal: '/10万', names: ['/10万', '/十万'], dimension: 'percent' },
  { normal: '个百分点', names: ['个百分点', '百分点'], dimension: 'points' },
  { normal: '元', names: ['元', '块钱', '元人民币'], dimension: 'money' },
  ...each('money', '元/亩 元/人 元/平方米 元/吨 元/年 元/月'),
  { normal: '美元', names: ['美元', '美金'], dimension: 'money' },
  { normal: '亩', names: ['亩', '亩次'], dimension: 'area' },
  { normal: '公顷', names: ['公顷'], dimension: 'area' },
  { normal: '平方公里', names: ['平方公里', '平方千米'], dimension: 'area' },
  { normal: '平方米', names: ['平方米', '平米', '㎡', '平方'], dimension: 'area' },
  { normal: '公里', names: ['公里', '千米', '车公里'], dimension: 'length' },
  { normal: '米', names: ['米', '延米'], dimension: 'length' },
  { normal: '立方米', names: ['立方米', '方', '立方'], dimension: 'volume' },
  { normal: '升', names: ['升'], dimension: 'volume' },
  { normal: '吨', names: ['吨', '吨标准煤', '吨标煤', '吨/年', '吨/日'], dimension: 'mass' },
  { normal: '公斤', names: ['公斤', '千克'], dimension: 'mass' },
  { normal: '斤', names: ['斤'], dimension: 'mass' },
  { normal: '千瓦', names: ['千瓦'], dimension: 'energy' },
  { normal: '兆瓦', names: ['兆瓦', 'MW'], dimension: 'energy' },
  { normal: '千瓦时', names: ['千瓦时', '度电', '度'], dimension: 'energy' },
  { normal: 'GW', names: ['GW', '吉瓦'], dimension: 'energy' },
  { normal: 'GWh', names: ['GWh', '吉瓦时'], dimension: 'energy' },
  { normal: '千伏安', names: ['千伏安'], dimension: 'energy' },
  { normal: '工作日', names: ['个工作日', '工作日', '个法定工作日'], dimension: 'time' },
  { normal: '天', names: ['天', '日', '个自然日', '自然日'], dimension: 'time' },
  { normal: '小时', names: ['小时', '个小时', '个工作小时', '学时', '课时'], dimension: 'time' },
  { normal: '分钟', names: ['分钟'], dimension: 'time' },
  { normal: '秒', names: ['秒'], dimension: 'time' },
  { normal: '月', names: ['个月'], dimension: 'time' },
  { normal: '岁', names: ['岁', '周岁'], dimension: 'time' },
  { normal: '倍', names: ['倍'], dimension: 'multiple' },
  ...each('computing', 'Mbps Gbps PB TB GB P EFLOPS PFLOPS TEU'),
  {
    normal: '微克/立方米',
    names: ['微克/立方米', '微克每立方米', 'μg/m³', 'ug/m3', 'μg/m3', '毫克/升'],
    dimension: 'concentration',
  },
]
