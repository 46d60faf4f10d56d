import { type Box, boxOf, compose, identity, type Matrix, matrixOf, numberOf, numbersOf } from './page-geometry.ts'
import { type Rule, rulesOf } from './page-rules.ts'
import { type FontMetrics, type Glyph, plainText, showGlyphs, type TextState } from './pdf-text-state.ts'

/** One character as the page shows it; points from the page's upper left corner, y at the baseline. */
export interface Character {
  text: string
  x: number
  y: number
  width: number
  size: number
  /** Degrees its baseline is turned on the page as shown, clockwise, 0 for upright words. */
  angle: number
  /** Drawn without ink, as the words laid under a scanned page are. */
  isHidden: boolean
  /** Drawn nearly in the paper's colour, or as glass. */
  isPale: boolean
  /** Characters drawn by one instruction share it. */
  run: number
  /** How sure recognition was of it, 0 to 1; of printed words nothing is said. */
  confidence?: number
}

export interface Drawing {
  characters: Character[]
  pictures: Box[]
  rules: Rule[]
}

/** What saving and restoring the state of drawing keeps (ISO 32000-1, table 52), as far as it is looked at. */
interface State extends TextState {
  ctm: Matrix
  isPaleInk: boolean
  isGlass: boolean
}

interface Pen {
  state: State
  saved: State[]
  /** Where annotations begin again: a page's own coordinates. */
  view: Matrix
  text: Matrix
  line: Matrix
  drawing: Drawing
  fontNamed: (name: string) => FontMetrics
  nameOf: ReadonlyMap<number, string>
  runs: number
}

/** An instruction's operands, as the PDF library hands them. */
type Operands = readonly unknown[]

/** A page's instructions; `nameOf` gives their names by their codes, as the PDF library has them. */
export interface Instructions {
  fnArray: readonly number[]
  argsArray: readonly unknown[]
  nameOf: ReadonlyMap<number, string>
}

/**
 * Follows a page's drawing instructions (ISO 32000-1, 8 and 9) and notes what is put where: characters, pictures, thin
 * lines. `view` turns the page's own coordinates into what the reader sees.
 */
export function followDrawing(
  { fnArray, argsArray, nameOf }: Instructions,
  view: Matrix,
  fontNamed: (name: string) => FontMetrics,
): Drawing {
  const state: State = { ...plainText, ctm: view, isPaleInk: false, isGlass: false }
  const drawing: Drawing = { characters: [], pictures: [], rules: [] }
  const pen: Pen = { state, saved: [], view, text: identity, line: identity, drawing, fontNamed, nameOf, runs: 0 }
  fnArray.forEach((code, i) => {
    const operands = argsArray[i]
    steps[nameOf.get(code) ?? '']?.(pen, Array.isArray(operands) ? operands : [])
  })
  return drawing
}

const save = (pen: Pen): void => {
  pen.saved.push({ ...pen.state })
}
const restore = (pen: Pen): void => {
  pen.state = pen.saved.pop() ?? pen.state
}
const transform = (pen: Pen, matrix: Matrix): void => {
  pen.state.ctm = compose(pen.state.ctm, matrix)
}

function moveText(pen: Pen, x: number, y: number): void {
  pen.line = compose(pen.line, [1, 0, 0, 1, x, y])
  pen.text = pen.line
}

function show(pen: Pen, glyphs: unknown): void {
  if (!Array.isArray(glyphs)) return
  const placed = showGlyphs(glyphs as (Glyph | number)[], pen.state, compose(pen.state.ctm, pen.text))
  const { isPaleInk, isGlass, mode } = pen.state
  const isHidden = mode === 3 || mode === 7
  for (const each of placed.characters) {
    pen.drawing.characters.push({ ...each, isHidden, isPale: isPaleInk || isGlass, run: pen.runs })
  }
  pen.runs += 1
  pen.text = compose(pen.text, [1, 0, 0, 1, placed.x, placed.y])
}

function setFont(pen: Pen, name: unknown, size: unknown): void {
  pen.state.font = typeof name === 'string' ? pen.fontNamed(name) : {}
  pen.state.size = numberOf(size)
}

