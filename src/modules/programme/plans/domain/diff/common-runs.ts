/** A stretch both sequences share: `length` elements from `before` on one side and from `after` on the other. */
export interface Run {
  before: number
  after: number
  length: number
}

interface Box {
  aLo: number
  aHi: number
  bLo: number
  bHi: number
}

/**
 * What two sequences have in common, in order: the shortest edit script of Myers (1986) in its linear-space form.
 * @param patience edits looked at in one stretch before it counts as rewritten altogether; bounds the time on texts that
 *   have little to do with each other
 */
export function commonRuns(a: readonly string[], b: readonly string[], patience = 1500): Run[] {
  const runs: Run[] = []
  const open: Box[] = [{ aLo: 0, aHi: a.length, bLo: 0, bHi: b.length }]
  for (let box = open.pop(); box !== undefined; box = open.pop()) {
    const inner = peel(a, b, box, runs)
    if (inner.aLo === inner.aHi || inner.bLo === inner.bHi) continue
    const middle = new Middle(a, b, inner).find(patience)
    if (middle === null) continue
    open.push({ ...inner, aHi: middle[0], bHi: middle[1] }, { ...inner, aLo: middle[0], bLo: middle[1] })
  }
  return joined(runs)
}

/** Takes off what the two stretches share at their ends. */
function peel(a: readonly string[], b: readonly string[], box: Box, runs: Run[]): Box {
  let { aLo, aHi, bLo, bHi } = box
  while (aLo < aHi && bLo < bHi && a[aLo] === b[bLo]) {
    aLo++
    bLo++
  }
  while (aLo < aHi && bLo < bHi && a[aHi - 1] === b[bHi - 1]) {
    aHi--
    bHi--
  }
  if (aLo > box.aLo) runs.push({ before: box.aLo, after: box.bLo, length: aLo - box.aLo })
  if (aHi < box.aHi) runs.push({ before: aHi, after: bHi, length: box.aHi - aHi })
  return { aLo, aHi, bLo, bHi }
}

function joined(runs: Run[]): Run[] {
  const out: Run[] = []
  for (const run of runs.sort((x, y) => x.before - y.before)) {
    const last = out.at(-1)
    if (last && last.before + last.length === run.before && last.after + last.length === run.after)
      last.length += run.length
    else out.push({ ...run })
  }
  return out
}

/** The search for the point where the paths from both corners of a box meet. */
class Middle {
  private readonly a: readonly string[]
  private readonly b: readonly string[]
  private readonly box: Box
  private readonly width: number
  private readonly height: number

  constructor(a: readonly string[], b: readonly string[], box: Box) {
    this.a = a
    this.b = b
    this.box = box
    this.width = box.aHi - box.aLo
    this.height = box.bHi - box.bLo
  }

  find(patience: number): [number, number] | null {
    const steps = Math.min(Math.ceil((this.width + this.height) / 2), patience)
    const forward = new Int32Array(2 * steps + 3).fill(-1)
    const backward = new Int32Array(2 * steps + 3).fill(-1)
    forward[steps + 2] = 0
    backward[steps + 2] = 0
    for (let d = 0; d <= steps; d++) {
      const met =
        this.advance({ d, steps, own: forward, other: backward, fromEnd: false }) ??
        this.advance({ d, steps, own: backward, other: forward, fromEnd: true })
      if (met) return met
    }
    return null
  }

  /** One more edit from one corner, on every diagonal; the meeting point when the other side's path is reached. */
  private advance(turn: {
    d: number
    steps: number
    own: Int32Array
    other: Int32Array
    fromEnd: boolean
  }): [number, number] | null {
    const { d, steps, own, other, fromEnd } = turn
    const { width, height } = this
    const delta = width - height
    const middle = steps + 1
    const reach = fromEnd ? d : d - 1
    const oddMeetsForward = delta % 2 !== 0
    const low = -d + 2 * Math.max(0, d - height)
    const high = d - 2 * Math.max(0, d - width)
    for (let k = low; k <= high; k += 2) {
      const below = own[middle + k + 1] ?? -1
      const left = own[middle + k - 1] ?? -1
      let x = k === -d || (k !== d && left < below) ? below : left + 1
      if (x > width || x - k > height || x < 0) x = Math.min(width, height + k)
      while (x < width && x - k < height && this.same(x, x - k, fromEnd)) x++
      own[middle + k] = x
      const mirrored = delta - k
      if (oddMeetsForward !== fromEnd && Math.abs(mirrored) <= reach && (other[middle + mirrored] ?? -1) >= 0) {
        if (x + (other[middle + mirrored] ?? 0) >= width) return this.point(x, x - k, fromEnd)
      }
    }
    return null
  }

  private same(x: number, y: number, fromEnd: boolean): boolean {
    const { box } = this
    return fromEnd ? this.a[box.aHi - 1 - x] === this.b[box.bHi - 1 - y] : this.a[box.aLo + x] === this.b[box.bLo + y]
  }

  private point(x: number, y: number, fromEnd: boolean): [number, number] {
    const { box } = this
    return fromEnd ? [box.aHi - x, box.bHi - y] : [box.aLo + x, box.bLo + y]
  }
}
