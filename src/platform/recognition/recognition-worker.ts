import { passOverLeftovers } from '#platform/threads/pass-over-leftovers.ts'
import { boundMemory } from './bound-memory.ts'
import { openScan, type Scan } from './open-scan.ts'
import { recognisePage } from './recognise-page.ts'
import { openRecogniser, type Recogniser } from './recogniser.ts'
import type { Answer, Order } from './recognition-messages.ts'

/** The process that recognises the pages of one file, one at a time; it ends with its parent. */
passOverLeftovers()
process.on('disconnect', () => process.exit())

let opened: Promise<{ scan: Scan; recogniser: Recogniser }> | undefined

process.on('message', (order: Order) => {
  if (order.type === 'open') {
    boundMemory(order.maxMegabytes)
    opened = Promise.all([openScan(order.bytes, order.kind), openRecogniser()]).then(([scan, recogniser]) => ({
      scan,
      recogniser,
    }))
    return
  }
  void answerTo(order.page).then((page) => process.send?.({ page } satisfies Answer))
})

async function answerTo(page: number): Promise<Answer['page']> {
  if (!opened) return undefined
  const { scan, recogniser } = await opened
  try {
    return await recognisePage(await scan.page(page), page, recogniser)
  } catch {
    // Told by its number: one bad page must not cost the others.
    return undefined
  }
}
