import { utf8, zip } from './reading.fixture.ts'

/** A text object of an OFD page; millimetres from the page's upper left corner, at the baseline. */
interface OfdWords {
  text: string
  x: number
  y: number
  size?: number
  /** Attributes of the object and of its text, and what stands inside it, as they are. */
  object?: string
  code?: string
  inside?: string
}

/** Lines of office paper are 5.6 mm high letters side by side. */
const usual = 5.6

export const ofdWords = ({ text, x, y, size = usual, object = '', code, inside = '' }: OfdWords): string => {
  const gaps = code ?? `X="0" Y="${size}" DeltaX="g ${[...text].length - 1} ${size}"`
  return `<ofd:TextObject ID="9" Boundary="${x} ${y - size} ${[...text].length * size} ${size * 1.2}" Font="1" Size="${size}" ${object}>${inside}<ofd:TextCode ${gaps}>${text}</ofd:TextCode></ofd:TextObject>`
}

/** A line; millimetres. */
export const ofdRule = (x0: number, y0: number, x1: number, y1: number): string =>
  `<ofd:PathObject ID="8" Boundary="${x0} ${y0} ${x1 - x0} ${y1 - y0}" LineWidth="0.3"><ofd:AbbreviatedData>M 0 0 L ${x1 - x0} ${y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>`

interface OfdParts {
  /** What the common data and the root of the document say beside the usual. */
  common?: string
  root?: string
  body?: string
  others?: Record<string, string>
}

const named = (tag: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><ofd:${tag} xmlns:ofd="http://www.ofdspec.org/2016">${inside}</ofd:${tag}>`

export const ofdPage = (objects: string, template = ''): string =>
  named('Page', `${template}<ofd:Content><ofd:Layer ID="7" Type="Body">${objects}</ofd:Layer></ofd:Content>`)

/** An OFD file of A4 pages, each the objects on it. */
export function ofd(
  pages: readonly string[],
  { common = '', root = '', body = '', others = {} }: OfdParts = {},
): Uint8Array {
  const area = '<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>'
  const list = pages.map((_, i) => `<ofd:Page ID="${i + 20}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')
  const info =
    '<ofd:DocInfo><ofd:Title>青禾县工作方案</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>'
  const parts: Record<string, string> = {
    'OFD.xml': named('OFD', `<ofd:DocBody>${info}${body}</ofd:DocBody>`),
    'Doc_0/Document.xml': named(
      'Document',
      `<ofd:CommonData>${area}${common}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages>${root}`,
    ),
    ...Object.fromEntries(pages.map((page, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, page])),
    ...others,
  }
  return zip(Object.entries(parts).map(([name, content]) => ({ name, content: utf8(content) })))
}
