import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openScan } from './open-scan.ts'
import { ink, toGrey } from './pixels.ts'

/** How much of a page is ink, and where it begins and ends, as shares. */
async function inkOf(name: string) {
  const bytes = new Uint8Array(readFileSync(new URL(`./fixtures/${name}.pdf`, import.meta.url)))
  const { width, height, rgba } = await (await openScan(bytes, 'pdf')).page(1)
  const { data } = toGrey(rgba, width, height)
  const dark = [...data.keys()].filter((at) => (data[at] ?? 255) < ink)
  const columns = dark.map((at) => at % width)
  return {
    share: dark.length / data.length,
    left: columns.reduce((a, b) => Math.min(a, b)) / width,
    right: columns.reduce((a, b) => Math.max(a, b)) / width,
  }
}

// The same seven signs, as scanners and archives pack black and white pages and grey ones.
test.each(['ccitt', 'jbig2', 'jpx'])('a page packed as %s is seen', async (name) => {
  const seen = await inkOf(name)
  expect(seen.share).toBeGreaterThan(0.03)
  expect(seen.share).toBeLessThan(0.12)
  expect(seen.left).toBeCloseTo(0.05, 1)
  expect(seen.right).toBeCloseTo(0.9, 1)
})
