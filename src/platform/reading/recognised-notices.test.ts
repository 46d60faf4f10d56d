import { expect, test } from 'vitest'
import { assemblePages } from './assemble-pages.ts'
import type { RecognisedPage } from './document.ts'

const xs = [60, 110, 300]

/** A page whose ruled rows begin at a height, every letter as sure as said. */
function pageOf(
  page: number,
  top: number,
  rows: readonly (readonly [text: string, confidence: number])[][],
): RecognisedPage {
  const cells = rows.flatMap((row, i) =>
    row.map(([text, confidence], j) => ({ text, confidence, x: (xs[j] ?? 0) + 4, y: top + i * 30 + 20 })),
  )
  const bottom = top + rows.length * 30
  const across = [...rows, []].map((_, i) => ({
    left: 60,
    right: 300,
    top: top + i * 30,
    bottom: top + i * 30 + 1,
    isAcross: true,
  }))
  const down = xs.map((x) => ({ left: x, right: x + 1, top, bottom, isAcross: false }))
  return {
    page,
    width: 595,
    height: 842,
    hasSeal: false,
    rules: [...across, ...down],
    characters: cells.flatMap(({ text, confidence, x, y }, run) =>
      [...text].map((sign, i) => ({
        text: sign,
        x: x + i * 12,
        y,
        width: 12,
        size: 12,
        angle: 0,
        isHidden: false,
        isPale: false,
        run,
        confidence,
      })),
    ),
    cuttings: cells.map(({ text }, run) => ({ run, picture: `${page} ${text}` })),
  }
}

test('what is unsure in the rest of a row that was cut stands on the page it is on, beside its own cutting', () => {
  const pages = [
    pageOf(1, 740, [
      [
        ['序号', 1],
        ['任务', 1],
      ],
      [
        ['1', 1],
        ['建设中试基地', 1],
      ],
      [
        ['2', 1],
        ['引进急需紧缺人才十五名左右向', 1],
      ],
    ]),
    pageOf(2, 60, [
      [
        ['', 1],
        ['基层倾科', 0.6],
      ],
      [
        ['3', 1],
        ['办展会', 1],
      ],
    ]),
  ]
  const { text, notices } = assemblePages([undefined, undefined], { kind: 'PDF 文件', recognition: pages })
  expect(text.split('\n')).toContain('2\t引进急需紧缺人才十五名左右向基层倾科')
  const doubt = notices.find(({ kind }) => kind === 'doubtfulWords')
  expect(doubt).toMatchObject({ page: 2, picture: '2 基层倾科', message: expect.stringMatching(/^第 2 页“基层倾科”/) })
  expect(text.slice(...(doubt?.span ?? [0, 0]))).toBe('基层倾科')
})
