// Makes src/compiler/words/lexicon.data.ts: the words the compiler cuts sentences into, from the dictionary of @node-rs/jieba (MIT, LongYinan; its
// words and counts are those of jieba, MIT, Sun Junyi) and the terms of the field below. Only classes the clause frames ask for are kept.
import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { dict } from '@node-rs/jieba/dict.js'

const LARGEST = 300 * 1024
/** v verb, w verb or noun, n noun, a modifier, d adverb, p preposition, c conjunction, q classifier, t time, f place, r pronoun, m numeral. */
const CLASS_OF = {
  v: 'v', vd: 'v', vi: 'v', vg: 'v', vn: 'w', n: 'n', nz: 'n', ng: 'n', an: 'n', j: 'n', l: 'n', i: 'n', nt: 'n', ns: 'n', s: 'n',
  a: 'a', b: 'a', z: 'a', ad: 'd', d: 'd', t: 't', f: 'f', p: 'p', c: 'c', q: 'q', m: 'm', r: 'r', zg: 'x', u: 'x',
} // biome-ignore format: a table
const LEAST = { v: 3, w: 3, n: 50, a: 20, d: 20, t: 50, f: 50, p: 50, c: 50, q: 50, m: 500, r: 100, x: 1e9 }
/** Words of the field, and words whose class in plans is another than in newspapers: word, class. */
const TERMS = {
  v: '除险加固 加固 配发 配齐 提质 升级 扩容 增效 提档 通过 新增 增设 入选 入库 入规 升规 开行 办结 引育 招引 签约 备案 上市 挂牌 投产 投用 竣工 开工 揭榜 结对 轮训 选派 选聘 认定 评定 获批 净增 缔结 培树 链接 上云 改扩建 建成 打造 培育 突破 达到 力争 摆花 梳理 遴选 育种 抽检 抽查 盘活 纳统 退规 上架 出栏 存栏 选树 化解 帮扶 推介 兑付 贴息 授信 净增加 新建 新申报 落地 整治 清理 上线 清运 落实 惠及 更新 谋划 办理 动工 扩种 补种 复种 资助 壮大 稳定 做大 做强 做优 印发 编印 制修订 抓实',
  w: '研发 孵化 示范 培训 服务 建设 改造 提升 覆盖 支持 投资 登记 评价 检测 保护 开发 转化 应用 加工 种植 养殖 运营 治理 修复 监测 诊断 推广 申报 造林 绿化 植树 命名 布局 配套 策划 规划',
  d: '年均 年平均 平均 逐年 重点 积极 着力 全力 大力 加快 持续 全面 深入 扎实 有序 稳步 分类 分批 动态 成功 基本 累计 联合 同步 率先 集中 分别 不低于 不少于 不高于 不超过',
  p: '围绕 聚焦 依托 针对 面向 会同',
  n: '进出口 进口 出口 知识 揭榜挂帅 光伏 风电 水电 果农 茶农 活动 经营 装机 建成区 创新 合作 交易 管理 生产 孵化器 小巨人 专精特新 高新技术 高新技术企业 科技型 规上 规上企业 规模以上 高企 独角兽 瞪羚 众创空间 星创天地 工作站 技术合同 特派员 工作室 新型研发机构 产业园 示范区 示范点 产业化 增加值 成交额 总产值 市场主体 经营主体 上云上平台 农业园 合作社 家庭农场 龙头企业 首台套 发明专利 地理标志 公里 储备林 抚育 博士后 院士 英才 获得者 综治 维稳 领军 联合体 重点实验室 实验室 技术中心 研究中心 研究院 创新中心 服务站 服务点 示范村 示范户 加工业 主导产业 人才库 卫生院 充电桩 停车位 保障房 棚户区 新能源 机械化 数字化 智能化',
  a: '涉农 涉企 知名 优秀 著名 杰出 骨干 国家级 省级 市级 县级 区级 省部级 自治区级 州级 厅级 乡级 村级 以上 以下',
}
const rows = dict
  .toString()
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
const words = new Map()
for (const [word, count, tag] of rows) {
  const kind = CLASS_OF[tag]
  if (kind === undefined || !/^[\u4e00-\u9fa5]{1,5}$/.test(word)) continue
  const rare = /^(?:l|i|ns|nt)$/.test(tag) ? 200 : LEAST[kind]
  if (word.length === 1 || Number(count) >= rare) words.set(word, [kind, Number(count)])
}
for (const [kind, list] of Object.entries(TERMS))
  for (const word of list.split(' ')) words.set(word, [kind, Math.max(words.get(word)?.[1] ?? 0, 2000)])

/** Each entry: how much it shares with the one before (a digit, none for nothing), the rest, its class, and how often it occurs (A never, each letter 1.59 times as often). */
let packed = ''
let before = ''
for (const word of [...words.keys()].sort()) {
  const [kind, count] = words.get(word)
  let shared = 0
  while (shared < before.length && before[shared] === word[shared]) shared += 1
  packed += `${shared || ''}${word.slice(shared)}${kind}${String.fromCharCode(65 + Math.min(25, Math.round(Math.log2(count + 1) * 1.5)))}`
  before = word
}
const size = gzipSync(packed, { level: 9 }).length
if (size > LARGEST) throw new Error(`The lexicon has ${size} bytes compressed, more than ${LARGEST}.`)
const notice = `// Made by \`npm run lexicon\`: do not edit. Words and counts: @node-rs/jieba (MIT, Copyright (c) 2020-present LongYinan) from jieba (MIT,
// Copyright (c) 2013 Sun Junyi), and terms of the field. ${words.size} words, ${size} bytes compressed.`
writeFileSync(
  new URL('../src/compiler/words/lexicon.data.ts', import.meta.url),
  `${notice}\nexport const PACKED =\n  '${packed}'\n`,
)
console.log(`${words.size} words, ${size} bytes compressed`)
