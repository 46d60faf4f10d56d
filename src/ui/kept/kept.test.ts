import { beforeEach, expect, test, vi } from 'vitest'
import { defineKept, enter, leave, settleAll, suspend } from './kept.ts'

/** A browser's own store: what it holds are its own keys. */
function openBrowser(): Record<string, string> {
  const held: Record<string, string> = {}
  const ways = {
    getItem: (key: string) => held[key] ?? null,
    setItem: (key: string, text: string) => void Object.assign(held, { [key]: text }),
    removeItem: (key: string) => void Reflect.deleteProperty(held, key),
  }
  vi.stubGlobal('localStorage', new Proxy(held, { get: (_, name) => Reflect.get(ways, name) }))
  return held
}

let held: Record<string, string> = {}
beforeEach(async () => {
  held = openBrowser()
  suspend()
})

const texts = defineKept('test', async () => texts.list().map((name) => `${name}没有存上`))

test('a text is the person’s who was there, and nobody’s while nobody is', async () => {
  const early = texts.open('a')
  early.write('无人')
  await enter('u1', 'm1')
  expect(early.read()).toBeNull()
  const first = texts.open('a')
  first.write('甲的')
  expect(held).toEqual({ 'guatu.test.u1.m1.a': '甲的' })
  suspend()
  expect([first.read(), texts.list()]).toEqual([null, []])
  first.write('迟到的')
  await enter('u1', 'm1')
  expect(texts.open('a').read()).toBe('甲的')
})

test('when another person comes, nothing of anybody else is left, and who was there writes nothing more', async () => {
  await enter('u1', 'm1')
  const first = texts.open('a')
  first.write('甲的')
  Object.assign(held, {
    'guatu.other.u1.b': '甲的',
    'guatu.test.u11.a': '别人的',
    stray: '不知谁的',
    'guatu.test.u2.m1.a': '乙的',
  })
  await enter('u2', 'm1')
  first.write('甲后来写的')
  expect(held).toEqual({ 'guatu.test.u2.m1.a': '乙的' })
  expect(texts.open('a').read()).toBe('乙的')
})

test('in another mandate the same person finds nothing of the first, and finds it again there', async () => {
  await enter('u1', 'm1')
  const first = texts.open('a')
  first.write('作为审核员')
  await enter('u1', 'm2')
  expect([first.read(), texts.open('a').read(), texts.list()]).toEqual([null, null, []])
  first.write('迟到的')
  texts.open('a').write('作为专班')
  await enter('u1', 'm1')
  expect(texts.open('a').read()).toBe('作为审核员')
})

test('what was kept before people had several mandates is found in the first', async () => {
  Object.assign(held, { 'guatu.test.u1.a': '以前的' })
  await enter('u1', 'm1')
  expect([texts.open('a').read(), held]).toEqual(['以前的', { 'guatu.test.u1.m1.a': '以前的' }])
})

test('signing out leaves nothing; what is not sent is told before', async () => {
  await enter('u1', 'm1')
  texts.open('a').write('甲的')
  expect(await settleAll()).toEqual(['a没有存上'])
  await leave()
  expect([held, await settleAll()]).toEqual([{}, []])
})

test('a browser that keeps nothing keeps it with the page, for the same person', async () => {
  vi.stubGlobal('localStorage', undefined)
  await enter('u1', 'm1')
  texts.open('a').write('甲的')
  expect([texts.open('a').read(), texts.list()]).toEqual(['甲的', ['a']])
  await enter('u2', 'm1')
  await enter('u1', 'm1')
  expect(texts.list()).toEqual([])
})
