import { apply, boxOf, compose, type Matrix, matrixOf } from './page-geometry.ts'
import { rulesOf } from './page-rules.ts'
import type { Drawing } from './pdf-drawing.ts'
import { attributeOf, childAt, childrenOf, type MarkupNode, tagOf, wordsOf } from './xml.ts'

/** Where and how the objects of a block are drawn (GB/T 33190-2016, 8). */
interface Pen {
  /** From the block's millimetres to the page as shown, in points. */
  view: Matrix
  /** Drawings used again and again (13, 矢量图像), by their ids. */
  units: ReadonlyMap<string, MarkupNode>
  drawing: Drawing
  isHidden: boolean
  /** How many drawings this one stands in. */
  depth: number
}

/** No drawing stands in more others than this; one may stand in itself. */
const deepest = 8

/** Notes what the objects of the given blocks put where. `view` leads from their millimetres to points on the page. */
export function drawBlocks(
  blocks: readonly MarkupNode[],
  view: Matrix,
  units: ReadonlyMap<string, MarkupNode>,
): Drawing {
  const drawing: Drawing = { characters: [], pictures: [], rules: [] }
  for (const block of blocks) drawBlock(block, { view, units, drawing, isHidden: false, depth: 0 })
  return drawing
}

function drawBlock(block: MarkupNode, pen: Pen): void {
  for (const node of block.children ?? []) {
    const isHidden = pen.isHidden || attributeOf(node, 'Visible') === 'false' || attributeOf(node, 'Alpha') === '0'
    objects[tagOf(node)]?.(node, { ...pen, isHidden })
  }
}

/** Objects by their names; blocks hold further ones, others draw nothing that is looked for. */
const objects: Readonly<Record<string, (node: MarkupNode, pen: Pen) => void>> = {
  Content: drawBlock,
  Layer: drawBlock,
  PageBlock: drawBlock,
  TextObject: drawText,
  PathObject: (node, pen) => {
    const isFilled = attributeOf(node, 'Fill') === 'true'
    const paint = attributeOf(node, 'Stroke') !== 'false' ? 'stroke' : isFilled ? 'fill' : ''
    const path = pathOf(wordsOf(childAt(node, 'AbbreviatedData') ?? node))
    if (!pen.isHidden) pen.drawing.rules.push(...rulesOf(paint, path, placeOf(node, pen)))
  },
  ImageObject: (node, { view, drawing }) => {
    const [x, y, width, height] = figuresOf(attributeOf(node, 'Boundary'))
    drawing.pictures.push(boxOf(view, [x ?? 0, y ?? 0, (x ?? 0) + (width ?? 0), (y ?? 0) + (height ?? 0)]))
  },
  CompositeObject: (node, pen) => {
    const unit = pen.units.get(attributeOf(node, 'ResourceID') ?? '')
    if (unit && pen.depth < deepest) drawBlock(unit, { ...pen, view: placeOf(node, pen), depth: pen.depth + 1 })
  },
}

/** An array of figures (7.3, ST_Array); empty for none, 0 for what is no figure. */
export const figuresOf = (words: string | undefined): number[] =>
  (words ?? '').split(/\s+/).filter(Boolean).map(figureOf)

function figureOf(word: string): number {
  const figure = Number(word)
  return Number.isFinite(figure) ? figure : 0
}

/** An object's own coordinates begin at the corner of its box and are turned by its matrix first (8.5). */
function placeOf(node: MarkupNode, { view }: Pen): Matrix {
  const [x = 0, y = 0] = figuresOf(attributeOf(node, 'Boundary'))
  return compose(compose(view, [1, 0, 0, 1, x, y]), matrixOf(figuresOf(attributeOf(node, 'CTM'))))
}

/** A path's letters with how many figures follow each, and the step each is to `rulesOf` (9.3); arcs lead to their ends. */
const steps: Record<string, [count: number, kind: number]> = {
  S: [2, 0], M: [2, 0], L: [2, 1], B: [6, 2], Q: [4, 3], A: [7, 3], C: [0, 4],
} // biome-ignore format: a table

function pathOf(data: string): number[] {
  const path: number[] = []
  for (const [, letter = '', figures] of data.matchAll(/([SMLBQAC])([^SMLBQAC]*)/g)) {
    const [count, kind] = steps[letter] ?? [0, 4]
    const given = figuresOf(figures).slice(0, count)
    if (given.length === count) path.push(kind, ...(letter === 'A' ? [...given.slice(-2), ...given.slice(-2)] : given))
  }
  return path
}

