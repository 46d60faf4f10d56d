import type { Diagnostic } from '../../compiled-plan.ts'

interface CatalogueRow {
  severity: Diagnostic['severity']
  /** When it is raised, for docs/diagnostics.md. */
  when: string
  /** What the clerk reads: what is the matter, what to do. */
  text: (words: { what: string; other: string }) => string
}

/** What can be doubtful about a plan's head, text, numbering, tasks and agencies. Codes are stable. */
export const STRUCTURE_DIAGNOSTICS = {
  GT101: {
    severity: 'error',
    when: '标题、正文、落款和网页信息都没有年份',
    text: () => '全文没有写明年份，无法推算期限。请在“计划信息”中填写计划起止时间。',
  },
  GT102: {
    severity: 'warning',
    when: '计划没有写明年份，按印发日期或网页日期推定',
    text: ({ what }) => `计划没有写明年份，已按印发或发布日期推定为${what}。请核对计划起止时间。`,
  },
  GT103: {
    severity: 'warning',
    when: '一个文件里有几份方案',
    text: ({ what, other }) =>
      `文件中还有另一份方案“${what}”（共${other}份）。任务已按方案分开编排，如需分别发布请拆成几个文件导入。`,
  },
  GT104: {
    severity: 'warning',
    when: '文件像是工作报告、政策解读或一般通知，不是计划',
    text: ({ what }) => `这份文件像是${what}，不是工作方案。请确认没有选错文件。`,
  },
  GT105: {
    severity: 'error',
    when: '没有找到任务',
    text: () => '没有找到带编号的任务。请检查文字是否完整、编号是否保留，或在“更正”中手工添加任务。',
  },
  GT106: {
    severity: 'warning',
    when: '正文提到附件、附表，文件中没有',
    text: ({ what }) => `正文写有“${what}”，但文件中没有附件内容。附件中的指标和分工未能读取，请补充导入附件。`,
  },
  GT107: {
    severity: 'info',
    when: '征求意见稿、草案',
    text: () => '这是征求意见稿，不是正式文件。正式印发后请重新导入。',
  },
  GT111: {
    severity: 'error',
    when: '文字有乱码',
    text: ({ what, other }) => `文字有乱码（如“${what}”，共${other}处），相关内容可能读错。请换用原始文件重新导入。`,
  },
  GT112: {
    severity: 'warning',
    when: '数字脱落（增长%以上）',
    text: ({ what }) => `“${what}”处好像漏了数字。请对照原文补上后重新导入。`,
  },
  GT113: {
    severity: 'info',
    when: '简体文件中夹有繁体字',
    text: ({ what, other }) =>
      `文中夹有繁体字（如“${what}”，共${other}处），单位和指标名称可能对不上。请改为简体后重新导入。`,
  },
  GT114: {
    severity: 'warning',
    when: '夹有成串拼音或无意义字母',
    text: ({ what }) => `文中夹有拼音或无关字母“${what}”。请删去后重新导入。`,
  },
  GT115: {
    severity: 'warning',
    when: '文字没有换行',
    text: ({ what }) =>
      `“${what}……”起有大段文字没有换行，已按编号分段，标题和任务可能分错。请核对任务的起止，最好换用原始文件重新导入。`,
  },
  GT116: {
    severity: 'warning',
    when: '同一页或同一段文字重复出现',
    text: ({ what, other }) =>
      `“${what}……”与前面的文字完全相同（共${other}处），只读取了一次。请对照原文核对，确是两项的请补充任务。`,
  },
  GT117: {
    severity: 'warning',
    when: '表头以下有没有读出的行',
    text: ({ what }) =>
      `表格“${what}”处有行没有读成任务。请对照原表核对，并补充漏掉的任务，或换用 Word、Excel 原件导入。`,
  },
  GT118: {
    severity: 'warning',
    when: '全文没有编号，按标题的样子划分',
    text: () => '全文没有编号，任务是按标题的样子划分的，可能分错。请核对任务的起止，或补上编号后重新导入。',
  },
  GT121: {
    severity: 'warning',
    when: '编号不连续',
    text: ({ what, other }) => `编号不连续：“${other}”之后是“${what}”。请对照原文检查是否漏了内容。`,
  },
  GT122: {
    severity: 'warning',
    when: '编号重复',
    text: ({ what }) => `编号“${what}”重复。请对照原文核对。`,
  },
  GT123: {
    severity: 'info',
    when: '一项任务的文字远长于其他任务，可能几项连在一起',
    text: ({ what, other }) => `任务“${what}”的文字${other}，可能有几项任务连在一起。请对照原文核对，需要时拆分任务。`,
  },
  GT131: {
    severity: 'warning',
    when: '任务没有责任单位（同一计划其他任务有）',
    text: ({ what }) => `任务“${what}”没有写责任单位。请指定牵头单位。`,
  },
  GT132: {
    severity: 'warning',
    when: '全部任务都没有责任单位',
    text: ({ what }) => `计划的${what}项任务都没有写责任单位。请逐项指定，或导入任务分解表。`,
  },
  GT133: {
    severity: 'warning',
    when: '几个单位共同负责，没有牵头单位',
    text: ({ what, other }) => `任务“${what}”由${other}个单位共同负责，没有牵头单位。请确定一个牵头单位。`,
  },
  GT134: {
    severity: 'info',
    when: '一个单位牵头的任务远多于其他单位',
    text: ({ what, other }) => `“${what}”牵头${other}项任务，远多于其他单位。请确认力量能否承担。`,
  },
  GT135: {
    severity: 'warning',
    when: '同一单位在一份计划中有两种写法',
    text: ({ what, other }) => `“${what}”与“${other}”可能是同一单位的两种写法。请统一，或在“单位”页登记为别名。`,
  },
  GT136: {
    severity: 'warning',
    when: '责任单位处写的不像单位名称',
    text: ({ what }) => `责任单位处的“${what}”不像单位名称。请核对，必要时更正。`,
  },
  GT137: {
    severity: 'warning',
    when: '写了责任单位的标签，后面没有读出单位',
    text: ({ what }) => `“${what}”后面没有读出单位。请对照原文补上责任单位。`,
  },
} as const satisfies Record<string, CatalogueRow>

export type StructureDiagnosticCode = keyof typeof STRUCTURE_DIAGNOSTICS
