import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { hex, kindsOf, refusalOf, utf8 } from './reading.fixture.ts'

const read = (bytes: Uint8Array, name = '方案.txt') => readDocument({ name, bytes })

const chinese = fc
  .string({ unit: fc.constantFrom(...'青禾县〔2026〕、，。：（）：5%ABc \r\n\t一二三㐂') })
  .filter((text) => text.trim() !== '')

test('a text in UTF-8, marked or not, is the file character by character', () =>
  fc.assert(
    fc.asyncProperty(chinese, fc.boolean(), async (text, marked) => {
      const document = await read(utf8(marked ? `\ufeff${text}` : text))
      expect(document.text).toBe(text)
      expect(document.encoding).toBe('UTF-8')
    }),
  ))

test('a text in UTF-16 with a mark is the file character by character', () =>
  fc.assert(
    fc.asyncProperty(chinese, fc.boolean(), async (text, little) => {
      const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
      const document = await read(Uint8Array.from(little ? bytes : bytes.swap16()))
      expect(document.text).toBe(text)
      expect(document.encoding).toBe(little ? 'UTF-16LE' : 'UTF-16BE')
    }),
  ))

test('UTF-16 without a mark is known by its zero bytes', async () => {
  const text = '青禾县2026年工作要点\r\n一、到2027年研发投入占比达到2.5%'
  expect((await read(Uint8Array.from(Buffer.from(text, 'utf16le')))).text).toBe(text)
})

test.each([
  ['GBK', 'c7e0bacccfd8b7bdb0b8', '青禾县方案'],
  ['GB18030 with rare characters of four bytes', 'c7e0bacccfd8b7bdb0b8fe9f8139f338', '青禾县方案䶮㐱'],
])('%s is read as GB18030', async (_, digits, text) => {
  const document = await read(hex(digits))
  expect(document).toMatchObject({ text, encoding: 'GB18030', notices: [] })
})

test('a long text in Big5 is told from GB18030', async () => {
  const sentence = 'ab43a5ddbfa4b56fae69a4e8aed7a141b1c0b0cab2a3b77ea4c9afc5a143'
  const document = await read(hex(sentence.repeat(40)))
  expect(document.encoding).toBe('Big5')
  expect(document.text.startsWith('青禾縣發展方案，推動產業升級。')).toBe(true)
})

test('characters lost in a damaged text are counted', async () => {
  const bytes = utf8(`${'到2027年，全县科技型企业达到30家。'.repeat(20)}`)
  bytes[1] = 0xff
  const document = await read(bytes)
  expect(document.encoding).toBe('UTF-8')
  expect(kindsOf(document)).toEqual(['damagedCharacters'])
  expect(document.notices[0]?.message).toContain(`${document.text.split('\ufffd').length - 1} 处字符损坏`)
})

test('a text that speaks of tags stays a text', async () => {
  const text = '网页用 <p> 分段。\n第二行'
  expect(await read(utf8(text))).toMatchObject({ text, mediaType: 'text/plain' })
})

test('the fingerprint is that of the bytes', async () => {
  const document = await read(utf8('abc'))
  expect(document.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test.each([
  ['empty', '方案.txt', new Uint8Array(), 'reading.empty'],
  ['blank', '方案.txt', utf8(' \n\n '), 'reading.noText'],
  ['a picture', '方案.txt', hex('89504e470d0a1a0a00'), 'reading.unsupportedKind'],
  ['unknown bytes', '方案.dat', Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 32), 'reading.unknownKind'],
  ['a RAR archive', '方案.docx', hex('526172211a0700'), 'reading.unsupportedKind'],
])('%s is refused', async (_, name, bytes, code) => {
  expect((await refusalOf(name, bytes)).code).toBe(code)
})

test('limits are said with what to do', async () => {
  const large = await refusalOf('方案.txt', new Uint8Array(50 * 1024 * 1024 + 1))
  expect(large.message).toBe('文件有 50.1 MB，超过 50 MB 的上限。请删去其中的图片或附件，或者拆成几个文件后再提交。')
  const long = await refusalOf('方案.txt', utf8('长'.repeat(11)), { limits: { characters: 10 } })
  expect(long.code).toBe('reading.textTooLong')
  const late = await refusalOf('方案.txt', utf8('长'), { limits: { milliseconds: -1 } })
  expect(late.code).toBe('reading.tookTooLong')
  const cancelled = await refusalOf('方案.txt', utf8('长'), { signal: AbortSignal.abort() })
  expect(cancelled.code).toBe('reading.cancelled')
})

test('rich text under the name .doc is read as what it is', async () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg936{\fonttbl{\f0 SimSun;}}{\*\generator x;}\uc1\'c7\'e0\'ba\'cc\u21439?{\listtext\'d2\'bb\'a1\'a2\tab}A\{b\}\par{\deleted gone}\'b7\'bd\'b0\'b8\cell x\row}`
  const document = await read(utf8(rtf), '方案.doc')
  expect(document.text).toBe('青禾县一、A{b}\n方案\tx')
  expect(kindsOf(document)).toEqual(['otherFormat', 'deletionsDropped'])
  expect((await refusalOf('方案.rtf', utf8(rtf.slice(0, -20)))).code).toBe('reading.torn')
})
