import { readFileSync } from 'node:fs'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test, vi } from 'vitest'
import { Refusal } from '#kernel/errors.ts'
import { readDocument } from '#platform/reading/read-document.ts'
import { pdf } from '#platform/reading/reading.fixture.ts'
import { openScan } from './open-scan.ts'
import { recognising } from './read-recognising.ts'
import { missingParts } from './recognition-parts.ts'

// The child compiles the sources when it starts, and a page takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

/** One page of 200 dots an inch, black and white: a title, running text and a ruled table. */
const scan = new Uint8Array(readFileSync(new URL('./fixtures/scan.pdf', import.meta.url)))
const read = recognising(readDocument)
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )

const text = [
  '青禾县科技创新提升行动方案',
  '为加快科技创新，结合我县实际，制定本方案。',
  '一、总体要求',
  '到2027年底，全县高新技术企业达到62家，研究与试验发展经费投入强度提高到1.75%，技术合同成交额突破8亿元。',
  '二、重点任务',
  '（一）培育创新主体。新增省级专精特新中小企业18家以上。（牵头单位：县科学技术局；责任单位：县财政局、县税务局）',
  '序号\t单位\t任务\t目标值\t完成时限',
  '1\t县发展和改革局\t新建标准厂房\t12.5万平方米\t2026年6月',
  '2\t县科学技术局\t认定高新技术企业\t18家\t2026年9月',
  '3\t青禾镇人民政府\t改造农村公路\t37.6公里\t2026年12月',
].join('\n')

test('recognition is installed where the tests run', () => {
  expect(missingParts()).toEqual([])
})

test('a scanned page is read to the letter, its table by its lines, and it says that it was recognised', async () => {
  const stages: string[] = []
  const document = await read(
    { name: '方案.pdf', bytes: scan },
    { onProgress: (_done, _total, stage) => stages.push(stage) },
  )
  expect(document.text).toBe(text)
  expect(document.pages).toEqual([{ page: 1, start: 0, end: text.length }])
  expect(document.notices[0]).toMatchObject({
    kind: 'recognised',
    page: 1,
    message: expect.stringContaining('第 1 页是扫描图片'),
  })
  expect(stages).toContain('识别第 1 页')
})

test('a leaning photograph with a shadow and a red seal is read like the scan', async () => {
  const { width, height, rgba } = await (await openScan(scan, 'pdf')).page(1)
  const flat = createCanvas(width, height).getContext('2d')
  const pixels = flat.createImageData(width, height)
  pixels.data.set(rgba)
  flat.putImageData(pixels, 0, 0)
  const photo = createCanvas(width, height).getContext('2d')
  photo.fillStyle = 'white'
  photo.fillRect(0, 0, width, height)
  photo.translate(width / 2, height / 2)
  photo.rotate((-1.5 * Math.PI) / 180)
  photo.drawImage(flat.canvas, -width / 2, -height / 2)
  photo.globalCompositeOperation = 'multiply'
  photo.strokeStyle = 'rgb(226, 42, 40)'
  photo.lineWidth = 12
  photo.beginPath()
  photo.arc(40, -160, 150, 0, 2 * Math.PI)
  photo.stroke()
  photo.beginPath()
  photo.arc(40, -160, 40, 0, 2 * Math.PI)
  photo.fillStyle = photo.strokeStyle
  photo.fill()
  const shade = photo.createLinearGradient(-width / 2, 0, width / 2, 0)
  shade.addColorStop(0, 'rgb(150, 150, 150)')
  shade.addColorStop(1, 'white')
  photo.fillStyle = shade
  photo.fillRect(-width, -height, 2 * width, 2 * height)
  const bytes = new Uint8Array(photo.canvas.toBuffer('image/jpeg', 80))
  expect((await loadImage(bytes)).width).toBe(width)
  const document = await read({ name: '照片.jpg', bytes })
  const lines = document.text.split('\n')
  expect(lines.slice(-4)).toEqual(text.split('\n').slice(-4))
  expect(document.text).toContain('高新技术企业达到62家')
  expect(document.notices.map(({ kind }) => kind)).toContain('sealLifted')
})

