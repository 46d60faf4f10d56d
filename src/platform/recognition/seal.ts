import type { Box } from '#platform/reading/page-geometry.ts'

/** A square of this many pixels is looked at at once; at 200 dots an inch 2 mm. */
const step = 16
/** Millimetres across: seals of offices measure 38 to 50, of persons about 20 (GB/T 9704-2012 7.3.5 speaks of their place). */
const sizes = { least: 16, most: 62 }
const dotsPerMillimetre = 200 / 25.4

export interface Colours {
  width: number
  height: number
  rgba: Uint8ClampedArray
}

/** Takes red seals off a page in place, leaving the black words under them; gives where they stood, in pixels. Other red words stay. */
export function liftSeals(page: Colours): Box[] {
  const seals = groupsOfRed(page).filter(isSeal)
  for (const seal of seals) {
    for (let y = seal.top; y < Math.min(seal.bottom, page.height); y += 1) {
      for (let x = seal.left; x < Math.min(seal.right, page.width); x += 1) liftRed(page, (y * page.width + x) * 4)
    }
  }
  return seals
}

/** Under red ink black stays dark in red light, paper turns bright in it. */
function liftRed({ rgba }: Colours, at: number): void {
  const red = rgba[at] ?? 0
  const green = rgba[at + 1] ?? 0
  const blue = rgba[at + 2] ?? 0
  const isTinted = red - Math.max(green, blue) > 24
  const light = isTinted ? (red > 110 ? 255 : red) : Math.max(red, green, blue)
  rgba[at] = light
  rgba[at + 1] = light
  rgba[at + 2] = light
}

function isSeal({ left, top, right, bottom }: Box): boolean {
  const [wide, high] = [(right - left) / dotsPerMillimetre, (bottom - top) / dotsPerMillimetre]
  const isRound = wide / high > 0.65 && wide / high < 1.55
  return isRound && Math.min(wide, high) >= sizes.least && Math.max(wide, high) <= sizes.most
}

/** Boxes around what is red and hangs together. */
function groupsOfRed({ width, height, rgba }: Colours): Box[] {
  const wide = Math.ceil(width / step)
  const counts = new Uint16Array(wide * Math.ceil(height / step))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      const red = rgba[at] ?? 0
      if (red > 90 && red - Math.max(rgba[at + 1] ?? 0, rgba[at + 2] ?? 0) > 50) {
        const square = Math.floor(y / step) * wide + Math.floor(x / step)
        counts[square] = (counts[square] ?? 0) + 1
      }
    }
  }
  const left = new Set([...counts.keys()].filter((square) => (counts[square] ?? 0) > 8))
  return [...left].flatMap((square) => (left.has(square) ? [groupFrom(square, left, wide)] : []))
}

function groupFrom(first: number, left: Set<number>, wide: number): Box {
  left.delete(first)
  const group = [first]
  for (const square of group) {
    for (const next of [-wide - 1, -wide, -wide + 1, -1, 1, wide - 1, wide, wide + 1].map((by) => square + by)) {
      if (left.delete(next)) group.push(next)
    }
  }
  const xs = group.map((square) => square % wide)
  const ys = group.map((square) => Math.floor(square / wide))
  return {
    left: Math.min(...xs) * step,
    top: Math.min(...ys) * step,
    right: (Math.max(...xs) + 1) * step,
    bottom: (Math.max(...ys) + 1) * step,
  }
}
