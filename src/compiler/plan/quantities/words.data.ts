/** Words of the target grammar, by what they do. Longer forms come first where one contains another. */

/** Words before a figure that set its sign. */
export const SIGNS: readonly (readonly [sign: '>=' | '>' | '<=' | '<', words: string])[] = [
  ['<=', '不超过 不得超过 不高于 不得高于 不大于 不多于 最多 控制在 压缩在 限制在 稳控在 ≤ <='],
  [
    '>=',
    '不低于 不得低于 不少于 不得少于 不小于 至少 最少 达到 达至 达 建到 建至 稳定在 保持在 维持在 稳定达到 稳定 保持 ≥ >=',
  ],
  ['>', '突破 超过 超出 高于 大于 多于 超额完成 超 逾 >'],
  ['<', '低于 少于 小于 <'],
]

export const RISES = '增长 提高 提升 增加 上升 递增 扩大 壮大 发展 扩建 增 升 提'.split(' ')
export const FALLS = '下降 降低 减少 压减 压缩 缩短 缩减 精简 下调 缩小 收窄 削减 压降 降 减 压'.split(' ')

/** A preposition or a word of parts standing right before a figure: the figure describes, it is not aimed at. */
export const PLAIN_LEADS =
  '围绕 聚焦 针对 依托 按照 根据 对照 涉及 包括 包含 涵盖 分为 分成 分 下设 由 以 从 在 向 对 将 把 全市 全县 全区 全省 全州 全国 各 共 其余 上述 以下 如下 这 该 不足 原有 现有 已有 全部 所有 余下 共有 共计 总投资 投资额 计划总投资 注册资本 年龄 年满 未满 同意 等级 邀请 的 与 同 跟 方面'.split(
    ' ',
  )

/** Things counted by way of arrangement, not aimed at. */
export const PLAIN_THINGS =
  '县区 区县 县市 县市区 县 区 市 市州 地市 州市 省份 国家 乡镇 镇街 乡 镇 街道 镇办 村 社区 部门 单位 成员单位 方面 环节 层面 维度 阶段 步骤 小组 工作组 工作专班 专班 专项小组 工作小组 调研组 督导组 指标 二级指标 一级指标 要素 导向 原则 关系 问题 章 部分 板块 类别 批次 等级 档次 档 渠道 途径 条件 标准 高地 关键 转变 统一 坚持 率先 抓手 特点 特色 优势 目标 方向 支柱 主体 要求 举措 措施 办法 政策措施 政策 任务 重点任务 梯队 层次 级别 中心城区 主城区 大类 机制 主要任务 重点 重点领域 领域 步伐 事 人 月 年 版本 基本面 区域 清单 张网 维护 意识 自信 确立'.split(
    ' ',
  )

/** Things never aimed at, whatever follows them. */
export const NEVER_AIMED =
  '方面 环节 层面 维度 阶段 步骤 部门 小组 工作组 专班 导向 原则 关系 基本面 转变 高地 关键 要素 意识 维护 自信 确立 导则'.split(
    ' ',
  )

/** Nouns that are measured: a number right after one states it. */
export const MEASURED =
  '率 比 比重 比例 占比 强度 增速 增幅 涨幅 系数 指数 总数 总量 总额 产值 收入 规模 面积 产量 人数 家数 数量 户数 件数 拥有量 保有量 投入 投资 支出 营收 成交额 交易额 销售额 销售收入 余额 融资 增加值 总产量 总产 存栏 出栏 年出栏 年产 年产量 贡献率 贷款 税收 利润 外资 进出口 额 量 数 面积达 时间 时限 时长 周期 用时 床位数 出资 里程 容量 能力 密度 浓度 得分 满意度 认定数'.split(
    ' ',
  )

/** What a share of a whole comes to do or be: 80%的卫生院达到…, 95%以上事项产生…. */
export const SHARE_DOES =
  '达到 纳入 实现 建成 开展 建立 完成 设立 配备 接入 可办 通办 网上办理 网上办 网办 办结 办理 产生 生成 对接 入驻 采用 推行 开通 参与 签约 通过 使用 应用'.split(
    ' ',
  )

/** Papers one draws up. */
const DRAWN_UP = /^(?:制[定订修]|编[制印写]|出台|印发|修订|起草|完善)/
export const isPaper = (verb: string | undefined): boolean => verb !== undefined && DRAWN_UP.test(verb)
