/** An official document before it is set: GB/T 9704-2012 decides how each part looks, callers only say what it is. */
export interface Gazette {
  /** The document proper, on portrait A4. */
  letter?: Letter
  /** Landscape tables, each starting on a page of its own. */
  sheets?: readonly Sheet[]
  /** A small grey line at the foot of every page, outside the 版心: what a reader compares, no part of the document. */
  mark?: string | undefined
}

export interface Letter {
  /** The red head; left out for an annex or a working paper. */
  head?: {
    issuer: string
    number?: string
    /** 签发人 of a paper that goes up; empty to be written in by hand. */
    signer?: string
    /** 信函格式 of a letter: the mark at the top of the sheet between red double rules (GB/T 9704-2012 10.1). */
    isLetter?: boolean
  }
  title: string
  /** 主送, without the colon. */
  addressees?: string
  blocks: readonly Block[]
  /** 附件说明: the names alone, without numbers. */
  annexes?: readonly string[]
  signature?: { issuer: string /** `2026-03-02` */; on: string }
  /** 附注, without brackets: 此件公开发布. */
  note?: string
  imprint?: { copiesTo?: string; printedBy: string /** `2026-03-02` */; printedOn: string }
}

/** Level 1 is 一、 2 is （一） 3 is 1. 4 is （1）; the number is part of the text. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  /** `lead` is a run-in heading set in the face of its level. */
  | { kind: 'paragraph'; text: string; lead?: { level: 1 | 2 | 3 | 4; text: string } }
  /** A table as wide as the text; its header comes again on every page. */
  | { kind: 'table'; table: SheetTable }
  /** A form to be filled in and signed: a label and its words in each row; number and day stand above it. */
  | { kind: 'form'; rows: readonly FormRow[]; remarks?: { left: string; right: string } }

export interface FormRow {
  label: string
  text: string
  /** Lines the row is tall at least, for words written by hand. */
  lines?: number
}

export interface Sheet {
  paper: 'A4' | 'A3'
  /** 附件1, set in 黑体 above the title. */
  label?: string
  title: string
  /** The line under the title: what it was made from on the left, unit or date on the right. */
  remarks?: { left?: string; right?: string }
  table: SheetTable
}

export interface SheetTable {
  columns: readonly {
    title: string /** Share of the width, relative to the other columns. */
    width: number
    align?: 'centre' | 'start'
  }[]
  rows: readonly (readonly string[])[]
  /** Equal neighbours in these columns (by index) become one tall cell; a later one only inside an earlier one. */
  merged?: readonly number[]
  /** Points; 小四 (12) unless told. */
  size?: number
}
