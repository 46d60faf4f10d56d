import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberLines } from '../structure/line-numbers.ts'
import { shapeOf } from './line-shape.ts'
import { paintMarkup } from './markup-left.ts'
import { assembleParagraphs } from './paragraphs.ts'
import { passageOf, readLines } from './reading-text.ts'
import { splitLines } from './split-lines.ts'

function paragraphs(source: string): string[] {
  const painted = paintMarkup(source)
  const reading = numberLines(readLines(source, painted, splitLines(painted)))
  return assembleParagraphs(reading, shapeOf(reading)).map(({ start, end }) => reading.text.slice(start, end))
}

/** Cuts a text into lines of equal width, as a PDF does. */
const wrap = (text: string, width: number): string => (text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []).join('\n')

const BODY =
  '围绕东江流域水环境治理，推进河道清淤和岸线整治，完善雨污分流管网，健全河长巡查机制，到2027 年建成生态河道30 公里，农村生活污水治理率达到70%以上，群众满意度持续提升。'

test('lines torn by the page are joined, also within words, figures and brackets', () => {
  const text = `${wrap(`1.治理河道。${BODY}（牵头单位：市水务局；责任单位：市财政局、市生态环境局、市农业农村局）`, 30)}\n${wrap(`2.建设管网。${BODY}（市住建局负责）`, 30)}`
  const read = paragraphs(text)
  expect(read).toHaveLength(2)
  expect(read[0]).toContain('到2027年建成生态河道30公里')
  expect(read[0]).toMatch(/\(牵头单位:市水务局;责任单位:市财政局、市生态环境局、市农业农村局\)$/)
})

test('page markers and page numbers do not cut a sentence', () => {
  const lines = wrap(BODY.repeat(4), 30).split('\n')
  const text = [...lines.slice(0, 3), '', '# Page 12:', ...lines.slice(3, 6), '— 3 —', ...lines.slice(6)].join('\n')
  expect(paragraphs(text).join('')).not.toMatch(/Page|— 3 —/)
  expect(paragraphs(text)).toHaveLength(1)
})

test('a heading on a line of its own stays one, a number alone takes the next line', () => {
  const text = `一、主要任务\n${wrap(BODY.repeat(3), 30)}\n（一）\n${wrap(`加强巡查。${BODY}`, 30)}`
  expect(paragraphs(text).slice(0, 2)).toEqual(['一、主要任务', expect.stringContaining('围绕东江')])
  expect(paragraphs(text)[2]).toMatch(/^\(一\)加强巡查。/)
})

test('every line of an unwrapped text is a paragraph; a bracket left open draws in the next line', () => {
  expect(paragraphs('一、任务\n修渠。（牵头单位：市水务局；\n责任单位：市财政局）\n二、保障')).toEqual([
    '一、任务',
    '修渠。(牵头单位:市水务局;责任单位:市财政局)',
    '二、保障',
  ])
})

test('a file on one line is cut where its blanks stand', () => {
  const text = `东江市治水方案 为治水，制定本方案。 一、主要任务 ${Array.from({ length: 20 }, (_, i) => `${i + 1}.治水${'好'.repeat(80)}。（市水务局负责）`).join(' ')}`
  expect(paragraphs(text)).toHaveLength(23)
})

test('what nobody sees is gone: zero-width characters, entities, tags, spaced-out words', () => {
  expect(paragraphs('<p>东\u200b江&nbsp;市</p><p>索 引 号</p>')).toEqual(['东江市', '索引号'])
})

test('each character of a passage stands at its place in the source, whatever the source', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('东', '江', '（', '）', '1', ' ', '\u3000', '\n', '\r\n', '\u200b', 'Ａ', '。', '<br>'),
      }),
      (source) => {
        const reading = readLines(source, paintMarkup(source), splitLines(paintMarkup(source)))
        for (let i = 0; i < reading.text.length; i++) {
          const [start, end] = passageOf(reading, i, i + 1).span(0, 1)
          expect(end).toBe(start + 1)
          if (reading.written[i] !== ' ') expect(source.slice(start, end)).toBe(reading.written[i])
        }
      },
    ),
  )
})
