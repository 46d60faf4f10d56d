import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { hex, kindsOf, utf8 } from './reading.fixture.ts'

const read = (markup: string, name = '方案.html') => readDocument({ name, bytes: utf8(markup) })

const body = Array.from(
  { length: 8 },
  (_, i) => `<p>&nbsp;&nbsp;（${i + 1}）青禾县第${i + 1}项工作，到2027年建成${i + 2}个平台。（牵头单位：县科技局）</p>`,
).join('\n')
const bodyLines = Array.from(
  { length: 8 },
  (_, i) => `（${i + 1}）青禾县第${i + 1}项工作，到2027年建成${i + 2}个平台。（牵头单位：县科技局）`,
)

const menus = `<div class="top-nav"><a href="/">首页</a><a href="/zw">政务公开</a><a href="/hd">互动交流</a></div>
  <div class="crumbs">您当前的位置：<a>首页</a> &gt; <a>政务公开</a> &gt; 规划计划</div>`
const foot = `<div class="share">分享到：<a>微信</a></div><div>上一篇：<a>青禾县防汛工作方案</a></div>
  <div class="footer"><p>主办单位：青禾县人民政府办公室 网站标识码：0000000000</p><p>地址：青禾县文化路1号</p></div>`
const record = `<table><tr><td>索 引 号：</td><td>QH-2026-0001</td><td>主题分类：</td><td>科技</td></tr>
  <tr><td>发文机关：</td><td>青禾县人民政府</td><td>成文日期：</td><td>2026年3月2日</td></tr>
  <tr><td>文　　号：</td><td>青政发〔2026〕1号</td><td>发布日期：</td><td>2026年3月5日</td></tr></table>`
const page = (content: string) => `<!DOCTYPE html><html><head><meta charset="utf-8">
  <title>青禾县创新行动方案_青禾县人民政府网</title><style>p{}</style></head><body>${menus}${content}${foot}
  <script>var a = '方案'</script></body></html>`

test('a known place gives the body, the record stays above it, menus and footers go', async () => {
  const document = await read(page(`${record}<h1>青禾县创新行动方案</h1><div class="TRS_Editor">${body}</div>`))
  expect(document.text.split('\n')).toEqual([
    '索 引 号：\tQH-2026-0001\t主题分类：\t科技',
    '发文机关：\t青禾县人民政府\t成文日期：\t2026年3月2日',
    '文　　号：\t青政发〔2026〕1号\t发布日期：\t2026年3月5日',
    '青禾县创新行动方案',
    ...bodyLines,
  ])
  expect(document.title).toBe('青禾县创新行动方案')
  expect(kindsOf(document)).toEqual(['menusDropped'])
})

test('without a known place the densest part is the body', async () => {
  const document = await read(page(`<div class="x1"><div class="x2">${body}</div></div>`))
  expect(document.text.split('\n')).toEqual(['青禾县创新行动方案', ...bodyLines])
})

test('a notice and its plan in two boxes are both kept', async () => {
  const half = body.indexOf('（5）')
  const content = `<div><div class="TRS_Editor">${body.slice(0, half)}</div><div class="TRS_Editor">${body.slice(half)}</div></div>`
  const document = await read(page(content))
  expect(document.text.split('\n').filter((line) => line.startsWith('（'))).toEqual(bodyLines)
})

test('the date line outside the body is kept for the year', async () => {
  const line = '<div class="source"><span>发布时间：2026-03-05 09:30</span> <span>来源：青禾县科技局</span></div>'
  const document = await read(page(`${line}<div id="zoom">${body}</div>`))
  expect(document.text).toContain('发布时间：2026-03-05 09:30 来源：青禾县科技局')
})

test('tables are rows of cells, merged cells keep the columns, scaffolding tables are no tables', async () => {
  const table = `<table><tr><th>序号</th><th>任务</th><th>牵头单位</th></tr>
    <tr><td rowspan="2">1</td><td><p>建园区</p><p>配设施</p></td><td>县科技局</td></tr><tr><td colspan="2">每季调度</td></tr></table>`
  const fragment = `<table><tr><td>${table}<p>以上由县政府办督办。</p></td></tr></table>`
  expect((await read(fragment)).text.split('\n')).toEqual(
    ['序号\t任务\t牵头单位', '1\t建园区 配设施\t县科技局', '1\t每季调度\t', '以上由县政府办督办。'].map((line) =>
      line.trimEnd(),
    ),
  )
})

