import type { Diagnostic } from '../../compiled-plan.ts'

interface CatalogueRow {
  severity: Diagnostic['severity']
  /** When it is raised, for docs/diagnostics.md. */
  when: string
  text: (words: { what: string; other: string }) => string
}

/** What can be doubtful about targets. Codes are stable. */
export const TARGET_DIAGNOSTICS = {
  GT201: {
    severity: 'info',
    when: '同一指标、同一期限、同一数值在目标和任务中重复出现',
    text: ({ what, other }) => `“${what}”与前文“${other}”是同一目标，发布时按一项计，请确认。`,
  },
  GT202: {
    severity: 'warning',
    when: '同一指标、同一期限出现不同数值',
    text: ({ what, other }) => `“${what}”与前文“${other}”指标相同、数值不同，请核对后保留一个。`,
  },
  GT203: {
    severity: 'warning',
    when: '目标没有期限，计划也没有起止时间',
    text: ({ what }) => `目标“${what}”没有写明完成期限，请补充期限或填写计划起止时间。`,
  },
  GT204: {
    severity: 'info',
    when: '只写“一批”“若干”，没有数量',
    text: ({ what }) => `“${what}”没有写明数量，无法考核，如需考核请补充具体数量。`,
  },
  GT205: {
    severity: 'warning',
    when: '目标期限早于印发日期',
    text: ({ what, other }) => `目标“${what}”的期限（${other}）早于印发日期，请核对年份。`,
  },
  GT206: {
    severity: 'info',
    when: '目标期限已过',
    text: ({ what, other }) => `目标“${what}”的期限（${other}）已过，请登记完成情况或调整期限。`,
  },
  GT207: {
    severity: 'warning',
    when: '“其中”各分项之和大于总数',
    text: ({ what, other }) => `“${what}”所列分项之和大于总数“${other}”，请核对数字。`,
  },
  GT208: {
    severity: 'info',
    when: '计量单位含义不明',
    text: ({ what, other }) => `“${what}”的单位“${other}”可作不同理解，请写明按什么计数。`,
  },
  GT209: {
    severity: 'warning',
    when: '规划实施期与多数目标自己写明的年份不一致',
    text: ({ what, other }) =>
      `规划实施期读作${what}，但${other}。请核对：实施期读错的，在“文件要素”中改正；目标年份写错的，逐个改目标期限。`,
  },
} as const satisfies Record<string, CatalogueRow>

export type TargetDiagnosticCode = keyof typeof TARGET_DIAGNOSTICS

/** A diagnostic of the catalogue, filled in and placed. */
export function diagnose(
  code: TargetDiagnosticCode,
  span: Diagnostic['span'],
  words: { what: string; other?: string },
): Diagnostic {
  const { severity, text } = TARGET_DIAGNOSTICS[code]
  return { code, severity, message: text({ what: words.what, other: words.other ?? '' }), span }
}
