/** A cell that cannot be taken as it stands. */
export interface FaultyCell {
  /** What a cell without a value shows, `#N/A`, `#REF!`; else what is wrong with the cell and what to do, as words. */
  fault: string
  /** What is seen in the cell all the same. */
  shown?: string
}

/** Programs that write files without counting leave formulas without values: the cell is neither empty nor wrong. */
export const uncounted: FaultyCell = { fault: '是还没有算过的公式' }

/** A number as its format shows it, where the format says more than the number: `35%`, `2026年3月`, `000801`. */
export interface ShownCell {
  shown: string
}

/** What a cell is before it becomes text. */
export type RawCell = string | number | boolean | Date | FaultyCell | ShownCell | null

/** Why a cell holds no value, as the spreadsheet shows it; undefined for every other cell. */
export function faultOf(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null && 'fault' in value) return String(value.fault)
  if (typeof value === 'string') return isFaultText(value) ? value.trim() : undefined
  return isBeyondDigits(value) ? '是超过 15 位的数字，表格软件已经丢掉末几位，要设为文本后重新填写' : undefined
}

/** Spreadsheets keep 15 digits: longer numbers, as codes of persons and accounts are, have lost their last ones. */
const isBeyondDigits = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) >= 1e15

/** What spreadsheets write into a cell that has no value (ECMA-376 part 1, 18.17.3, and later kinds). */
const isFaultText = (text: string): boolean =>
  /^\s*#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)\s*$/i.test(text)
