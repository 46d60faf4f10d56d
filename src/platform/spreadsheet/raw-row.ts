/** A row of a sheet before its cells become texts. */
export interface RawRow {
  /** From 0. */
  index: number
  values: unknown[]
  /** Hidden by hand or by a filter. */
  hidden?: boolean | undefined
  /** Places of cells that say what a merged cell above them says. */
  fromAbove?: readonly number[]
}
