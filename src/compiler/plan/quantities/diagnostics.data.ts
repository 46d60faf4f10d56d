/** What can be doubtful about targets: severity, when it is raised, what is said; read by `catalogue.ts`. Codes are stable. */
export const TARGET_DIAGNOSTICS = {
  GT201:
    'info | 同一指标、同一期限、同一数值在目标和任务中重复出现 | “{what}”与前文“{other}”是同一目标，发布时按一项计，请确认。',
  GT202: 'warning | 同一指标、同一期限出现不同数值 | “{what}”与前文“{other}”指标相同、数值不同，请核对后保留一个。',
  GT203: 'warning | 目标没有期限，计划也没有起止时间 | 目标“{what}”没有写明完成期限，请补充期限或填写计划起止时间。',
  GT204: 'info | 只写“一批”“若干”，没有数量 | “{what}”没有写明数量，无法考核，如需考核请补充具体数量。',
  GT205: 'warning | 目标期限早于印发日期 | 目标“{what}”的期限（{other}）早于印发日期，请核对年份。',
  GT206: 'info | 目标期限已过 | 目标“{what}”的期限（{other}）已过，请登记完成情况或调整期限。',
  GT207: 'warning | “其中”各分项之和大于总数 | “{what}”所列分项之和大于总数“{other}”，请核对数字。',
  GT208: 'info | 计量单位含义不明 | “{what}”的单位“{other}”可作不同理解，请写明按什么计数。',
  GT209:
    'warning | 规划实施期与多数目标自己写明的年份不一致 | 规划实施期读作{what}，但{other}。请核对：实施期读错的，在“文件要素”中改正；目标年份写错的，逐个改目标期限。',
} as const
