import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#platform/project-folder.ts'

/** A row of COPY text, with the days of the first and the last stop of the story at which it stands in the table. */
export interface PreparedRow {
  from: string
  to: string
  text: string
}

/** What a heading names: a table as COPY names it, or the contents of files, each a JSON text. */
export interface PreparedTable {
  heading: string
  rows: readonly PreparedRow[]
}

/** The rows of the sample county at each stop of its story. */
export interface Prepared {
  /** The last migration of the database they were read from. */
  migration: string
  tables: readonly PreparedTable[]
}

/** Years whose story is played ahead of time; that of another is played when a first start needs it. */
export const preparedYears: readonly number[] = [2026, 2027]

export const filesHeading = 'files'

export const preparedPlace = (year: number): string => join(projectFolder(), 'seed', `sample-rows-${year}.txt`)

const fiction = '# 虚构：示例县在故事各停顿处的数据行，由 npm run sample 演出故事写成，不手工改动。数据库版本：'
const headingMark = '> '
const dayLength = '2026-02-28'.length

export function formatPrepared({ migration, tables }: Prepared): string {
  const lines = tables.flatMap(({ heading, rows }) => [
    headingMark + heading,
    ...rows.map(({ from, to, text }) => `${from} ${to} ${text}`),
  ])
  return [fiction + migration, ...lines, ''].join('\n')
}

/** What is prepared for a year; undefined when nothing is. */
export function readPrepared(year: number): Prepared | undefined {
  const place = preparedPlace(year)
  if (!existsSync(place)) return undefined
  const [first = '', ...lines] = readFileSync(place, 'utf8').trimEnd().split('\n')
  const tables: { heading: string; rows: PreparedRow[] }[] = []
  for (const line of lines) {
    if (line.startsWith(headingMark)) tables.push({ heading: line.slice(headingMark.length), rows: [] })
    else tables.at(-1)?.rows.push(parseRow(line))
  }
  return { migration: first.slice(fiction.length), tables }
}

const parseRow = (line: string): PreparedRow => ({
  from: line.slice(0, dayLength),
  to: line.slice(dayLength + 1, 2 * dayLength + 1),
  text: line.slice(2 * dayLength + 2),
})
