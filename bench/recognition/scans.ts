import { deflateSync } from 'node:zlib'
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { openScan } from '#platform/recognition/open-scan.ts'

export type Spoiling = 'clean' | 'skewed' | 'faxed' | 'sealed'

/** A page as a scanner of 200 dots an inch gives it: RGBA. */
export interface Sheet {
  width: number
  height: number
  rgba: Uint8ClampedArray
}

/** The pages of a print, spoilt as offices spoil them. */
export async function scanOf(print: Uint8Array, page: number, how: Spoiling, random: () => number): Promise<Sheet> {
  const { width, height, rgba } = await (await openScan(print, 'pdf')).page(page)
  const clean = createCanvas(width, height).getContext('2d')
  clean.putImageData(imageData(clean, rgba, width, height), 0, 0)
  const out = createCanvas(width, height).getContext('2d')
  out.fillStyle = 'white'
  out.fillRect(0, 0, width, height)
  if (how === 'skewed') {
    out.translate(width / 2, height / 2)
    out.rotate((1.5 * Math.PI) / 180)
    out.translate(-width / 2, -height / 2)
  }
  out.drawImage(clean.canvas, 0, 0)
  if (how === 'sealed') drawSeal(out, width * 0.62, height * 0.45)
  const pixels = out.getImageData(0, 0, width, height).data
  if (how === 'faxed') fax(pixels, random)
  return { width, height, rgba: pixels }
}

function imageData(context: SKRSContext2D, rgba: Uint8ClampedArray, width: number, height: number) {
  const made = context.createImageData(width, height)
  made.data.set(rgba)
  return made
}

/** 42 mm across, as offices of counties have it, printed over what is there. */
function drawSeal(context: SKRSContext2D, x: number, y: number): void {
  const radius = 165
  context.globalCompositeOperation = 'multiply'
  context.strokeStyle = 'rgb(226, 42, 40)'
  context.fillStyle = context.strokeStyle
  context.lineWidth = 10
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.stroke()
  context.beginPath()
  for (let i = 0; i < 10; i += 1) {
    const reach = i % 2 === 0 ? 52 : 20
    const angle = (i * Math.PI) / 5 - Math.PI / 2
    context.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle))
  }
  context.fill()
  context.font = '40px "Noto Serif CJK SC"'
  context.textAlign = 'center'
  const words = [...'青禾县人民政府办公室']
  words.forEach((sign, i) => {
    context.save()
    context.translate(x, y)
    context.rotate(((i - (words.length - 1) / 2) * 26 * Math.PI) / 180)
    context.fillText(sign, 0, -radius + 50)
    context.restore()
  })
  context.globalCompositeOperation = 'source-over'
}

/** Black or white with specks and frayed edges. */
function fax(rgba: Uint8ClampedArray, random: () => number): void {
  for (let i = 0; i < rgba.length; i += 4) {
    const edge = (rgba[i] ?? 0) + (random() - 0.5) * 120
    const black = random() < 0.0015 ? random() < 0.5 : edge < 150
    rgba[i] = rgba[i + 1] = rgba[i + 2] = black ? 0 : 255
  }
}

/** A picture as a PDF carries it. */
export interface Picture {
  width: number
  height: number
  stream: Uint8Array
  filter: 'FlateDecode' | 'DCTDecode'
}

/** The page without loss. */
export function pictureOf({ width, height, rgba }: Sheet): Picture {
  const rgb = Buffer.alloc(width * height * 3)
  for (let p = 0; p < width * height; p += 1) for (let c = 0; c < 3; c += 1) rgb[p * 3 + c] = rgba[p * 4 + c] ?? 0
  return { width, height, stream: deflateSync(rgb), filter: 'FlateDecode' }
}

/** A PDF whose pages are pictures alone, each as wide as A4. */
export function pdfOf(pictures: readonly Picture[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (head: string, stream?: Uint8Array) => {
    offsets.push(length)
    const body = stream ? [Buffer.from('stream\n'), stream, Buffer.from('\nendstream')] : []
    const whole = Buffer.concat([Buffer.from(`${offsets.length} 0 obj\n${head}`), ...body, Buffer.from('\nendobj\n')])
    parts.push(whole)
    length += whole.length
  }
  add('<</Type/Catalog/Pages 2 0 R>>')
  add(`<</Type/Pages/Count ${pictures.length}/Kids[${pictures.map((_, i) => `${3 + i * 3} 0 R`).join(' ')}]>>`)
  pictures.forEach(({ width, height, stream, filter }, i) => {
    const [wide, high] = [595, (height * 595) / width]
    const first = 3 + i * 3
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${wide} ${high}]/Resources<</XObject<</I ${first + 2} 0 R>>>>/Contents ${first + 1} 0 R>>`,
    )
    const draw = Buffer.from(`q ${wide} 0 0 ${high} 0 0 cm /I Do Q`)
    add(`<</Length ${draw.length}>>`, draw)
    add(
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/${filter}/Length ${stream.length}>>`,
      stream,
    )
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}
