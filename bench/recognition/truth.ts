/** Signs of one text that another has in the same order, as a share: 1 less the edits between them over the length (Levenshtein). */
export function exactness(truth: string, read: string): number {
  const [a, b] = [[...bare(truth)], [...bare(read)]]
  let row = b.map((_, i) => i + 1)
  for (const [i, sign] of a.entries()) {
    const next: number[] = []
    for (const [j, other] of b.entries()) {
      const left = next[j - 1] ?? i + 1
      const diagonal = j === 0 ? i : (row[j - 1] ?? 0)
      next.push(Math.min(left + 1, (row[j] ?? 0) + 1, diagonal + (sign === other ? 0 : 1)))
    }
    row = next
  }
  return 1 - (row.at(-1) ?? a.length) / Math.max(1, a.length)
}

export const bare = (text: string): string => text.replace(/\s/g, '')

/** Cells of a table's rows, and how many of them came out exactly, in their row and column. */
export function cellsOf(truth: string, read: string): { exact: number; all: number; wrong: string[] } {
  const found = rows(read)
  const wrong: string[] = []
  let all = 0
  for (const [i, row] of rows(truth).entries()) {
    for (const [j, cell] of row.entries()) {
      if (cell === '') continue
      all += 1
      if (found[i]?.[j] !== cell) wrong.push(`${cell} → ${found[i]?.[j] ?? '∅'}`)
    }
  }
  return { exact: all - wrong.length, all, wrong }
}

const rows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t').map(bare))
