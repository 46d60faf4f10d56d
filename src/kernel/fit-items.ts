interface Fitting {
  /** What all of them together may measure, the joints between them included. */
  room: number
  /** Of one item; its length where nothing else is said. */
  sizeOf?: (item: string) => number
  joint?: number
  /** Says how many were left out. */
  rest: (count: number) => string
}

/** As many of the items as there is room for, the first before the last, and in the end how many were left out. */
export function fitItems(
  items: readonly string[],
  { room, sizeOf = ({ length }) => length, joint = 1, rest }: Fitting,
): string[] {
  const sizes = items.map((item) => sizeOf(item) + joint)
  if (sizes.reduce((sum, size) => sum + size, 0) <= room) return [...items]
  let left = room - sizeOf(rest(items.length)) - joint
  const end = sizes.findIndex((size) => {
    left -= size
    return left < 0
  })
  return [...items.slice(0, end), rest(items.length - end)]
}
