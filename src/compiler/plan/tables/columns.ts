/** What a column of a task table holds, told by its heading (domain table 13.3, 任务分解表 and 责任清单). */
export type Column = 'number' | 'text' | 'lead' | 'responsible' | 'support' | 'due' | 'other'

const COLUMNS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:序号|编号|项次|序)$/, 'number'],
  [/^(?:计量)?单位$|领导|责任人|联系人|电话|备注|范围|依据/, 'other'],
  [/时限|时间|期限|进度|节点/, 'due'],
  [/牵头|主办|主责|指导(?:单位|部门)/, 'lead'],
  [/配合|参与|协办|协同|协助/, 'support'],
  [/责任|承办|实施单位|落实单位|负责|(?:单位|部门)$/, 'responsible'],
  [/任务|内容|措施|举措|事项|项目|要求|目标|工作|名称|指标/, 'text'],
]
const LONGEST_HEADING = 14

const columnOf = (heading: string): Column => COLUMNS.find(([word]) => word.test(heading))?.[1] ?? 'other'

/** Whether these words are known to head a column. */
export const namesColumn = (heading: string): boolean => COLUMNS.some(([word]) => word.test(heading))

/** The columns of a table by its heading row; undefined when the row is no heading of a task table. */
export function readColumns(headings: readonly string[]): Column[] | undefined {
  if (headings.length < 3 || headings.some((heading) => heading.length > LONGEST_HEADING)) return undefined
  const columns = headings.map((heading) => columnOf(heading.replace(/\s/g, '')))
  const hasAgencies = columns.some((column) => column === 'lead' || column === 'responsible')
  return columns.includes('text') && hasAgencies ? columns : undefined
}
