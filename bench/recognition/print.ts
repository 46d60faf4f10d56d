import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const seed = join(import.meta.dirname, '../../seed')
const style = `@page { size: A4; margin: 37mm 26mm 35mm 28mm }
  body { font: 16pt/28pt "Noto Serif CJK SC" } p { text-indent: 2em; margin: 0; text-align: justify }
  h1 { font-size: 22pt; line-height: 34pt; text-align: center } section { page-break-before: always }
  table { border-collapse: collapse; font-size: 12pt; line-height: 17pt; width: 100% } td { border: 1px solid #000; padding: 3px }`

const rowOf = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

/** Pages of running text, then pages of tables: the sample plan and the sample register, set as GB/T 9704 sets them. */
export async function printSample(
  executablePath: string,
): Promise<{ bytes: Uint8Array; body: string[]; rows: string[][] }> {
  const [title = '', ...lines] = readFileSync(join(seed, 'sample-plan.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const agencies = readFileSync(join(seed, 'sample-agencies.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const shown = [title, ...lines.slice(0, 34)]
  const body = shown.map((line, i) => (i === 0 ? `<h1>${line}</h1>` : `<p>${line}</p>`)).join('')
  const heads = ['序号', '单位名称', '编号', '资金', '比例', '时限']
  const pages = [agencies.slice(1, 24), agencies.slice(24, 47)].map((rows, part) => [
    heads,
    ...rows.map((row, i) => {
      const [code = '', name = ''] = row.split('\t')
      const money = `${(i * 37.3 + 5).toFixed(1)}万元`
      return [String(part * 23 + i + 1), name, code, money, `${(i * 7) % 100}.${i % 10}%`, `2026年${(i % 12) + 1}月`]
    }),
  ])
  const tables = pages.map((rows) => `<section><table>${rows.map(rowOf).join('')}</table></section>`)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.setContent(`<meta charset="utf-8"><style>${style}</style>${body}${tables.join('')}`)
  const bytes = new Uint8Array(await page.pdf({ preferCSSPageSize: true }))
  await browser.close()
  return { bytes, body: shown, rows: pages.flat() }
}
