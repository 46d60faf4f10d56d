import type { UntakenReason } from '../../compiled-plan.ts'

/**
 * The frames a clause with a figure can be: what stands before the figure, what behind it, and what that says. All that fit are held against
 * each other and the highest score wins, of equal ones the first. The letters are read by `shapeOf`.
 *
 * Before: V a verb governs it (its own or its list's), Y its verb stands right before it or its sign, S a bound in words (达到, 不低于, 突破),
 * R a rise, F a fall, G the level reached (提高到), B 以上 or 左右 behind the figure, K 以内 behind it, M a measured noun (率, 产值), L its list has
 * given a target, C its count closes a list of names, A 力争 or 确保 push it, H 对, 为, 与 name it as those it is done for, P a word of mere
 * description (围绕, 全县, 的), E 覆盖 or 全市, Q 覆盖, 推动, 实现 somewhere, U a change named by the verb that opens (降低…5%), J papers are drawn
 * up, Z the size of a fund, X shortened or bounded time, I age, k 完成 or 实现 right before.
 * Behind: . nothing more of it, N a noun phrase, W a noun phrase that acts, D a share comes to do something, $ a noun of money, d words it
 * only modifies (的…, 级, 型), e 的 and a noun at the end, a a verb, O things counted by way of arrangement (部门, 环节), o things arranged (任务, 举措).
 */
export interface ClauseFrame {
  id: string
  /** What a clerk reads: the clause as a pattern. */
  words: string
  /** Dimensions of the figure; `bare` has no unit. */
  of: string
  /** One of these before the figure… */
  has?: string
  /** …and all of these… */
  all?: string
  /** …and none of these, before or behind it. */
  not?: string
  /** One of these behind it. */
  behind?: string
  score: number
  /** Absent where the clause aims at the figure. */
  refuses?: UntakenReason
  example: string
  /** A clause of nearly the same words that is another frame. */
  unlike: string
}

const COUNTS = 'count people events'
const SHARES = 'percent points'
const MEASURES = 'area length volume mass energy computing concentration'
const ALL = `${COUNTS} ${SHARES} ${MEASURES} money time multiple rank bare`

