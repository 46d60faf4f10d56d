import { expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import type { Gazette } from './gazette.ts'
import { writeGazette } from './write-gazette.ts'

/** The parts of a written .docx by name. */
async function parts(gazette: Gazette): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const bytes = Buffer.from(await writeGazette(gazette))
  await new Promise<void>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('end', resolve)
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, async (failed, stream) => {
          if (failed) return reject(failed)
          const chunks: Buffer[] = []
          for await (const chunk of stream) chunks.push(chunk)
          found.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
          zip.readEntry()
        }),
      )
      zip.readEntry()
    }),
  )
  return found
}

const letter = {
  head: { issuer: '云溪县人民政府文件', number: '云政发〔2026〕3号' },
  title: '云溪县科技服务提升行动方案',
  blocks: [
    { kind: 'heading', level: 1, text: '一、总体要求' },
    { kind: 'paragraph', text: '到2026年，新建科技服务站12个以上。' },
  ],
  signature: { issuer: '云溪县人民政府', on: '2026-03-02' },
} as const

const twips = (mm: number) => Math.floor((mm / 25.4) * 1440)

test('the page has the margins, the pitch and the first-line indent of the standard', async () => {
  const document = (await parts({ letter })).get('word/document.xml') ?? ''
  expect(document).toContain(
    `w:top="${twips(37)}" w:right="${twips(26)}" w:bottom="${twips(35)}" w:left="${twips(28)}"`,
  )
  expect(document).toContain('w:line="560" w:lineRule="exact"')
  expect(document).toContain('w:firstLineChars="200"')
  expect(document).toMatch(/仿宋_GB2312.*到2026年/u)
  expect(document).toMatch(/黑体[^<]*"\/?>(?:(?!<w:t).)*<w:t[^>]*>一、总体要求/u)
})

test('the date stands without leading zeros', async () => {
  expect((await parts({ letter })).get('word/document.xml')).toContain('2026年3月2日')
})

test('odd and even pages number themselves at their outer edge', async () => {
  const all = await parts({ letter })
  expect(all.get('word/settings.xml')).toContain('evenAndOddHeaders')
  const footers = [...all].filter(([name]) => /footer\d\.xml$/u.test(name)).map(([, text]) => text)
  expect(footers.map((text) => /w:jc w:val="(\w+)"/u.exec(text)?.[1]).sort()).toEqual(['left', 'right'])
})

test('a mark stands small and grey below the page number, which keeps its place; the page is as without it', async () => {
  const mark = '审计链 128:9f3c-20ab-1c4d-77e0-0a1b-5c6d-8e9f-0011'
  const [plain, marked] = [await parts({ letter }), await parts({ letter, mark })]
  const footers = [...marked].filter(([name]) => /footer\d\.xml$/u.test(name)).map(([, text]) => text)
  for (const text of footers) expect(text).toMatch(/PAGE.*w:line="180" w:lineRule="exact".*999999.*审计链 128:9f3c/u)
  const footerOf = (all: Map<string, string>) =>
    Number(/w:footer="(\d+)"/u.exec(all.get('word/document.xml') ?? '')?.[1])
  expect(footerOf(plain) - footerOf(marked)).toBe(180)
  expect(marked.get('word/document.xml')?.replace(/w:footer="\d+"/u, '')).toBe(
    plain.get('word/document.xml')?.replace(/w:footer="\d+"/u, ''),
  )
})

test('every face is named together with what may stand in for it', async () => {
  const fonts = (await parts({ letter })).get('word/fontTable.xml') ?? ''
  for (const name of ['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体', '宋体'])
    expect(fonts).toContain(`w:name="${name}"><w:altName`)
})

test('a sheet lies across, repeats its header row and joins equal neighbours', async () => {
  const columns = [
    { title: '一级任务', width: 1 },
    { title: '二级任务', width: 2 },
  ]
  const rows = [
    ['甲行动', '设站'],
    ['甲行动', '选派'],
    ['乙行动', '辅导'],
  ]
  const document =
    (await parts({ sheets: [{ paper: 'A3', title: '任务分解表', table: { columns, rows, merged: [0] } }] })).get(
      'word/document.xml',
    ) ?? ''
  expect(document).toMatch(/<w:pgSz w:w="238\d\d" w:h="1683\d" w:orient="landscape"\/>/u)
  expect(document.match(/<w:tblHeader\/>/gu)).toHaveLength(1)
  expect(document.match(/<w:vMerge w:val="(\w+)"\/>/gu)).toEqual([
    '<w:vMerge w:val="restart"/>',
    '<w:vMerge w:val="continue"/>',
    '<w:vMerge w:val="restart"/>',
  ])
})
