import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { outputNames } from './output-names.ts'

test('a document gives its own name', () =>
  expect(outputNames(['a/方案.docx', '计划.txt', 'stdin'], 'json')).toEqual(['方案.json', '计划.json', 'stdin.json']))

test('documents of one name keep their extension, and get a number where that does not part them', () => {
  expect(outputNames(['a/方案.docx', 'b/方案.pdf', 'c/方案.PDF'], 'md')).toEqual([
    '方案.docx.md',
    '方案.pdf.md',
    '方案.PDF-2.md',
  ])
})

test('no two documents are ever written to one file', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a.txt', 'b/a.txt', 'A.txt', 'a.txt.txt', 'a.txt-2', 'a', '.txt', 'a.pdf', '方案.txt'), {
        maxLength: 8,
      }),
      (files) => {
        const names = outputNames(files, 'json').map((name) => name.toLowerCase())
        expect(new Set(names).size).toBe(files.length)
      },
    ),
  ))
