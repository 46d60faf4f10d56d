import { readFileSync } from 'node:fs'
import { assemblePages } from '#platform/reading/assemble-pages.ts'
import { openScan } from '#platform/recognition/open-scan.ts'
import { recognisePage } from '#platform/recognition/recognise-page.ts'
import { openRecogniser } from '#platform/recognition/recogniser.ts'

/** In a process of its own, as the program does it: recognises a PDF's pages and prints what came out, how fast and how large. */
const [, , file = '', pages = '1'] = process.argv
const begun = performance.now()
const [scan, recogniser] = await Promise.all([openScan(new Uint8Array(readFileSync(file)), 'pdf'), openRecogniser()])
const opened = performance.now()
const results = []
for (let page = 1; page <= Number(pages); page += 1) {
  const [start, spent] = [performance.now(), process.cpuUsage()]
  const recognised = await recognisePage(await scan.page(page), page, recogniser)
  const milliseconds = performance.now() - start
  const { user, system } = process.cpuUsage(spent)
  const { text, notices } = assemblePages([undefined], { kind: 'PDF 文件', recognition: [{ ...recognised, page: 1 }] })
  results.push({
    text,
    milliseconds,
    processor: user + system,
    doubts: notices.filter(({ kind }) => kind.startsWith('doubtful')).map(({ span }) => span),
  })
}
const megabytes = process.resourceUsage().maxRSS / 1024
process.stdout.write(JSON.stringify({ results, megabytes, opening: opened - begun }), () => process.exit())
