import { expect, test } from 'vitest'
import { ofd, ofdPage, ofdRule, ofdWords } from './ofd.fixture.ts'
import { readDocument } from './read-document.ts'
import { kindsOf, refusalOf } from './reading.fixture.ts'

const read = (bytes: Uint8Array) => readDocument({ name: '方案.ofd', bytes })
const line = (text: string, y: number, more = {}) => ofdWords({ text, x: 28, y, ...more })
const full = '青禾县到二〇二七年建成三十个平台并引进十五家院所'

test('words stand where they are drawn, full lines run on, pages follow each other', async () => {
  const document = await read(
    ofd([
      ofdPage(
        line('一、重点任务', 40) +
          line(full, 50) +
          line(full, 60) +
          line('（一）建园区。', 70) +
          line('（二）引人才。', 80),
      ),
      ofdPage(line('二、保障措施', 40)),
    ]),
  )
  expect(document.text.split('\n')).toEqual([
    '一、重点任务',
    full + full,
    '（一）建园区。',
    '（二）引人才。',
    '二、保障措施',
  ])
  expect(document.pages).toHaveLength(2)
  expect(document).toMatchObject({ mediaType: 'application/ofd', notices: [] })
})

test.each([
  ['gaps one by one', '', 'X="0" Y="5.6" DeltaX="5.6 5.6 5.6"'],
  ['gaps said many times', '', 'X="0" Y="5.6" DeltaX="g 2 5.6 5.6"'],
  ['no gaps', '', 'X="0" Y="5.6"'],
  ['a matrix', 'CTM="0.35 0 0 0.35 0 0"', 'X="0" Y="16" DeltaX="g 3 16"'],
  ['more gaps than characters', '', 'X="0" Y="5.6" DeltaX="g 99999999999 5.6"'],
])('characters by %s', async (_, object, code) => {
  const size = object === '' ? 5.6 : 16
  expect((await read(ofd([ofdPage(line('工作方案', 40, { object, code, size }))]))).text).toBe('工作方案')
})

test('ruled tables are rows of cells, a merged cell stands in every row', async () => {
  const rules =
    [40, 50, 70].map((y) => ofdRule(20, y, 140, y)).join('') +
    ofdRule(70, 60, 140, 60) +
    [20, 70, 140].map((x) => ofdRule(x, 40, x, 70)).join('')
  const words = [
    ['牵头单位', 22, 47],
    ['任务', 72, 47],
    ['县科技局', 22, 62],
    ['建园区', 72, 57],
    ['引人才', 72, 67],
  ] as const
  const drawn = words.map(([text, x, y]) => ofdWords({ text, x, y, size: 4 })).join('')
  expect((await read(ofd([ofdPage(rules + drawn)]))).text.split('\n')).toEqual([
    '牵头单位\t任务',
    '县科技局\t建园区',
    '县科技局\t引人才',
  ])
})

test('the template of a page is drawn with it; a drawing used again stands where it is used', async () => {
  const document = await read(
    ofd(
      [
        ofdPage(line('一、重点任务', 60), '<ofd:Template TemplateID="2" ZOrder="Background"/>').replace(
          '</ofd:Layer>',
          '<ofd:CompositeObject ResourceID="5" Boundary="28 80 100 10"/></ofd:Layer>',
        ),
      ],
      {
        common:
          '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/><ofd:DocumentRes>/Doc_0/Res.xml</ofd:DocumentRes>',
        others: {
          'Doc_0/Tpls/Tpl_0/Content.xml': ofdPage(line('青禾县人民政府文件', 40)),
          'Doc_0/Res.xml': `<Res><CompositeGraphicUnits><CompositeGraphicUnit ID="5"><Content>${ofdWords({ text: '二、保障措施', x: 0, y: 6 })}<CompositeObject ResourceID="5"/></Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>`,
        },
      },
    ),
  )
  expect(document.text.split('\n')).toEqual(['青禾县人民政府文件', '一、重点任务', '二、保障措施'])
})

