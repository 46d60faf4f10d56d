import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { docx, hex, kindsOf, paragraph, refusalOf, utf8 } from './reading.fixture.ts'

const quoted = (text: string): string =>
  [...utf8(text)]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
    .replaceAll(/(.{72})/g, '$1=\r\n')
const page = '<html><body><p>一、建园区</p><p>二、引人才</p></body></html>'
const message = (...parts: string[]): string =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"; boundary="----=_X"\r\n\r\nThis is a page.\r\n${parts.map((part) => `------=_X\r\n${part}\r\n`).join('')}------=_X--\r\n`
const picture = 'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo='

test.each([
  [
    'in printable signs',
    `Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted(page)}`,
  ],
  [
    'in sixty-fours',
    `Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page).toString('base64')}`,
  ],
  [
    'as it is',
    `Content-Location: file:///C:/a.htm\r\nContent-Type: TEXT/HTML; charset=gb2312\r\n\r\n${page.replace('一、建园区', '1')}`,
  ],
])('a page %s is read, under the name of a Word file too', async (_, part) => {
  const document = await readDocument({ name: '方案.doc', bytes: utf8(message(picture, part)) })
  expect(document.text.split('\n').at(-1)).toBe('二、引人才')
  expect(document.notices[0]?.message).toContain('单个文件网页')
})

test('what the message says of its characters is believed', async () => {
  const head = Buffer.from(
    'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html; charset=big5\n\n<p>',
  )
  const bytes = Buffer.concat([head, hex('ab43a5ddbfa4b56fae69a4e8aed7'), Buffer.from('</p>\n--b--')])
  expect((await readDocument({ name: '方案.mht', bytes: Uint8Array.from(bytes) })).text).toBe('青禾縣發展方案')
})

test('a page in a page file put into a Word file whole stands in its place', async () => {
  const chunk = message(`Content-Type: text/html; charset="utf-8"\r\n\r\n${page}`)
  const document = await readDocument({
    name: '方案.docx',
    bytes: docx(`${paragraph('方案')}<w:altChunk r:id="r0"/>`, {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="r0" Type="x/aFChunk" Target="/word/afchunk.mht"/></Relationships>',
      'word/afchunk.mht': chunk,
    }),
  })
  expect(document.text).toBe('方案\n一、建园区\n二、引人才')
  expect(kindsOf(document)).toEqual([])
})

test.each([
  ['without parts', 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n', 'reading.torn'],
  ['of pictures alone', message(picture), 'reading.noText'],
])('one %s is refused', async (_, source, code) => {
  expect((await refusalOf('方案.mht', utf8(source))).code).toBe(code)
})