/** Gaps between characters (11.3): `g 3 4.5` says 4.5 three times; no more are told than there are characters. */
function gapsOf(words: string | undefined, most: number): number[] {
  const gaps: number[] = []
  const tokens = (words ?? '').split(/\s+/).filter(Boolean)
  for (let i = 0; i < tokens.length && gaps.length < most; i += 1) {
    if (tokens[i] !== 'g') gaps.push(figureOf(tokens[i] ?? ''))
    else {
      const times = Math.min(most, figureOf(tokens[i + 1] ?? ''))
      for (let n = 0; n < times; n += 1) gaps.push(figureOf(tokens[i + 2] ?? ''))
      i += 2
    }
  }
  return gaps
}

/** Lighter than this, of 255, words are a mark in the paper rather than writing; or fainter than this. */
const pale = 150
const faint = 128

function isPale(node: MarkupNode): boolean {
  const colour = childAt(node, 'FillColor')
  const values = (attributeOf(colour, 'Value') ?? '').split(/\s+/).filter(Boolean)
  const parts = values.map((each) => (each.startsWith('#') ? Number.parseInt(each.slice(1), 16) : figureOf(each)))
  // Four parts are inks on paper, the others light.
  const isLight = parts.length === 4 ? Math.max(...parts) < 255 - pale : parts.length > 0 && Math.min(...parts) > pale
  const strengths = [attributeOf(node, 'Alpha'), attributeOf(colour, 'Alpha')].map((each) => figureOf(each ?? '255'))
  return isLight || Math.min(...strengths) < faint
}

/** The way reading goes, by its degrees (11.2, ReadDirection). */
const ways: Record<string, [x: number, y: number]> = { '90': [0, 1], '180': [-1, 0], '270': [0, -1] }

const isNarrow = (sign: string): boolean => /^[\u0020-\u024f]$/.test(sign)

/** A character whose font does not say what it is stands as this mark beside its shape's number. */
const nameless = /[\u00a4\ue000-\uf8ff]/gu

function drawText(node: MarkupNode, pen: Pen): void {
  const matrix = placeOf(node, pen)
  const size = figureOf(attributeOf(node, 'Size') ?? '')
  const scale = figureOf(attributeOf(node, 'HScale') ?? '1') || 1
  const [right, down] = ways[attributeOf(node, 'ReadDirection') ?? ''] ?? [1, 0]
  const look = {
    size: Math.abs(size) * Math.hypot(matrix[2], matrix[3]),
    angle: (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI + figureOf(attributeOf(node, 'CharDirection') ?? ''),
    isHidden: pen.isHidden || attributeOf(childAt(node, 'FillColor'), 'Alpha') === '0',
    isPale: isPale(node),
  }
  const isByShape = childAt(node, 'CGTransform') !== undefined
  let [x, y] = [0, 0]
  for (const code of childrenOf(node, 'TextCode')) {
    const words = wordsOf(code).replace(/[\r\n\t]/g, '')
    const signs = [...(isByShape ? words.replace(nameless, '\ufffd') : words)]
    const across = gapsOf(attributeOf(code, 'DeltaX'), signs.length)
    const along = gapsOf(attributeOf(code, 'DeltaY'), signs.length)
    const isPlaced = across.length + along.length > 0
    x = figureOf(attributeOf(code, 'X') ?? String(x))
    y = figureOf(attributeOf(code, 'Y') ?? String(y))
    const run = pen.drawing.characters.length
    for (const [i, text] of signs.entries()) {
      const own = size * scale * (isNarrow(text) ? 0.5 : 1)
      const gap = across[i] ?? 0
      const width = gap > 0 && gap < (isNarrow(text) ? 0.75 * size : own) ? gap : own
      const [left, top] = apply(matrix, x, y)
      pen.drawing.characters.push({
        text,
        x: left,
        y: top,
        width: width * Math.hypot(matrix[0], matrix[1]),
        ...look,
        run,
      })
      const isMoved = isPlaced && i < Math.max(across.length, along.length)
      x += isMoved ? gap : own * right
      y += isMoved ? (along[i] ?? 0) : own * down
    }
  }
}