test('words across the body and words askew are a watermark and told', async () => {
  const mark = ofdWords({ text: '内部资料', x: 30, y: 51, size: 12, inside: '<ofd:FillColor Value="220 220 220"/>' })
  const askew = ofdWords({ text: '请勿外传', x: 90, y: 120, object: 'CTM="0.7 -0.7 0.7 0.7 0 0"' })
  const document = await read(ofd([ofdPage(line(full, 50) + mark + askew)]))
  expect(document.text).toBe(full)
  expect(document.notices[0]?.message).toContain('内部资料')
  expect(document.notices[0]?.message).toContain('请勿外传')
})

test('annotations, seals and attached files are told', async () => {
  const document = await read(
    ofd([ofdPage(line('一、重点任务', 60))], {
      root: '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations><ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>',
      body: '<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>',
      others: {
        'Doc_0/Annots/Annotations.xml':
          '<Annotations><Page PageID="20"><FileLoc>Page_0/Annotation.xml</FileLoc></Page></Annotations>',
        'Doc_0/Annots/Page_0/Annotation.xml': `<PageAnnot><Annot Type="Stamp"><Appearance>${ofdWords({ text: '改为五家', x: 0, y: 6 })}</Appearance></Annot></PageAnnot>`,
        'Doc_0/Attachs/Attachments.xml': '<Attachments><Attachment ID="1" Name="任务清单.xlsx"/></Attachments>',
        'Doc_0/Signs/Signatures.xml':
          '<Signatures><Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/></Signatures>',
      },
    }),
  )
  expect(document.text).toBe('一、重点任务')
  expect(kindsOf(document)).toEqual(['wordsLeftOut', 'partsSkipped', 'imagesSkipped'])
  const said = document.notices.map(({ message }) => message).join('')
  for (const word of ['改为五家', '任务清单.xlsx', '1 处电子印章']) expect(said).toContain(word)
})

test('a page without its part, a page of shapes that say no character, a page of a picture are told', async () => {
  const nameless = line('¤'.repeat(12), 50, {
    inside: '<ofd:CGTransform CodePosition="0" GlyphCount="12"><ofd:Glyphs>1</ofd:Glyphs></ofd:CGTransform>',
  })
  const picture = '<ofd:ImageObject ID="3" ResourceID="4" Boundary="0 0 210 297" CTM="210 0 0 297 0 0"/>'
  const bytes = ofd([ofdPage(line('一、重点任务', 60)), ofdPage(nameless), ofdPage(picture), ''])
  expect(kindsOf(await read(bytes))).toEqual(['pageGarbled', 'pageWithoutText', 'pageUnreadable'])
})

test('the words a scanner recognised under its picture are read with a notice', async () => {
  const picture = '<ofd:ImageObject ID="3" ResourceID="4" Boundary="0 0 210 297"/>'
  const document = await read(ofd([ofdPage(picture + line('一、重点任务', 60, { object: 'Alpha="0"' }))]))
  expect(document.text).toBe('一、重点任务')
  expect(kindsOf(document)).toEqual(['recognisedElsewhere'])
})

test.each([
  ['a scan', ofd([ofdPage('<ofd:ImageObject ID="3" Boundary="0 0 210 297"/>')]), 'reading.scannedWithoutText'],
  ['without its document', ofd([ofdPage('')], { others: { 'Doc_0/Document.xml': '' } }), 'reading.torn'],
  ['locked', ofd([ofdPage('')], { others: { 'Encryptions.xml': '<x/>' } }), 'reading.passwordProtected'],
  ['without pages', ofd([]), 'reading.torn'],
])('%s is refused', async (_, bytes, code) => {
  const refused = await refusalOf('方案.ofd', bytes)
  expect(refused.code).toBe(code)
  expect(refused.message).toMatch(/OFD/)
})

test.each(['1e308', '99999999', 'x', '-1'])(
  'figures no page can hold (%s) cost neither the program nor the other words',
  async (figure) => {
    const odd = ofdWords({ text: '甲乙', x: 30, y: 60 })
    const spoilt = odd.replace('Size="5.6"', `Size="${figure}"`) + odd.replace('Boundary="30', `Boundary="${figure}`)
    expect((await read(ofd([ofdPage(line('一、重点任务', 40) + spoilt)]))).text).toContain('一、重点任务')
  },
)
