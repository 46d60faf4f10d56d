/** A PDF transformation `[a, b, c, d, e, f]`: x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number]

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** `inner` first, then `outer`. */
export const compose = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export const apply = (matrix: Matrix, x: number, y: number): [x: number, y: number] => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
]

/** The upright box around a rectangle after a transformation. */
export function boxOf(matrix: Matrix, [x0, y0, x1, y1]: readonly [number, number, number, number]): Box {
  const corners = [apply(matrix, x0, y0), apply(matrix, x1, y0), apply(matrix, x0, y1), apply(matrix, x1, y1)]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

/** A finite number, or 0: operands come from a foreign file. */
export const numberOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

export const numbersOf = (value: unknown): number[] =>
  Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array
    ? Array.from(value, numberOf)
    : []

export function matrixOf(values: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(values)
  return [a, b, c, d, e, f]
}

const keyOf = (column: number, row: number): string => `${column} ${row}`

/** Finds what lies near a place without looking at everything: places are kept by squares of `step` points. */
export interface Nearby<T> {
  add(x: number, y: number, item: T): void
  /** What was put into the square of the place and the eight around it. */
  around(x: number, y: number): T[]
}

export function nearby<T>(step: number): Nearby<T> {
  const squares = new Map<string, T[]>()
  const at = (value: number) => Math.floor(value / step)
  return {
    add: (x, y, item) => {
      const key = keyOf(at(x), at(y))
      const square = squares.get(key)
      if (square) square.push(item)
      else squares.set(key, [item])
    },
    around: (x, y) =>
      [-1, 0, 1].flatMap((across) =>
        [-1, 0, 1].flatMap((down) => squares.get(keyOf(at(x) + across, at(y) + down)) ?? []),
      ),
  }
}
