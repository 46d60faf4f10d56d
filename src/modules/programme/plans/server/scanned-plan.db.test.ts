import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { openCounty } from '../../../../../test/county.ts'
import { planContract } from '../contract.ts'
import { compilations } from './tables.ts'

// Recognition runs in a process of its own, which compiles the sources when it starts.
vi.setConfig({ testTimeout: 180_000 })

const { system, people } = await openCounty()
const scan = readFileSync(new URL('../../../../platform/recognition/fixtures/scan.pdf', import.meta.url))

const find = async (id: string) =>
  (await system.call(planContract.listHandIns, people.office, {})).find((one) => one.id === id)

test('a reading that is stopped leaves no plan, and what has ended is not stopped', async () => {
  const { id } = await system.call(planContract.handInFile, people.office, {}, { name: '停止.pdf', bytes: scan })
  while (!(await find(id))?.stage.startsWith('识别'));
  const stopped = await system.call(planContract.stopHandIn, people.office, { handInId: id })
  expect(stopped.state).toBe('stopped')
  await system.background.idle()
  expect(await find(id)).toMatchObject({ state: 'stopped', planId: null, refusal: null })
  expect(await system.call(planContract.listPlans, people.office, {})).toEqual([])
  const again = system.call(planContract.stopHandIn, people.office, { handInId: id })
  await expect(again).rejects.toMatchObject({ code: 'plans.handInEnded' })
})

test('a scanned plan handed in becomes a draft like any other, and what was unsure stands among its problems', async () => {
  const stages = new Set<string>()
  const { id } = await system.call(planContract.handInFile, people.office, {}, { name: '方案.pdf', bytes: scan })
  const idle = system.background.idle().then(() => true)
  while (!(await Promise.race([idle, find(id).then((seen) => stages.add(seen?.stage ?? '') && false)])));
  expect([...stages]).toContain('识别第 1 页')
  const done = await find(id)
  expect(done).toMatchObject({ state: 'done', planTitle: '青禾县科技创新提升行动方案' })
  const planId = done?.planId ?? ''
  const view = await system.call(planContract.getPlan, people.office, { planId })
  expect(view.plan.tasks.flatMap(({ leads }) => leads.map(({ name }) => name))).toContain('县科学技术局')
  expect(view.notices.map(({ kind }) => kind)).toContain('recognised')
  expect(view.plan.source.recognisedPages).toEqual([1])

  const at = view.plan.source.text.indexOf('62')
  const picture = 'data:image/webp;base64,AAAA'
  const doubt = {
    kind: 'doubtfulFigure',
    message: '“62”认得不准，请对照原件核对。',
    span: [at, at + 2],
    picture,
  } as const
  await system.runtime.db
    .update(compilations)
    .set({ notices: [...view.notices.map((each) => ({ ...each, kind: 'recognised' as const })), doubt] })
  const doubted = await system.call(planContract.getPlan, people.office, { planId })
  expect(doubted.problems).toContainEqual({
    code: 'GT304',
    severity: 'warning',
    message: doubt.message,
    span: [at, at + 2],
    picture,
    accepted: null,
  })
  expect(doubted.notices.map(({ kind }) => kind)).not.toContain('doubtfulFigure')
})
