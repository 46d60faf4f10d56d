import { type FoundClause, type Mention, mentionAs, parseClause } from '../responsibility/parse-clause.ts'
import { splitAgencies } from '../responsibility/split-agencies.ts'
import type { NumberToken } from '../structure/numbering.ts'
import type { Column } from './columns.ts'

/** A cell as a range of the reading text; empty cells have no length. */
export interface Cell {
  start: number
  end: number
}

/** One row of a task table: a task with its agencies. */
export interface TableRow {
  start: number
  end: number
  number: NumberToken
  title: Cell
  clause: FoundClause | undefined
}

/** A row or heading as found in the lines from `first` up to `after`. */
export interface FoundRow {
  first: number
  after: number
  /** Null for the heading of a table, undefined where the lines could not be read as a row. */
  row: TableRow | null | undefined
}

type Role = Mention['role']
const ROLES: Partial<Record<Column, Role>> = { lead: 'lead', responsible: 'responsible', support: 'support' }

/** A cell may say more than names: 市水务局牵头，市财政局配合. A sign alone is a dash, however a copy shows it. */
function mentionsIn(text: string, { start, end }: Cell, role: Role): Mention[] {
  const words = text.slice(start, end)
  if (words.length < 2) return []
  const clause = parseClause(words, start)
  if (clause && clause.mentions.length > 0) return clause.mentions
  return splitAgencies(words, start).map((name) => mentionAs(name, role, { jointly: true, labelled: true }))
}

export const ASKS: ReadonlySet<Column> = new Set(['lead', 'responsible', 'support'])

/**
 * Who answers for each row where a cell of names stands once for several: a row without any takes those of the row above, whose cell was
 * merged downwards before it was pasted.
 */
export function ownersOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]): (readonly Cell[])[] {
  const isNamed = (row: readonly Cell[]) => columns.some((column, i) => ASKS.has(column) && isFilled(row[i]))
  let named: readonly Cell[] = []
  return rows.map((row) => {
    if (isNamed(row)) named = row
    return named
  })
}

const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && cell.end > cell.start

function clauseOf(
  text: string,
  columns: readonly Column[],
  { cells, owners }: { cells: readonly Cell[]; owners: readonly Cell[] },
): FoundClause | undefined {
  const mentions = columns.flatMap((column, i) => {
    const [role, owner] = [ROLES[column], owners[i]]
    return role && owner ? mentionsIn(text, owner, role) : []
  })
  const told = cells.filter((cell, i) => (ROLES[columns[i] ?? 'other'] || columns[i] === 'due') && isFilled(cell))
  const due = told.findLast((cell) => columns[cells.indexOf(cell)] === 'due') ?? null
  if (mentions.length === 0 && due === null) return undefined
  const end = Math.max(...cells.map((cell) => cell.end))
  const start = Math.min(end, ...told.map((cell) => cell.start))
  return { start, end, outerStart: start, outerEnd: end, mentions, due, defaults: [], bracketed: true }
}

/**
 * Which text column names the task: the first, unless it names groups of tasks. Such a cell stands once for several
 * rows: readers say it again in each, pastes leave it empty after the first.
 */
export function titleColumn(text: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): number {
  const [first = 0, second = first] = columns.flatMap((column, i) => (column === 'text' ? [i] : []))
  const words = (row: readonly Cell[] | undefined, column: number) =>
    text.slice(row?.[column]?.start ?? 0, row?.[column]?.end ?? 0)
  const isGroup = rows.some((row, i) => {
    const name = words(row, first)
    return name === '' || (name === words(rows[i - 1], first) && words(row, second) !== words(rows[i - 1], second))
  })
  return isGroup ? second : first
}

const FIRST_SENTENCE = /^[^。;]{1,60}/

/** Makes a row of the given cells; `count` numbers rows of a table without a number column. */
export function makeRow(
  text: string,
  columns: readonly Column[],
  cells: readonly Cell[],
  { title, count, owners }: { title: number; count: number; owners: readonly Cell[] },
): TableRow | undefined {
  const name = cells[title]
  if (!name || name.end === name.start) return undefined
  const numbered = cells[columns.indexOf('number')]
  const digits = numbered ? text.slice(numbered.start, numbered.end).replace(/[.、]$/, '') : ''
  const ordinal = /^\d{1,3}$/.test(digits) ? Number(digits) : count
  const first = cells.find((cell) => cell.end > cell.start) ?? name
  const words = FIRST_SENTENCE.exec(text.slice(name.start, name.end))?.[0].length ?? name.end - name.start
  return {
    start: first.start,
    end: Math.max(...cells.map((cell) => cell.end)),
    number: { kind: 'num', ordinal, text: digits || String(count), length: digits ? digits.length : 0 },
    title: { start: name.start, end: name.start + words },
    clause: clauseOf(text, columns, { cells, owners }),
  }
}
