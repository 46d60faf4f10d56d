import { groupBy } from '#kernel/group-by.ts'
import type { Box } from './page-geometry.ts'
import { type Field, type PageLine, toLines } from './page-lines.ts'
import type { Rule } from './page-rules.ts'
import type { Character } from './pdf-drawing.ts'

/** Points two lines may miss each other by and still meet. */
const touch = 2.5

/** A ruled table: where its columns and rows part, and which of its fields are one cell. */
export interface Grid extends Box {
  xs: number[]
  ys: number[]
  /** For each field, row by row, the number of the cell it belongs to. */
  cells: number[][]
}

/** Most lines of one table that are looked at; drawings of maps have more and are none. */
const most = 2000

/** The ruled tables of a page: lines that meet, parting at least two cells. */
export function findTables(rules: readonly Rule[]): Grid[] {
  if (rules.length > most) return []
  return groupsOf(rules).flatMap((group) => {
    const grid = gridOf(group)
    return grid && new Set(grid.cells.flat()).size > 1 ? [grid] : []
  })
}

const meet = (a: Rule, b: Rule): boolean =>
  a.left <= b.right + touch && b.left <= a.right + touch && a.top <= b.bottom + touch && b.top <= a.bottom + touch

/** Lines that hang together, directly or over others. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = []
  const left = new Set(rules)
  for (const rule of rules) {
    if (!left.delete(rule)) continue
    const group = [rule]
    for (const member of group) {
      for (const other of left) {
        if (meet(member, other)) {
          left.delete(other)
          group.push(other)
        }
      }
    }
    groups.push(group)
  }
  return groups
}

/** Places closer than a line is thick are one. */
function levels(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.filter((value, i) => i === 0 || value - (sorted[i - 1] ?? 0) > touch * 1.5)
}

const middle = (a: number, b: number): number => (a + b) / 2

function gridOf(rules: readonly Rule[]): Grid | undefined {
  const across = rules.filter((rule) => rule.isAcross)
  const down = rules.filter((rule) => !rule.isAcross)
  const box = {
    left: Math.min(...rules.map((rule) => rule.left)), right: Math.max(...rules.map((rule) => rule.right)),
    top: Math.min(...rules.map((rule) => rule.top)), bottom: Math.max(...rules.map((rule) => rule.bottom)),
  } // biome-ignore format: a table
  // Tables of offices are often left open at their sides.
  const xs = levels([box.left, ...down.map((rule) => middle(rule.left, rule.right)), box.right])
  const ys = levels([box.top, ...across.map((rule) => middle(rule.top, rule.bottom)), box.bottom])
  if (down.length === 0 || across.length < 2 || xs.length < 2 || ys.length < 2) return undefined
  return { ...box, xs, ys, cells: cellsOf({ xs, ys, across, down }) }
}

interface Ruling {
  xs: number[]
  ys: number[]
  across: Rule[]
  down: Rule[]
}

/** Numbers the fields so that two with no line between them carry the same number. */
function cellsOf({ xs, ys, across, down }: Ruling): number[][] {
  const cells: number[][] = []
  let next = 0
  for (let row = 0; row + 1 < ys.length; row += 1) {
    const y = middle(ys[row] ?? 0, ys[row + 1] ?? 0)
    cells.push([])
    for (let column = 0; column + 1 < xs.length; column += 1) {
      const x = middle(xs[column] ?? 0, xs[column + 1] ?? 0)
      const isParted = (rule: Rule, at: number, along: number) =>
        rule.isAcross
          ? Math.abs(middle(rule.top, rule.bottom) - at) <= touch &&
            rule.left - touch <= along &&
            along <= rule.right + touch
          : Math.abs(middle(rule.left, rule.right) - at) <= touch &&
            rule.top - touch <= along &&
            along <= rule.bottom + touch
      const above = cells[row - 1]?.[column]
      const before = cells[row]?.[column - 1]
      const isOpenAbove = above !== undefined && !across.some((rule) => isParted(rule, ys[row] ?? 0, x))
      const isOpenBefore = before !== undefined && !down.some((rule) => isParted(rule, xs[column] ?? 0, y))
      if (isOpenAbove && isOpenBefore && above !== before) renumber(cells, before, above)
      if (!isOpenAbove && !isOpenBefore) next += 1
      cells[row]?.push(isOpenAbove ? above : isOpenBefore ? before : next)
    }
  }
  return cells
}

