interface Aim {
  op: string
  value: number | null
  valueMax: number | null
}

/** Whether a figure meets a target; a target without a figure is met when it was said to be done. */
export function reaches({ op, value, valueMax }: Aim, figure: number): boolean {
  const aim = value ?? valueMax
  if (aim === null) return figure >= 1
  if (op === '<=') return figure <= aim
  if (op === '<') return figure < aim
  return op === '>' ? figure > aim : figure >= aim
}
