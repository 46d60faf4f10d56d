/** One key for the spellings of one agency, so that two spellings in one plan can be told. */

/** Long forms and the short ones offices use for them (domain table of agency names, core column). */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/人力资源(?:和)?社会保障/, '人社'],
  [/发展(?:和)?改革/, '发改'],
  [/工业(?:和)?信息化/, '工信'],
  [/经济(?:和)?信息化/, '经信'],
  [/自然资源(?:和)?规划/, '自然资源'],
  [/住房(?:和)?城乡建设/, '住建'],
  [/卫生(?:和)?健康/, '卫健'],
  [/文化(?:和)?旅游/, '文旅'],
  [/文化广播电视(?:和)?旅游/, '文旅'],
  [/市场监督管理|市监/, '市场监管'],
  [/科学技术/, '科技'],
  [/退役军人事务/, '退役军人'],
  [/交通运输/, '交通'],
  [/应急管理/, '应急'],
  [/城市管理/, '城管'],
  [/委员会/, '委'],
  [/办公室/, '办'],
  [/人民政府/, '政府'],
  [/管理|服务|和|与|、/g, ''],
]

/** The key: level prefix and filling words gone, long forms shortened. */
export function agencyKey(name: string): string {
  let key = name.replace(/[（(〔].*?[)）〕]/g, '').replace(/^[省市县区州旗](?=.{3})/, '')
  for (const [long, short] of SHORT) key = key.replace(long, short)
  return key
}
