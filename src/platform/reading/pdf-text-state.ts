import { apply, type Matrix, numberOf, numbersOf } from './page-geometry.ts'

/** What of a font decides where characters go. */
export interface FontMetrics {
  vertical?: boolean
  fontMatrix?: readonly number[]
}

/** ISO 32000-1, 9.3, and the font's metrics. */
export interface TextState {
  font: FontMetrics
  size: number
  characterSpacing: number
  wordSpacing: number
  /** Widening of the letters, 1 for as they are. */
  scale: number
  rise: number
  leading: number
  mode: number
}

export const plainText: TextState = {
  font: {}, size: 0, characterSpacing: 0, wordSpacing: 0, scale: 1, rise: 0, leading: 0, mode: 0,
} // biome-ignore format: a table

/** A glyph as the PDF library decodes it; widths in the font's own units. */
export interface Glyph {
  unicode?: string
  width?: number
  isSpace?: boolean
  vmetric?: readonly number[] | null
}

export interface PlacedGlyph {
  text: string
  x: number
  y: number
  width: number
  size: number
  angle: number
}

const usualUnit = 0.001

/**
 * Places the glyphs of one instruction (ISO 32000-1, 9.4.4): numbers between them are gaps in thousandths of the size.
 * `matrix` leads from text space to the page as shown. Returns the characters and how far the pen has moved, in text space.
 */
export function showGlyphs(
  glyphs: readonly (Glyph | number)[],
  state: TextState,
  matrix: Matrix,
): { characters: PlacedGlyph[]; x: number; y: number } {
  const { font, size, scale } = state
  const unit = numbersOf(font.fontMatrix)[0] || usualUnit
  const look = lookOf(matrix, state)
  const characters: PlacedGlyph[] = []
  let along = 0
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      along -= (numberOf(glyph) / 1000) * size
      continue
    }
    const width = numberOf(glyph.width) * unit * size
    const spacing = state.characterSpacing + (glyph.isSpace ? state.wordSpacing : 0)
    // A soft hyphen that is drawn is a hyphen; some typesetters write periods of years with it.
    const text = (glyph.unicode ?? '').replaceAll('\u00ad', '-')
    if (font.vertical) {
      const [down = -1000, aside, above] = numbersOf(glyph.vmetric)
      const x = -(aside === undefined ? width / 2 : aside * unit * size)
      characters.push({
        ...at(matrix, x, along - (above ?? 880) * unit * size),
        text,
        width: width * look.across,
        ...look.rest,
      })
      along += down * unit * size - spacing
    } else {
      characters.push({
        ...at(matrix, along * scale, state.rise),
        text,
        width: width * scale * look.across,
        ...look.rest,
      })
      along += width + spacing
    }
  }
  return font.vertical ? { characters, x: 0, y: along } : { characters, x: along * scale, y: 0 }
}

function at(matrix: Matrix, x: number, y: number): { x: number; y: number } {
  const [left, down] = apply(matrix, x, y)
  return { x: left, y: down }
}

/** How large and how turned letters come out on the page. */
function lookOf(matrix: Matrix, { size }: TextState) {
  const across = Math.hypot(matrix[0], matrix[1])
  const angle = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI
  return {
    across,
    rest: { size: Math.abs(size) * Math.hypot(matrix[2], matrix[3]), angle: size < 0 ? angle + 180 : angle },
  }
}
