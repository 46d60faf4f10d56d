import type { FoundHeader } from './match-columns.ts'
import type { SheetRow } from './read-rows.ts'

/** How rows below a table begin that say something of it. */
const notes =
  /^(注|备注|说明|附注|填表(人|单位|日期|时间|说明)|填报(人|单位|日期|时间|说明)|制表(人|单位|日期|时间)?|编制(人|单位|日期)|审核(人)?|审批(人)?|复核(人)?|经办(人)?|联系(人|电话|方式)|(单位|部门|主要)?负责人|(单位)?(公章|盖章)|签字|签名|日期|打印(时间|日期)|数据来源|资料来源)\s*(\d+\s*)?[（(:：]|^[（(](单位)?(公章|盖章)[）)]|^(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计)(?=$|[\s（(:：\d])|^(第\s*\d+\s*页|共\s*\d+\s*页)|^[（(【]?(以下|此下|下)[空无](白|正文)/

/** A signature fills few cells; a record that happens to begin like one fills more. */
const fewest = 3

const filledIn = ({ cells }: SheetRow): string[] => [...new Set(cells.filter((cell) => cell !== ''))]

/** Notes, sums and signatures; in the place of the name a sum has nothing, itself or a number of records. */
export function isNote(row: SheetRow, name: string): boolean {
  const filled = filledIn(row)
  const first = filled[0] ?? ''
  if (!notes.test(first) || (name !== '' && name !== first && !isFigure(name))) return false
  return name === '' || filled.length < fewest || filled.slice(1).every((cell) => isFigure(cell) || notes.test(cell))
}

const isFigure = (text: string): boolean => /^[-+]?[\d,.\s]+\s*[%万亿元个项户人家亩]*$/.test(text)

/** 一、县直部门: one text alone, numbered like a heading or outside every column that counts. */
export function isGroupTitle<K extends string>(row: SheetRow, { places, titles }: FoundHeader<K>): boolean {
  const [only = '', another] = filledIn(row)
  if (another !== undefined || places.size < 2 || row.faults) return false
  const at = row.cells.indexOf(only)
  return isNumbered.test(only) || (![...places.values()].includes(at) && (titles[at] ?? '') !== '' && at === 0)
}

const isNumbered =
  /^([（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、.．]|第[一二三四五六七八九十]+[类部编章])/

/** Offices number the rows of a table before they fill it in. */
export function isNumberAlone<K extends string>(row: SheetRow, { places }: FoundHeader<K>): boolean {
  const [only = '', another] = filledIn(row)
  return (
    another === undefined &&
    !row.faults &&
    /^\d{1,5}$/.test(only) &&
    ![...places.values()].includes(row.cells.indexOf(only))
  )
}
