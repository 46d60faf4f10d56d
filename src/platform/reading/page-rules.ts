import { apply, type Box, type Matrix } from './page-geometry.ts'

/** A thin straight line, as tables are ruled with. */
export interface Rule extends Box {
  isAcross: boolean
}

/** Thickest line, in points, that parts cells and is no bar or box. */
const thickest = 3
/** Shorter ones are strokes under a word or parts of a drawing. */
const shortest = 6

const strokes = new Set(['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'])
const fills = new Set(['fill', 'eoFill'])

type Point = [x: number, y: number]

/** How many numbers follow each kind of step in a path: move, line, curve, quadratic curve, close. */
const operands = [2, 2, 6, 4, 0]

/** The upright thin lines of a path, either drawn as such or as filled slivers, as word processors rule tables. */
export function rulesOf(paint: string, path: readonly number[], ctm: Matrix): Rule[] {
  if (strokes.has(paint)) return segmentsOf(path, ctm).flatMap(([from, to]) => thin([from, to]))
  return fills.has(paint) ? outlinesOf(path, ctm).flatMap(thin) : []
}

function* stepsOf(path: readonly number[], ctm: Matrix): Generator<{ kind: number; point: Point | undefined }> {
  let i = 0
  while (i < path.length) {
    const kind = path[i] ?? 0
    const count = operands[kind] ?? 0
    const [x, y] = path.slice(i + 1 + count - 2, i + 1 + count)
    yield { kind, point: count > 0 ? apply(ctm, x ?? 0, y ?? 0) : undefined }
    i += 1 + count
  }
}

function segmentsOf(path: readonly number[], ctm: Matrix): [Point, Point][] {
  const segments: [Point, Point][] = []
  let start: Point | undefined
  let here: Point | undefined
  for (const { kind, point } of stepsOf(path, ctm)) {
    if (kind === 0) start = point
    const next = point ?? start
    // Curves lead nowhere a cell ends.
    if (here && next && (kind === 1 || kind === 4)) segments.push([here, next])
    here = next
  }
  return segments
}

function outlinesOf(path: readonly number[], ctm: Matrix): Point[][] {
  const outlines: Point[][] = []
  for (const { kind, point } of stepsOf(path, ctm)) {
    if (kind === 0) outlines.push([])
    if (point) outlines.at(-1)?.push(point)
  }
  return outlines
}

function thin(points: readonly Point[]): Rule[] {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
  const width = box.right - box.left
  const height = box.bottom - box.top
  if (height <= thickest && width >= shortest) return [{ ...box, isAcross: true }]
  return width <= thickest && height >= shortest ? [{ ...box, isAcross: false }] : []
}