export const CLAUSE_FRAMES: readonly ClauseFrame[] = [
  { id: 'signed-count', words: '物 达到 数', of: COUNTS, has: 'S', not: 'd', score: 60, example: '茶企达到40家', unlike: '达到40家的乡镇' },
  { id: 'closed-list', words: '甲、乙等 数 物', of: COUNTS, has: 'C', not: 'dOo', score: 58, example: '建成青石、白鹭等2个驿站', unlike: '青石、白鹭等2个部门' },
  { id: 'verb-count', words: '动词 数 物', of: COUNTS, has: 'V', not: 'PdOo', behind: 'NW', score: 50, example: '恢复3条水运航线', unlike: '覆盖3个乡镇' },
  { id: 'paper-count', words: '制定 数 文件', of: COUNTS, all: 'VJ', not: 'PdO', behind: 'NW', score: 52, example: '制定5项管理措施', unlike: '落实5项管理措施' },
  { id: 'verb-thing-count', words: '动词 物 数', of: COUNTS, has: 'VM', not: 'Pd', behind: '.', score: 50, example: '恢复水运航线3条', unlike: '围绕水运航线3条' },
  { id: 'rise-count', words: '增加 数 物', of: COUNTS, has: 'R', not: 'PdOo', behind: '.N', score: 48, example: '床位增加20张', unlike: '20张床位的医院' },
  { id: 'change-count', words: '物 减少 数', of: COUNTS, has: 'FB', not: 'Pd', behind: '.', score: 48, example: '证明事项减少3项', unlike: '3项以上的事项' },
  { id: 'list-count', words: '…、物 数', of: COUNTS, has: 'LA', not: 'Pd', behind: '.', score: 44, example: '茶企达到3家、菌企2家', unlike: '其他菌企' },
  { id: 'pushed-count', words: '力争 数 物 动词', of: COUNTS, has: 'AQ', not: 'dOo', behind: 'W', score: 42, example: '推动全省40家茶企上云', unlike: '按照2个品牌要求' },
  { id: 'done-for-count', words: '对 数 物 动词', of: COUNTS, has: 'H', not: 'dOo', behind: 'W', score: 42, example: '对40家茶企开展诊断', unlike: '对40家茶企的诊断' },
  { id: 'share-covered', words: '覆盖 数 物', of: SHARES, has: 'E', behind: 'D', score: 60, example: '覆盖90%的村', unlike: '90%的村' },
  { id: 'share-does', words: '数 的物 达到…', of: SHARES, not: 'P', behind: 'D', score: 58, example: '80%的卫生院达到标准', unlike: '按80%的标准' },
  { id: 'share-given', words: '安排不少于 数 的物', of: SHARES, all: 'YS', not: 'P', behind: 'Ne', score: 52, example: '每年安排不少于5%的用地指标', unlike: '占比不少于5%的村' },
  { id: 'share-done', words: '完成 数 的物', of: SHARES, has: 'k', not: 'P', behind: '.e', score: 51, example: '完成80%的清理工作', unlike: '完成80%以上企业的清理' },
  { id: 'share-of', words: '推动 数 物', of: SHARES, has: 'Q', not: 'PKRFd', behind: 'N', score: 50, example: '推动90%以上茶企上云', unlike: '按90%以上价格收购' },
  { id: 'share-acted', words: '物 数 动词', of: SHARES, not: 'PSRFBKd', behind: 'a', score: 49, example: '信访件100%回访', unlike: '按100%执行' },
  { id: 'share-cut', words: '降低 物 数', of: SHARES, has: 'U', not: 'Pd', behind: '.', score: 50, example: '降低用电成本5%', unlike: '成本的5%' },
  { id: 'share-stated', words: '率 达到 数', of: SHARES, has: 'SRFBKML', not: 'd', behind: '.', score: 50, example: '良种率达到95%', unlike: '良种率95%的村' },
  { id: 'fund', words: '设立规模 数 的基金', of: 'money', has: 'Z', score: 60, example: '设立规模10亿元的产业基金', unlike: '规模10亿元的企业' },
  { id: 'verb-money', words: '动词 数 资金', of: 'money', has: 'V', not: 'PBKd', behind: '$', score: 50, example: '发放6000万元贷款', unlike: '6000万元以上贷款' },
  { id: 'stated-money', words: '额 达到 数', of: 'money', has: 'SRFBMVL', not: 'Pd', behind: '.a', score: 50, example: '成交额达到3亿元', unlike: '3亿元以上的企业' },
  { id: 'verb-measure', words: '动词 数 物', of: MEASURES, has: 'V', not: 'Pd', behind: 'N', score: 50, example: '新建12公里绿道', unlike: '12公里的绿道' },
  { id: 'stated-measure', words: '面积 达到 数', of: MEASURES, has: 'SRFBMVL', not: 'Pd', behind: '.', score: 50, example: '茶园面积达到5万亩', unlike: '5万亩的茶园' },
  { id: 'shortened', words: '压缩至 数', of: 'time', has: 'XI', score: 50, example: '办理时间压缩至3天', unlike: '自受理之日起3天' },
  { id: 'multiplied', words: '增长 数', of: 'multiple', has: 'SRFB', behind: '.', score: 50, example: '产值增长2倍', unlike: '2倍的距离' },
  { id: 'bare-level', words: '指数 达到 数', of: 'bare', has: 'GS', not: 'Y', behind: '.', score: 50, example: '收入比达到2.3', unlike: '版本2.3' },
  { id: 'ranked', words: '进入前 数', of: ALL, has: 'T', score: 90, example: '力争进入全市前5名', unlike: '居全市第5位' },
  { id: 'rank-held', words: '居第 数', of: ALL, has: 't', score: 80, refuses: 'rank', example: '居全市第5位', unlike: '力争进入全市前5名' },
  { id: 'terms', words: '最长不超过 数', of: ALL, has: 'c', score: 99, refuses: 'terms', example: '缓缴期限最长不超过3个月', unlike: '办理时间不超过3天' },
  { id: 'counted-word', words: '坚持 数 个…', of: ALL, has: 'w', score: 98, refuses: 'arrangement', example: '坚持三个导向', unlike: '建成三个中心' },
  { id: 'described', words: '数 的物', of: ALL, has: 'q', score: 97, refuses: 'describes', example: '年产值5000万元以上的茶企8家', unlike: '年产值5000万元以上' },
  { id: 'modifies', words: '数 的…', of: ALL, behind: 'd', score: 3, refuses: 'describes', example: '5亿元的企业', unlike: '产值5亿元' },
  { id: 'arranged', words: '围绕 数 个环节', of: ALL, has: 'P', score: 2, refuses: 'arrangement', example: '围绕5个环节', unlike: '打造5个环节样板' },
  { id: 'arranged-thing', words: '数 个部门', of: ALL, behind: 'O', score: 2, refuses: 'arrangement', example: '组织8个部门', unlike: '组织8个团队' },
  { id: 'aimless', words: '数', of: ALL, score: 1, refuses: 'aimless', example: '3家医院', unlike: '新建3家医院' },
] // biome-ignore format: a table
