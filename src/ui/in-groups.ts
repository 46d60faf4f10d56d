/** Rows brought together under their headings; headings and rows keep the order in which they first came. */
export function inGroups<R>(rows: readonly R[], groupOf: (row: R) => string): readonly R[] {
  const groups = new Map<string, R[]>()
  for (const row of rows) groups.set(groupOf(row), [...(groups.get(groupOf(row)) ?? []), row])
  return [...groups.values()].flat()
}
