import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { desktop, openPage, openSample, phone, settled, signIn } from '../browser.ts'

/** Where the pictures of the readme go; without it none are made: `PICTURES=docs/screenshots npm test -- --project journeys pictures`. */
const folder = process.env['PICTURES']

const pictures: Record<string, { who: string; size: typeof desktop; open: (page: Page) => Promise<unknown> }> = {
  workbench: {
    who: 'office',
    size: desktop,
    open: async (page) => {
      await page.goto('/plans')
      await page.locator('.plan-title a').first().click()
      await page.locator('.task-card').nth(2).getByRole('button').first().click()
    },
  },
  overview: { who: 'office', size: desktop, open: (page) => openSample(page, '总览') },
  chart: { who: 'office', size: desktop, open: (page) => openSample(page, '进度') },
  phone: { who: 'reporter', size: phone, open: (page) => page.goto('/reports') },
}

test.skipIf(folder === undefined).each(Object.entries(pictures))('the readme shows %s', async (name, picture) => {
  const { page } = await openPage(picture.size)
  await signIn(page, picture.who)
  await picture.open(page)
  await settled(page)
  await page.screenshot({ path: `${folder}/${name}.png` })
})
