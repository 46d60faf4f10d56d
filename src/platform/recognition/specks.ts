import { ink, type Pixels } from './pixels.ts'

/** Pixels at 200 dots an inch that dust leaves; the point of a figure set small has a dozen. */
const largest = 5

/** Takes off a page, in place, the specks of dust and of facsimile: a few dark pixels that hang together with no others. */
export function dropSpecks(page: Pixels): void {
  const seen = new Uint8Array(page.data.length)
  for (let at = 0; at < page.data.length; at += 1) {
    if ((page.data[at] ?? 255) >= ink || seen[at] === 1) continue
    const speck = speckFrom(page, at, seen)
    for (const pixel of speck) page.data[pixel] = 255
  }
}

/** The pixels of a speck, none of anything larger; whatever hangs together is marked as seen. */
function speckFrom({ width, data }: Pixels, first: number, seen: Uint8Array): number[] {
  seen[first] = 1
  const all = [first]
  for (let i = 0; i < all.length; i += 1) {
    const at = all[i] ?? 0
    for (const next of [
      at - width - 1,
      at - width,
      at - width + 1,
      at - 1,
      at + 1,
      at + width - 1,
      at + width,
      at + width + 1,
    ]) {
      if (seen[next] === 0 && (data[next] ?? 255) < ink) {
        seen[next] = 1
        all.push(next)
      }
    }
  }
  return all.length <= largest ? all : []
}
