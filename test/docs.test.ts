import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pageFile, pages } from '../scripts/write-docs.ts'

test.each(Object.entries(pages))('docs/generated/%s says what the code says (npm run docs)', (name, write) => {
  expect(readFileSync(pageFile(name), 'utf8')).toBe(write())
})
