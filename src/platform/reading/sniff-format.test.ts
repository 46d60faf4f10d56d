import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { kindsOf, refusalOf, utf8, zip } from './reading.fixture.ts'
import { sniffFormat } from './sniff-format.ts'

const binary = (head: string) => Uint8Array.from([...utf8(head), ...Array.from({ length: 200 }, (_, i) => i % 32)])
const archive = (...names: string[]) => zip(names.map((name) => ({ name, content: utf8('<x/>') })))

test.each([
  ['方案.wps', binary('\u0001\u0002'), '旧版办公软件文件'],
  ['方案.uof', archive('uof.xml', 'content.xml'), '标文通'],
  ['方案.uof', utf8('<?xml version="1.0"?><uof:UOF xmlns:uof="u">'), '标文通'],
  ['方案.ceb', binary('Founder CEB 3.0'), '方正版式文件（.ceb）'],
  ['方案.doc', binary('CEBX'), '方正版式文件（.cebx）'],
  ['方案.pages', archive('Index/Document.iwa', 'preview.jpg'), '苹果电脑'],
  ['方案.caj', binary('HN'), '知网文件'],
  ['方案.pdf', binary('CAJ'), '知网文件'],
  [
    '方案.doc',
    utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="w">'),
    'Word 2003 的 XML',
  ],
  ['方案.xls', utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), 'XML 格式的电子表格'],
  ['方案.bmp', binary('BM6'), '图片（BMP）'],
])('%s is refused by the name of what it is, with what to do', async (name, bytes, kind) => {
  const refused = await refusalOf(name, bytes)
  expect(refused.code).toBe('reading.unsupportedKind')
  expect(refused.message).toContain(kind)
  expect(refused.message).toMatch(/另存为|识别|单位名录/)
})

test('a text that begins with the letters of a strange kind is a text', async () => {
  for (const words of ['CEB标准清单', 'CAJ 下载', 'NH', 'BM地块']) {
    expect((await readDocument({ name: '方案.txt', bytes: utf8(words) })).text).toBe(words)
  }
})

test.each([
  [
    'a macro',
    archive('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
    { names: ['word/document.xml', 'word/vbaProject.bin'], main: undefined, kind: undefined, mimetype: '' },
    { format: 'docx', hasMacros: true },
  ],
  ['a drawing', utf8('<svg onload="x">'), undefined, { format: 'xml' }],
  ['a script', utf8('#!/bin/sh\nrm'), undefined, { format: 'program' }],
])('%s is told', (_, bytes, contents, sniffed) => {
  expect(sniffFormat(bytes, 'a.txt', contents)).toEqual(sniffed)
})

const flat = (body: string) =>
  `<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="p"><pkg:part pkg:name="/_rels/.rels" pkg:contentType="x"><pkg:xmlData><Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>${body}</pkg:xmlData></pkg:part></pkg:package>`

test('a Word file whose parts stand in one XML file is read; cut off, it is torn', async () => {
  const bytes = utf8(
    flat('<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>工作方案</w:t></w:r></w:p></w:body></w:document>'),
  )
  const document = await readDocument({ name: '方案.doc', bytes })
  expect(document.text).toBe('工作方案')
  expect(kindsOf(document)).toEqual(['otherFormat'])
  expect((await refusalOf('方案.doc', bytes.subarray(0, -20))).code).toBe('reading.torn')
})
