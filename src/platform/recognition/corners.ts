import type { Pixels } from './pixels.ts'

export type Point = readonly [x: number, y: number]
/** Upper left, upper right, lower right, lower left. */
export type Corners = readonly [Point, Point, Point, Point]

/** The picture is looked at this many points wide. */
const wide = 320
/** Brightness that paper has before what it lies on. */
const contrast = 40
/** Of the rows or columns between the corners, those whose edge must lie on one line. */
const agreeing = 0.6
/** Bright points beside the paper, as a share: more are words on a dark ground, which is page and not table. */
const brightBeside = 0.03

/**
 * The corners of a sheet of paper photographed on something darker; null where the paper fills the picture, as on every
 * scan, and where its sides are no straight lines.
 */
export function cornersOf(page: Pixels): Corners | null {
  const scale = Math.max(1, page.width / wide)
  const small = brightest(page, scale)
  const threshold = thresholdOf(small)
  if (threshold === null) return null
  const isPaper = (x: number, y: number): boolean => (small.data[y * small.width + x] ?? 0) > threshold
  const sides = sidesOf(small, isPaper)
  if (!sides) return null
  const corners = cornersWhere(sides)
  const isWhole = sides.every(({ isFrame }) => isFrame)
  if (isWhole || !isSheet(corners, small) || share(small, corners, isPaper) > brightBeside) return null
  return corners.map(([x, y]): Point => [x * scale, y * scale]) as unknown as Corners
}

/** Each block by its brightest pixel, so that letters do not darken the paper. */
function brightest(page: Pixels, scale: number): Pixels {
  const [width, height] = [Math.floor(page.width / scale), Math.floor(page.height / scale)]
  const data = new Uint8Array(width * height)
  for (let y = 0; y < page.height; y += 1) {
    const row = Math.min(height - 1, Math.floor(y / scale)) * width
    for (let x = 0; x < page.width; x += 1) {
      const at = row + Math.min(width - 1, Math.floor(x / scale))
      data[at] = Math.max(data[at] ?? 0, page.data[y * page.width + x] ?? 0)
    }
  }
  return { width, height, data }
}

/** Where bright and dark part best (Otsu 1979); null when they are too near to be paper and table. */
function thresholdOf({ data }: Pixels): number | null {
  const counts = new Float64Array(256)
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1
  const sum = counts.reduce((all, count, value) => all + count * value, 0)
  let [below, sumBelow, best, threshold, distance] = [0, 0, 0, 0, 0]
  for (let value = 0; value < 255; value += 1) {
    below += counts[value] ?? 0
    sumBelow += (counts[value] ?? 0) * value
    if (below === 0 || below === data.length) continue
    const apart = (sum - sumBelow) / (data.length - below) - sumBelow / below
    const spread = below * (data.length - below) * apart ** 2
    if (spread > best) [best, threshold, distance] = [spread, value, apart]
  }
  return distance < contrast ? null : threshold
}

/** A side as a line: for the upper and lower `y = at + by · x`, for the left and right `x = at + by · y`. */
interface Side {
  at: number
  by: number
  /** The paper goes on over this edge of the picture. */
  isFrame: boolean
}

type IsPaper = (x: number, y: number) => boolean

function sidesOf({ width, height }: Pixels, isPaper: IsPaper): [Side, Side, Side, Side] | null {
  const top = sideOf(width, height, isPaper)
  const right = sideOf(height, width, (y, x) => isPaper(width - 1 - x, y))
  const bottom = sideOf(width, height, (x, y) => isPaper(x, height - 1 - y))
  const left = sideOf(height, width, (y, x) => isPaper(x, y))
  if (!top || !right || !bottom || !left) return null
  const turned = (side: Side, size: number): Side => ({ ...side, at: size - side.at, by: -side.by })
  return [top, turned(right, width), turned(bottom, height), left]
}

/** Bright points in a row that are paper, not a glare. */
const solid = 4

/** The side that looks along `across` points, by how deep the first paper lies at each; tries again without what strays. */
function sideOf(across: number, depth: number, isPaper: IsPaper): Side | null {
  const points: Point[] = []
  for (let at = Math.round(across * 0.1); at < across * 0.9; at += 1) {
    let deep = 0
    for (let run = 0; deep < depth * 0.45 && run < solid; deep += 1) run = isPaper(at, deep) ? run + 1 : 0
    if (deep < depth * 0.45) points.push([at, deep - solid])
  }
  const onFrame = points.filter(([, deep]) => deep <= 1).length
  if (onFrame > across * 0.8 * agreeing) return { at: 0, by: 0, isFrame: true }
  let kept = points
  for (let round = 0; round < 4 && kept.length > 1; round += 1) {
    const line = fitted(kept)
    const off = (point: Point) => Math.abs(point[1] - line.at - line.by * point[0])
    const usual = kept.map(off).sort((a, b) => a - b)[Math.floor(kept.length * 0.6)] ?? 0
    kept = kept.filter((point) => off(point) <= Math.max(1.5, usual))
  }
  return kept.length < across * 0.8 * agreeing * 0.6 ? null : { ...fitted(kept), isFrame: false }
}

/** Least squares. */
function fitted(points: readonly Point[]): Pick<Side, 'at' | 'by'> {
  const [n, x, y] = [points.length, mean(points.map(([each]) => each)), mean(points.map(([, each]) => each))]
  const spread = points.reduce((sum, [each]) => sum + (each - x) ** 2, 0)
  const by = n < 2 || spread === 0 ? 0 : points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / spread
  return { at: y - by * x, by }
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / (values.length || 1)

function cornersWhere([top, right, bottom, left]: readonly [Side, Side, Side, Side]): Corners {
  const meet = (across: Side, down: Side): Point => {
    const y = (across.at + across.by * down.at) / (1 - across.by * down.by)
    return [down.at + down.by * y, y]
  }
  return [meet(top, left), meet(top, right), meet(bottom, right), meet(bottom, left)]
}

/** A sheet is most of the picture and its sides lean by no more than a hand does. */
function isSheet(corners: Corners, { width, height }: Pixels): boolean {
  const [a, b, c, d] = corners
  const area = Math.abs((c[0] - a[0]) * (d[1] - b[1]) - (c[1] - a[1]) * (d[0] - b[0])) / 2
  const leans = [
    slope(b[1] - a[1], b[0] - a[0]),
    slope(c[1] - d[1], c[0] - d[0]),
    slope(d[0] - a[0], d[1] - a[1]),
    slope(c[0] - b[0], c[1] - b[1]),
  ]
  return area > width * height * 0.35 && leans.every((lean) => lean < 0.27)
}

const slope = (rise: number, run: number): number => (run <= 0 ? 1 : Math.abs(rise / run))

/** Of the points beside the paper, how many are as bright as paper; the strip along its edge is left out. */
function share({ width, height }: Pixels, [a, b, c, d]: Corners, isPaper: IsPaper): number {
  const isBeside = (x: number, y: number) =>
    [
      [a, b],
      [b, c],
      [c, d],
      [d, a],
    ].some(([from, to]) => {
      const [dx, dy] = [(to?.[0] ?? 0) - (from?.[0] ?? 0), (to?.[1] ?? 0) - (from?.[1] ?? 0)]
      return (dx * (y - (from?.[1] ?? 0)) - dy * (x - (from?.[0] ?? 0))) / Math.hypot(dx, dy) < -3
    })
  let [bright, all] = [0, 0]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isBeside(x, y)) continue
      all += 1
      if (isPaper(x, y)) bright += 1
    }
  }
  return all === 0 ? 0 : bright / all
}
