import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { expect, test } from 'vitest'
import { readDocument } from '#platform/reading/read-document.ts'
import { FIFTH_STYLES } from './fifth-styles.fixture.ts'
import { FORMAL_STYLES } from './formal-styles.fixture.ts'
import { FOURTH_STYLES } from './fourth-styles.fixture.ts'
import { OFFICE_STYLES, SEALED_STYLES } from './office-styles.fixture.ts'
import { rates, scoreOf } from './score.fixture.ts'
import { SECOND_STYLES } from './second-styles.fixture.ts'
import type { MinutesStyle } from './style.fixture.ts'

/** Minutes as the files hold them that offices hand in. */

const everything = { f1: 1, owners: 1, leads: 1, dues: 1 }

async function readAs(style: MinutesStyle | undefined, name: string, bytes: Uint8Array) {
  const { text } = await readDocument({ name, bytes })
  return rates([scoreOf({ style: name, day: '', decisions: [], ...style, text })])
}

const plain = (text: string) => new Paragraph({ children: [new TextRun(text)] })
const row = (cells: readonly string[]) =>
  new TableRow({ children: cells.map((cell) => new TableCell({ children: [plain(cell)] })) })

test.each([...SEALED_STYLES, ...FOURTH_STYLES, ...FORMAL_STYLES].filter(({ text }) => text.includes('\t')))(
  'as a word processor keeps its table: $style',
  async (style) => {
    const lines = style.text.split('\n')
    const [first, after] = [
      lines.findIndex((line) => line.includes('\t')),
      lines.findLastIndex((line) => line.includes('\t')) + 1,
    ]
    const table = new Table({ rows: lines.slice(first, after).map((line) => row(line.split('\t'))) })
    const children = [...lines.slice(0, first).map(plain), table, ...lines.slice(after).map(plain)]
    const file = new Document({ sections: [{ children }] })
    expect(await readAs(style, '纪要.docx', Uint8Array.from(await Packer.toBuffer(file)))).toEqual(everything)
  },
)

/** The two-byte part of GB18030, turned round. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return Uint8Array.from([...text].flatMap((c) => codes.get(c) ?? [c.charCodeAt(0)]))
}

test.each(SECOND_STYLES)('in the character set of old systems: $style', async (style) =>
  expect(await readAs(style, '纪要.txt', gb18030(style.text))).toEqual(everything),
)

/** Lines of a page, as text taken out of a PDF has them. */
const torn = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => (/[\t|]/.test(line) ? [line] : (line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''])))
    .join('\n')

test.each([28, 32, 36])('torn at %i characters in the middle of sentences', (width) => {
  const styles = [...OFFICE_STYLES, ...FIFTH_STYLES].map((style) => ({ ...style, text: torn(style.text, width) }))
  const scores = styles.map((one) => scoreOf(one))
  const said = scores.flatMap(({ wrong }) => wrong).join('\n')
  for (const [what, rate] of Object.entries(rates(scores))) expect(rate, `${what}\n${said}`).toBeGreaterThanOrEqual(0.9)
})

/** Digits of full width and stops of half. */
const wide = (text: string): string =>
  text
    .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    .replace(/[，；：。（）]/g, (mark) => ',;:.()'['，；：。（）'.indexOf(mark)] ?? mark)

test('digits of full width and stops of half', () => {
  const scores = [...FORMAL_STYLES, ...OFFICE_STYLES].map((style) => scoreOf({ ...style, text: wide(style.text) }))
  const said = scores.flatMap(({ wrong }) => wrong).join('\n')
  for (const [what, rate] of Object.entries(rates(scores))) expect(rate, `${what}\n${said}`).toBeGreaterThanOrEqual(0.9)
})
