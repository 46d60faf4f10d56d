import type { Measures } from './measures.ts'
import { type ChartRow, layOutRow, type RowInput } from './row.ts'

/** Rows of one page, top to bottom. */
export type ChartPage = readonly ChartRow[]

/** The most tasks from the front that fit into the height, found by halving; one at least, so that the work goes on. */
function splitRow(input: RowInput, room: number, m: Measures): { head: ChartRow; rest: RowInput | null } {
  const headOf = (count: number) => layOutRow({ ...input, tasks: input.tasks.slice(0, count) }, m)
  let [fits, over] = [1, input.tasks.length + 1]
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2)
    if (headOf(middle).height <= room) fits = middle
    else over = middle
  }
  const rest = input.tasks.slice(fits)
  return { head: headOf(fits), rest: rest.length === 0 ? null : { ...input, tasks: rest, continued: true } }
}

const heightOf = (rows: readonly ChartRow[]): number => rows.reduce((sum, row) => sum + row.height, 0)

/** Sets rows on pages: a row stays whole where it can, and is split by tasks only when it is taller than a page. */
export function paginate(inputs: readonly RowInput[], first: readonly ChartRow[], m: Measures): readonly ChartPage[] {
  const room = m.room
  if (room === null) return [[...first, ...inputs.map((input) => layOutRow(input, m))]]
  const pages: ChartRow[][] = [[...first]]
  const queue = [...inputs]
  while (queue.length > 0) {
    const [input] = queue.splice(0, 1)
    const page = pages.at(-1)
    if (!input || !page) break
    const left = room - heightOf(page)
    const whole = layOutRow(input, m)
    if (whole.height <= left) page.push(whole)
    else if (whole.height <= room || (page.length > 0 && left < room * 0.4)) {
      pages.push([])
      queue.unshift(input)
    } else {
      const { head, rest } = splitRow(input, left, m)
      page.push(head)
      if (rest) queue.unshift(rest)
      if (rest) pages.push([])
    }
  }
  return pages.filter((page) => page.length > 0)
}