test('what a browser numbers is numbered, what it hides is left out, line ends in the source are not blanks', async () => {
  const markup = `<div><ol start="2"><li>建平台</li><li>（三）育企业</li></ol><p style="display: none">草稿</p>
    <p>青禾县科<span>技</span>
    局<br>第二行&#12288;完</p></div>`
  expect((await read(markup)).text.split('\n')).toEqual(['2.建平台', '（三）育企业', '青禾县科技局', '第二行　完'])
})

test('the character set is the page’s own or what the bytes say', async () => {
  const gbk = Buffer.concat([
    Buffer.from('<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><p>'),
    hex('c7e0bacccfd8b7bdb0b8'),
    Buffer.from('</p></body></html>'),
  ])
  const document = await readDocument({ name: '方案.htm', bytes: Uint8Array.from(gbk) })
  expect(document).toMatchObject({ text: '青禾县方案', encoding: 'GB18030' })
})

test('markup kept as entities, and markup inside interface data, are read', async () => {
  const escaped = body.replaceAll('&nbsp;', '').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  expect((await read(escaped)).text.split('\n')).toEqual(bodyLines)
  const json = JSON.stringify({ code: 0, rows: [{ title: '青禾县创新行动方案', content: body }] })
  const document = await read(json, '方案.json')
  expect(document).toMatchObject({ title: '青禾县创新行动方案', mediaType: 'application/json' })
  expect(document.text.split('\n')).toEqual(['青禾县创新行动方案', ...bodyLines])
})

test('a page under the name .doc is read with a notice', async () => {
  expect(kindsOf(await read(page(`<div class="article">${body}</div>`), '方案.doc'))).toContain('otherFormat')
})

test.each([
  ['boxes', '<div>'],
  ['boxes that only look closed', '<div/>'],
  ['lists', '<ul><li>'],
  ['tables', '<table><tr><td>'],
  ['marks of type', '<b><font color="red">'],
  ['boxes kept as entities', '&lt;div &gt;'],
])('a page of %s nested without end is refused by a sentence', async (_, open) => {
  await expect(read(`<html><body>${open.repeat(100_000)}工作方案`)).rejects.toThrow('层层嵌套过深')
})

test('paragraphs, items and cells that are never closed are not nested', async () => {
  const items = Array.from(
    { length: 3000 },
    (_, i) => `<p>第${i}段<ul><li>甲<li>乙</ul><table><tr><td>丙<td>丁</table><br>`,
  )
  expect((await read(`<html><body>${items.join('')}`)).text).toContain('第2999段')
})

test('a cell merged downwards says its words in every row, one merged over both in its first column alone', async () => {
  const table =
    '<table><tr><th>序号</th><th>任务</th><th>单位</th></tr><tr><td>1</td><td>建园区</td><td rowspan="3">县科技局</td></tr><tr><td>2</td><td>引人才</td></tr><tr><td colspan="2">办展会</td></tr><tr><td rowspan="2" colspan="2">合计</td><td>3项</td></tr><tr><td>完</td></tr></table>'
  expect((await read(table)).text.split('\n')).toEqual([
    '序号\t任务\t单位',
    '1\t建园区\t县科技局',
    '2\t引人才\t县科技局',
    '办展会\t\t县科技局',
    '合计\t\t3项',
    '合计\t\t完',
  ])
})

test.each([
  ['<s>5</s>'],
  ['<del cite="x">5</del>'],
  ['<strike><b>5</b></strike>'],
  ['<span style="color:red; text-decoration: underline line-through">5</span>'],
  ['<span style="text-decoration-line:line-through">5</span>'],
])('words struck through by %s are left out and told, inserted ones stay', async (struck) => {
  const document = await read(
    `<p>建成<ins>中试</ins>基地${struck}<u>2</u>家。</p><p style="display:none"><s>密</s></p>`,
  )
  expect(document.text).toBe('建成中试基地2家。')
  expect(kindsOf(document)).toEqual(['wordsLeftOut'])
  expect(document.notices[0]?.message).toContain('“5”')
  expect(document.notices[0]?.message).not.toContain('密')
})

test('what Word hides in a page, and its comments, are left out', async () => {
  const markup = `<p>建园区<span style='mso-hide:all'>密</span><span class=MsoCommentReference>[a1]</span></p><div style='mso-element:comment-list'><p>议</p></div>`
  expect((await read(markup)).text).toBe('建园区')
})
