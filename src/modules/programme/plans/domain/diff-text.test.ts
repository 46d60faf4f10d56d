import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffText } from './diff-text.ts'

const prose = fc
  .array(fc.constantFrom('新建', '平台', '3', '12', '家', '。', '，', '市科技局', '牵头', '\n', 'R&D', '𠮷'), {
    maxLength: 60,
  })
  .map((p) => p.join(''))
const join = (pieces: ReturnType<typeof diffText>, ...kinds: string[]) =>
  pieces.flatMap((p) => (kinds.includes(p.kind) ? [p.text] : [])).join('')

const line = (i: number) => `${i}.推进第${i}项工作，新建平台${i % 17}个，培育企业${i % 31}家，由第${i % 9}科室牵头。\n`

test('the pieces give back both wordings', () =>
  fc.assert(
    fc.property(prose, prose, (a, b) => {
      const pieces = diffText(a, b)
      expect(join(pieces, 'same', 'dropped')).toBe(a)
      expect(join(pieces, 'same', 'added')).toBe(b)
    }),
  ))

test('the other direction is the mirror image', () =>
  fc.assert(
    fc.property(prose, prose, (a, b) => {
      const swap = { same: 'same', added: 'dropped', dropped: 'added' } as const
      const back = diffText(b, a)
      for (const kind of ['same', 'added', 'dropped'] as const)
        expect(join(back, kind)).toBe(join(diffText(a, b), swap[kind]))
      expect(diffText(a, a)).toEqual(a === '' ? [] : [{ kind: 'same', text: a }])
    }),
  ))

test('a changed number is shown as a whole number', () => {
  expect(diffText('新增高新技术企业120家以上。', '新增高新技术企业150家以上。')).toEqual([
    { kind: 'same', text: '新增高新技术企业' },
    { kind: 'dropped', text: '120' },
    { kind: 'added', text: '150' },
    { kind: 'same', text: '家以上。' },
  ])
})

test('an inserted sentence leaves its neighbours untouched', () => {
  expect(diffText('办好展会。做好统计。', '办好展会。开展培训。做好统计。')).toEqual([
    { kind: 'same', text: '办好展会。' },
    { kind: 'added', text: '开展培训。' },
    { kind: 'same', text: '做好统计。' },
  ])
})

test('a rewritten sentence is not shredded into chance characters', () => {
  const pieces = diffText('支持龙头企业组建联合体攻关关键技术', '每个乡镇选派一名科技特派员下村服务')
  expect(pieces.filter((p) => p.kind === 'same')).toEqual([])
})

test('two versions of a 45,000 character document are compared in less than a second', () => {
  const a = Array.from({ length: 1200 }, (_, i) => line(i)).join('')
  const b = Array.from({ length: 1200 }, (_, i) => line(i % 3 === 0 ? i + 1 : i)).join('')
  const start = performance.now()
  const pieces = diffText(a, b)
  expect(performance.now() - start).toBeLessThan(1000)
  expect(join(pieces, 'same', 'added')).toBe(b)
})