test('what recognition is unsure of is told with its place and a cutting of the page', async () => {
  const { width, height, rgba } = await (await openScan(scan, 'pdf')).page(1)
  const small = createCanvas(Math.round(width * 0.24), Math.round(height * 0.24)).getContext('2d')
  const full = createCanvas(width, height).getContext('2d')
  const pixels = full.createImageData(width, height)
  pixels.data.set(rgba)
  full.putImageData(pixels, 0, 0)
  small.drawImage(full.canvas, 0, 0, small.canvas.width, small.canvas.height)
  const { text: blurred, notices } = await read({
    name: '照片.png',
    bytes: new Uint8Array(small.canvas.toBuffer('image/png')),
  })
  const doubts = notices.filter(({ kind }) => kind.startsWith('doubtful'))
  expect(doubts.length).toBeGreaterThan(0)
  for (const { span = [0, 0], message, picture } of doubts) {
    expect(message).toContain(`“${blurred.slice(...span)}”认得不准`)
    expect(picture).toMatch(/^data:image\/webp;base64,/)
  }
})

test('without the optional packages scans and pictures are refused with what to do, and a mixed file names the page', async () => {
  const absent = recognising(readDocument, { missing: () => ['paddleocr'] })
  const refusal = await absent({ name: '方案.pdf', bytes: scan }).catch((error: unknown) => error)
  expect(refusal).toMatchObject({
    code: 'reading.recognitionMissing',
    message: expect.stringContaining('npm install --include=optional'),
  })
  const picture = createCanvas(20, 20).toBuffer('image/png')
  expect(await codeOf(absent({ name: '照片.png', bytes: new Uint8Array(picture) }))).toBe('reading.recognitionMissing')
  const mixed = await absent({ name: '方案.pdf', bytes: pdf([[{ text: '青禾县方案', x: 90, y: 700 }], []]) })
  expect(mixed.notices).toMatchObject([
    { kind: 'pageWithoutText', page: 2 },
    { kind: 'recognitionMissing', page: 2 },
  ])
})

test('an empty picture ends in a sentence', async () => {
  const empty = createCanvas(400, 560).getContext('2d')
  empty.fillStyle = 'white'
  empty.fillRect(0, 0, 400, 560)
  const bytes = new Uint8Array(empty.canvas.toBuffer('image/png'))
  expect(await codeOf(read({ name: '照片.png', bytes }))).toBe('reading.nothingRecognised')
})

test('recognition can be called off, and ends when the program stops', async () => {
  const stop = new AbortController()
  const onProgress = (_done: number, _total: number, stage: string) => stage.startsWith('识别第') && stop.abort()
  expect(await codeOf(read({ name: '方案.pdf', bytes: scan }, { signal: stop.signal, onProgress }))).toBe(
    'reading.cancelled',
  )
  const closed = recognising(readDocument, { closing: AbortSignal.abort() })
  expect(await codeOf(closed({ name: '方案.pdf', bytes: scan }))).toBe('reading.cancelled')
})

test.each([
  ['memory', { maxMegabytes: -450 }, '内存不足'],
  ['time', { millisecondsPerPage: 50 }, '用时过长'],
])(
  'a page that takes too much %s is given up by name, and the printed page beside it stays',
  async (_, limits, reason) => {
    const bounded = recognising(readDocument, { limits })
    const document = await bounded({ name: '方案.pdf', bytes: pdf([[{ text: '青禾县方案', x: 90, y: 700 }], []]) })
    expect(document.text).toBe('青禾县方案')
    expect(document.notices).toMatchObject([
      { kind: 'recognitionFailed', page: 2, message: expect.stringContaining(reason) },
    ])
  },
)

test('a file of more scans than are taken at once is refused before any is begun', async () => {
  const bounded = recognising(readDocument, { limits: { pages: 0 } })
  expect(await codeOf(bounded({ name: '方案.pdf', bytes: scan }))).toBe('reading.tooManyScans')
})