const unitSquare = [0, 0, 1, 1] as const
const picture = (pen: Pen, matrix: Matrix = identity): void => {
  pen.drawing.pictures.push(boxOf(compose(pen.state.ctm, matrix), unitSquare))
}

/** Many copies of one picture: its two scales, then a place for each. */
function pictures(pen: Pen, [, across, down, places]: Operands): void {
  const at = numbersOf(places)
  for (let i = 0; i + 1 < at.length; i += 2) {
    picture(pen, [numberOf(across), 0, 0, numberOf(down), at[i] ?? 0, at[i + 1] ?? 0])
  }
}

function graphicsState(pen: Pen, [entries]: Operands): void {
  if (!Array.isArray(entries)) return
  for (const [key, value] of entries as [string, unknown][]) {
    if (key === 'Font' && Array.isArray(value)) setFont(pen, value[0], value[1])
    if (key === 'ca') pen.state.isGlass = numberOf(value) < 0.5
  }
}

/** Lighter than this, of 255, words are a mark in the paper rather than writing. */
const pale = 150

function fillColour(pen: Pen, [colour]: Operands): void {
  const [red = 0, green = 0, blue = 0] =
    typeof colour === 'string' ? (colour.match(/[\da-f]{2}/gi) ?? []).map((each) => Number.parseInt(each, 16)) : []
  pen.state.isPaleInk = Math.min(red, green, blue) > pale
}

function annotation(pen: Pen, [, , place, matrix]: Operands): void {
  save(pen)
  pen.state = { ...pen.state, ...plainText, ctm: compose(compose(pen.view, matrixOf(place)), matrixOf(matrix)) }
}

/** What each instruction does to the pen; the others draw nothing that is looked for. */
const steps: Record<string, (pen: Pen, operands: Operands) => void> = {
  save: save,
  restore: restore,
  transform: (pen, operands) => transform(pen, matrixOf(operands)),
  paintFormXObjectBegin: (pen, [matrix]) => {
    save(pen)
    if (matrix) transform(pen, matrixOf(matrix))
  },
  paintFormXObjectEnd: restore,
  beginAnnotation: annotation,
  endAnnotation: restore,
  setGState: graphicsState,
  setFillRGBColor: fillColour,
  beginText: (pen) => {
    pen.text = identity
    pen.line = identity
  },
  setTextMatrix: (pen, [matrix]) => {
    pen.line = matrixOf(matrix)
    pen.text = pen.line
  },
  moveText: (pen, [x, y]) => moveText(pen, numberOf(x), numberOf(y)),
  setLeadingMoveText: (pen, [x, y]) => {
    pen.state.leading = -numberOf(y)
    moveText(pen, numberOf(x), numberOf(y))
  },
  nextLine: (pen) => moveText(pen, 0, -pen.state.leading),
  setLeading: (pen, [value]) => {
    pen.state.leading = numberOf(value)
  },
  setCharSpacing: (pen, [value]) => {
    pen.state.characterSpacing = numberOf(value)
  },
  setWordSpacing: (pen, [value]) => {
    pen.state.wordSpacing = numberOf(value)
  },
  setHScale: (pen, [value]) => {
    pen.state.scale = numberOf(value) / 100
  },
  setTextRise: (pen, [value]) => {
    pen.state.rise = numberOf(value)
  },
  setTextRenderingMode: (pen, [value]) => {
    pen.state.mode = numberOf(value)
  },
  setFont: (pen, [name, size]) => setFont(pen, name, size),
  showText: (pen, [glyphs]) => show(pen, glyphs),
  paintImageXObject: (pen) => picture(pen),
  paintInlineImageXObject: (pen) => picture(pen),
  paintImageMaskXObject: (pen) => picture(pen),
  paintImageXObjectRepeat: pictures,
  constructPath: (pen, [paint, data]) => {
    const path = numbersOf(Array.isArray(data) ? data[0] : data)
    pen.drawing.rules.push(...rulesOf(pen.nameOf.get(numberOf(paint)) ?? '', path, pen.state.ctm))
  },
}
