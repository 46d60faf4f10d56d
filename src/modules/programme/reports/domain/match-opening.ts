import { plainKey } from '#kernel/registry/compare-rows.ts'
import type { OpeningFigure, OpeningTask } from './views/opening-view.ts'

/** Names as they are compared: without numbering before them, marks, blanks and width. */
const plainName = (text: string): string =>
  plainKey(text)
    .replace(/^(?:[(]?[\d一二三四五六七八九十]{1,3}[)、.．])+/u, '')
    .replace(/[，。、；：“”"'《》().·,;:]/gu, '')

/** A shorter name is found in a longer one only where it says something. */
const shortest = 4

export type Matched<T> = { found: T; isLoose: boolean } | undefined

/** The one of them that bears this name; where none does, the one whose name holds it or is held by it. */
function matchName<T>(text: string, all: readonly T[], nameOf: (one: T) => string): Matched<T> {
  const name = plainName(text)
  if (name === '') return undefined
  const exact = all.filter((one) => plainName(nameOf(one)) === name)
  if (exact.length > 0) return exact.length === 1 && exact[0] ? { found: exact[0], isLoose: false } : undefined
  const near = all.filter((one) => {
    const other = plainName(nameOf(one))
    return Math.min(name.length, other.length) >= shortest && (name.includes(other) || other.includes(name))
  })
  return near.length === 1 && near[0] ? { found: near[0], isLoose: true } : undefined
}

/** The task a row means, by its name, and by its number where several are called alike. */
export function matchTask(
  { number, title }: { number: string; title: string },
  tasks: readonly OpeningTask[],
): Matched<OpeningTask> {
  const numbered = tasks.filter((task) => task.number !== '' && plainKey(task.number) === plainKey(number))
  const byName = matchName(title, tasks, (task) => task.title)
  if (byName) return byName
  return matchName(title, numbered, (task) => task.title)
}

/** The figure a row means: by the name of its target; the only one of its task where none is named. */
export function matchFigure(text: string, figures: readonly OpeningFigure[]): Matched<OpeningFigure> {
  const [only, another] = figures
  if (text === '') return only && !another ? { found: only, isLoose: false } : undefined
  return matchName(text, figures, ({ label }) => label) ?? matchName(text, figures, ({ aim }) => aim)
}
