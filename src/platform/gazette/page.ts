import { convertMillimetersToTwip, type ISectionPropertiesOptions, PageOrientation } from 'docx'

/** Measures of the page, GB/T 9704-2012 clauses 5 and 6. */

export const points = (pt: number): number => Math.round(pt * 20)
export const millimetres = (mm: number): number => convertMillimetersToTwip(mm)

/** 3号, the size of the body; one character of it is the unit of every indent. */
export const bodySize = 16
/** Fixed pitch: 22 lines in the 225 mm of the 版心. */
export const linePitch = 28
/** 28 characters of 16 pt must share 156 mm: each gives up a quarter of a point. */
export const bodySpacing = -5

interface Margins {
  top: number
  bottom: number
  left: number
  right: number
}

interface Leaf {
  width: number
  height: number
  margins: Margins
}

/** Portrait: 天头 37, 订口 28, 版心 156 × 225 mm. */
const portrait: Leaf = { width: 210, height: 297, margins: { top: 37, bottom: 35, left: 28, right: 26 } }

/** The same page turned with its binding edge on top (clause 9.1), and twice as large. */
const landscape: Record<'A4' | 'A3', Leaf> = {
  A4: { width: 297, height: 210, margins: { top: 28, bottom: 26, left: 35, right: 37 } },
  A3: { width: 420, height: 297, margins: { top: 28, bottom: 26, left: 30, right: 30 } },
}

/** The page number stands 7 mm below the text; the footer is measured from the edge of the paper, its line is 5 mm. */
const belowText = (leaf: Leaf) => leaf.margins.bottom - 7 - 5

/** Points a line under the page number takes. */
export const markPitch = 9

interface Look {
  orientation: 'portrait' | 'landscape'
  /** Whether a line stands under the page number. */
  marked: boolean
}

function section(leaf: Leaf, { orientation, marked }: Look): ISectionPropertiesOptions {
  const { top, bottom, left, right } = leaf.margins
  const turned = orientation === 'landscape'
  return {
    page: {
      // the writer exchanges the sides of a landscape page itself
      size: {
        width: millimetres(turned ? leaf.height : leaf.width),
        height: millimetres(turned ? leaf.width : leaf.height),
        orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: millimetres(top),
        bottom: millimetres(bottom),
        left: millimetres(left),
        right: millimetres(right),
        header: millimetres(15),
        footer: millimetres(belowText(leaf)) - (marked ? points(markPitch) : 0),
        gutter: 0,
      },
    },
  }
}

export const letterPage = (marked: boolean): ISectionPropertiesOptions =>
  section(portrait, { orientation: 'portrait', marked })

/** Width of the sheet, and where the rule at the foot of a letter lies, 20 mm from its lower edge; millimetres. */
export const letterPageWidth = portrait.width
export const ruleFromEdge = portrait.height - 20

/** The page of a letter: the first one has a head of its own, whose mark begins 30 mm from the edge of the sheet. */
export function letterheadPage(marked: boolean, markSize: number): ISectionPropertiesOptions {
  const { page } = letterPage(marked)
  const header = millimetres(30) - points(markSize * 0.15)
  return { titlePage: true, page: { ...page, margin: { ...page?.margin, header } } }
}
export const sheetPage = (paper: 'A4' | 'A3', marked: boolean): ISectionPropertiesOptions =>
  section(landscape[paper], { orientation: 'landscape', marked })

/** Width and height of the text in millimetres. */
export const letterWidth = 156
export const letterHeight = 225
export const sheetWidth = (paper: 'A4' | 'A3'): number => {
  const { width, margins } = landscape[paper]
  return width - margins.left - margins.right
}
export const sheetHeight = (paper: 'A4' | 'A3'): number => {
  const { height, margins } = landscape[paper]
  return height - margins.top - margins.bottom
}