function renumber(cells: number[][], from: number, to: number): void {
  for (const row of cells) for (const [i, cell] of row.entries()) if (cell === from) row[i] = to
}

export const isWithin = (each: Character, box: Box): boolean => {
  const x = each.x + each.width / 2
  const y = each.y - each.size * 0.35
  return x > box.left && x < box.right && y > box.top && y < box.bottom
}

/**
 * The rows of a table, one line each with tabs between the columns. A cell merged downwards says its words in every row
 * it covers; one merged sideways says them in its first column. A row that is one cell is a line of its own.
 */
export function tableLines(grid: Grid, characters: readonly Character[], block: number): PageLine[] {
  const members = groupBy(characters, (each) => cellAt(grid, each))
  const words = new Map(
    [...members].flatMap(([cell, its]) =>
      cell === undefined ? [] : [[cell, wordsOfCell(its, widthOf(grid, cell))] as const],
    ),
  )
  let whole: number | undefined
  return grid.cells.flatMap((row, i): PageLine[] => {
    const isWhole = row.every((cell) => cell === row[0])
    if (isWhole && row[0] === whole) return []
    whole = isWhole ? row[0] : undefined
    const shared = new Set([...(grid.cells[i - 1] ?? []), ...(grid.cells[i + 1] ?? [])])
    const fields = row.map(
      (cell, at): Field => ({
        cell,
        isShared: shared.has(cell),
        ...(cell === row[at - 1] ? nothing : (words.get(cell) ?? nothing)),
      }),
    )
    const text = textOfRow(fields)
    if (text.trim() === '') return []
    const own = row.flatMap((cell) => members.get(cell) ?? [])
    const size = own[0]?.size ?? 0
    return [{ text, left: grid.left, right: grid.right, y: grid.ys[i + 1] ?? 0, size, characters: own, block, fields }]
  })
}

const nothing = { words: '', isFull: true }

/** A tab between the columns; where the row is one cell, its words alone. */
export const textOfRow = (fields: readonly Field[]): string =>
  fields.every(({ cell }) => cell === fields[0]?.cell)
    ? (fields[0]?.words ?? '')
    : fields.map(({ words }) => words).join('\t')

function cellAt(grid: Grid, each: Character): number | undefined {
  const column = grid.xs.findLastIndex((x) => x <= each.x + each.width / 2)
  const row = grid.ys.findLastIndex((y) => y <= each.y - each.size * 0.35)
  return grid.cells[row]?.[column]
}

function widthOf({ cells, xs }: Grid, cell: number): number {
  const columns = cells.flatMap((row) => row.flatMap((each, i) => (each === cell ? [i] : [])))
  return (xs[Math.max(...columns) + 1] ?? 0) - (xs[Math.min(...columns)] ?? 0)
}

/** White at both sides of a cell's words together, points: what word processors leave. */
const padding = 11
const mayNotBegin = /^[，。、；：！？）》〉”’」』】〕,.;:!?)]/

/** Lines that fill their cell run on; a short one ends there. A sign goes down with the mark that may not begin a line. */
function wordsOfCell(characters: readonly Character[], width: number): Pick<Field, 'words' | 'isFull'> {
  let words = ''
  /** Signs of the line before that would still have stood in it. */
  let room = 0
  for (const line of toLines(characters)) {
    const added = line.text.replaceAll('\t', ' ')
    words += (words === '' || room < (mayNotBegin.test(added.slice(1)) ? 2.3 : 1.3) ? '' : ' ') + added
    room = (width - padding - (line.right - line.left)) / line.size
  }
  return { words, isFull: room < 2.3 }
}
