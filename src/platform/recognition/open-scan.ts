import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import { openPdf } from '#platform/reading/open-pdf.ts'
import type { Pixels } from './pixels.ts'
import type { Colours } from './seal.ts'

/** Pages as pictures, one at a time; numbers count from 1. */
export interface Scan {
  page(number: number): Promise<ScannedPage>
}

export interface ScannedPage extends Colours {
  /** Points to one pixel. */
  scale: number
}

/** Dots an inch the recogniser sees best and still fast. */
export const dotsPerInch = 200
/** A sheet of A3 at this fineness has 7.7 million; larger sheets are seen smaller. */
const mostPixels = 8_000_000

/** A4, points: how large a picture that says nothing of its size is taken to be. */
const paper = { short: 595, long: 842 }

/** Opens a PDF or a picture (PNG, JPEG). */
export const openScan = (bytes: Uint8Array, kind: 'pdf' | 'picture'): Promise<Scan> =>
  kind === 'pdf' ? scanOfPdf(bytes) : scanOfPicture(bytes)

async function scanOfPdf(bytes: Uint8Array): Promise<Scan> {
  const pdf = await openPdf(bytes)
  return {
    page: async (number) => {
      const page = await pdf.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const scale = Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / (width * height)))
      const viewport = page.getViewport({ scale })
      const context = blank(Math.round(viewport.width), Math.round(viewport.height))
      await page.render({ canvas: null, canvasContext: context as never, viewport, background: 'white' }).promise
      page.cleanup()
      return taken(context, 1 / scale)
    },
  }
}

async function scanOfPicture(bytes: Uint8Array): Promise<Scan> {
  return {
    page: async () => {
      const picture = await loadImage(bytes)
      const [short, long] = [picture.width, picture.height].sort((a, b) => a - b)
      const points = Math.min(paper.short / (short ?? 1), paper.long / (long ?? 1))
      const scale = (points * dotsPerInch) / 72
      const context = blank(Math.round(picture.width * scale), Math.round(picture.height * scale))
      context.imageSmoothingQuality = 'high'
      context.drawImage(picture, 0, 0, context.canvas.width, context.canvas.height)
      return taken(context, points / scale)
    },
  }
}

/** As a data address, to be shown at half its fineness. */
export function pictureOf({ width, height, data }: Pixels): string {
  const context = blank(width, height)
  const pixels = context.createImageData(width, height)
  for (const [i, grey] of data.entries()) pixels.data.set([grey, grey, grey, 255], i * 4)
  context.putImageData(pixels, 0, 0)
  return context.canvas.toDataURL('image/webp', 0.6)
}

function blank(width: number, height: number): SKRSContext2D {
  const context = createCanvas(width, height).getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  return context
}

function taken(context: SKRSContext2D, scale: number): ScannedPage {
  const { width, height } = context.canvas
  return { width, height, rgba: context.getImageData(0, 0, width, height).data, scale }
}
