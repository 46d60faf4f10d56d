import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { openCounty } from '../../../../../test/county.ts'
import { type PlanView, planContract } from '../contract.ts'
import { inventedPlan, inventedSecondIssue } from './invented-plan.fixture.ts'
import { resumeHandIns } from './read-hand-in.ts'
import { handIns } from './tables.ts'

const { system, people } = await openCounty()
const { office } = people

/** Hands in a text and waits until it is compiled. */
async function handIn(text: string, title?: string) {
  const receipt = await system.call(planContract.handInText, office, { text, ...(title && { title }) })
  await system.background.idle()
  const done = (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === receipt.id)
  if (!done) throw new Error('the receipt is gone')
  return done
}

const open = (planId: string) => system.call(planContract.getPlan, office, { planId })
const titles = (view: PlanView) => view.plan.tasks.filter((task) => task.kind === 'task').map((task) => task.title)
const titleSpan = (view: PlanView, title: string) => view.plan.tasks.find((task) => task.title === title)!.titleSpan

/** A fresh copy of the invented plan, told apart by a line at its end. */
let copies = 0
const newDraft = async () => open((await handIn(`${inventedPlan}\n（第${++copies}份）`)).planId!)

describe('handing in', () => {
  test('a reading that was cut is taken up once more, then set aside with a sentence', async () => {
    const { id } = await handIn(`${inventedPlan}\n（中断的一份）`)
    const cut = async (attempts: number) => {
      await system.runtime.db
        .update(handIns)
        .set({ state: 'reading', planId: null, attempts })
        .where(eq(handIns.id, id))
      await resumeHandIns(system.planPorts)
      return (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === id)
    }
    expect(await cut(1)).toMatchObject({ state: 'duplicate', attempts: 2 })
    expect(await cut(2)).toMatchObject({
      state: 'refused',
      attempts: 2,
      refusal: expect.stringContaining('识读两次都没有完成'),
    })
  })

  test('a pasted plan becomes a draft with its tasks, targets and cadence', async () => {
    const done = await handIn(inventedPlan)
    expect(done).toMatchObject({ state: 'done', planTitle: '澄禾县科技惠农行动方案（2026—2028年）' })
    const view = await open(done.planId!)
    expect(view).toMatchObject({
      state: 'draft',
      number: '澄政办发〔2026〕9号',
      period: { start: '2026-01-01', end: '2028-12-31' },
    })
    expect(titles(view)).toEqual(['建设科技服务站', '选派科技特派员', '推广新品种'])
    const figures = view.plan.targets.filter((target) => target.kind !== 'cadence')
    expect(figures.map((target) => [target.value, target.unit])).toEqual([
      [12, '个'],
      [30, '名'],
      [5, '万亩'],
    ])
    expect(view.plan.cadences).toHaveLength(1)
  })

  test('the same text again is recognised, whatever its spacing and file', async () => {
    const first = await handIn(inventedPlan)
    const again = await handIn(inventedPlan.replaceAll('\n\n', '\r\n'), '另一个名字')
    expect(again).toMatchObject({ state: 'duplicate', planId: first.planId })
  })

  test('a file that cannot be read is refused with what to do next, and kept', async () => {
    const file = { name: '扫描件.pdf', bytes: new TextEncoder().encode('%PDF-1.7 不是真的') }
    const receipt = await system.call(planContract.handInFile, office, {}, file)
    await system.background.idle()
    const refused = (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === receipt.id)
    expect(refused).toMatchObject({ state: 'refused', planId: null })
    expect(refused!.refusal).toMatch(/请/)
  })
})

describe('correcting', () => {
  test('a correction is kept apart with who, before and after, and can be undone', async () => {
    const draft = await newDraft()
    const at = titleSpan(draft, '推广新品种')
    const corrected = await system.call(planContract.correctPlan, office, {
      planId: draft.id,
      revision: draft.revision,
      correction: { kind: 'retitleTask', at, title: '推广水稻新品种' },
    })
    expect(titles(corrected)).toContain('推广水稻新品种')
    expect(corrected.corrections).toMatchObject([
      { title: '改任务名称', before: '推广新品种', after: '推广水稻新品种', madeBy: '测试office', lost: false },
    ])
    const correctionId = corrected.corrections[0]!.id
    const undone = await system.call(planContract.undoCorrection, office, {
      planId: draft.id,
      revision: corrected.revision,
      correctionId,
    })
    expect(titles(undone)).toContain('推广新品种')
    expect(undone.corrections).toEqual([])
  })

  test('corrections survive compiling again', async () => {
    const draft = await newDraft()
    const at = titleSpan(draft, '选派科技特派员')
    const correction = { kind: 'addAgency', at, name: '县人社局', role: 'participant' } as const
    const corrected = await system.call(planContract.correctPlan, office, {
      planId: draft.id,
      revision: draft.revision,
      correction,
    })
    const again = await system.call(planContract.recompilePlan, office, {
      planId: draft.id,
      revision: corrected.revision,
    })
    const task = again.plan.tasks.find((one) => one.title === '选派科技特派员')
    expect(task?.participants.map((agency) => agency.name)).toContain('县人社局')
    expect(again.names.find((one) => one.name === '县人社局')?.match.agencyId).toBeNull()
  })

  test('two clerks do not overwrite each other', async () => {
    const draft = await newDraft()
    const at = titleSpan(draft, '推广新品种')
    const change = (title: string) =>
      system.call(planContract.correctPlan, office, {
        planId: draft.id,
        revision: draft.revision,
        correction: { kind: 'retitleTask', at, title },
      })
    await change('推广早稻新品种')
    await expect(change('推广晚稻新品种')).rejects.toThrow('刚被别人修改过')
  })

  test('a correction that finds nothing is refused and leaves nothing', async () => {
    const draft = await newDraft()
    const correction = { kind: 'dropTask', at: [0, 2] as [number, number] } as const
    await expect(
      system.call(planContract.correctPlan, office, { planId: draft.id, revision: draft.revision, correction }),
    ).rejects.toThrow('没有找到要改的内容')
    expect(await open(draft.id)).toMatchObject({ revision: draft.revision, corrections: [] })
  })
})

describe('agency names', () => {
  test('an unknown agency blocks publishing until it is settled on the spot, and the register knows it from then on', async () => {
    const draft = await newDraft()
    const at = titleSpan(draft, '推广新品种')
    const correction = { kind: 'addAgency', at, name: '县种业发展中心', role: 'lead' } as const
    const named = await system.call(planContract.correctPlan, office, {
      planId: draft.id,
      revision: draft.revision,
      correction,
    })
    expect(named.can.publishPlan).toMatchObject({ allowed: false })
    const settlements = [{ as: 'new' as const, name: '县种业发展中心', standardName: '澄禾县种业发展中心' }]
    const settled = await system.call(planContract.settleNames, office, { planId: draft.id, settlements })
    expect(settled.names.find((one) => one.name === '县种业发展中心')?.match).toMatchObject({ kind: 'alias' })
    expect(
      settled.problems.filter((one) => one.message.includes('县种业发展中心') && one.severity === 'error'),
    ).toEqual([])
  })
})

describe('publishing', () => {
  test('errors are mended or accepted with a reason; of a published plan corrections are proposed', async () => {
    let draft = await newDraft()
    const at = titleSpan(draft, '推广新品种')
    const correction = { kind: 'addAgency', at, name: '某某协调小组', role: 'lead' } as const
    draft = await system.call(planContract.correctPlan, office, {
      planId: draft.id,
      revision: draft.revision,
      correction,
    })
    const publish = (revision: number) =>
      system.call(planContract.publishPlan, office, { planId: draft.id, revision, newIssueOf: null })
    await expect(publish(draft.revision)).rejects.toThrow('个错误没有处理')
    for (const { code, span } of draft.problems.filter((one) => one.severity === 'error')) {
      draft = await system.call(planContract.acceptProblem, office, {
        planId: draft.id,
        revision: draft.revision,
        code,
        at: span,
        reason: '待机构改革后确认',
      })
    }
    expect(draft.can.publishPlan).toEqual({ allowed: true, reason: null })
    expect(await publish(draft.revision)).toMatchObject({ version: 1 })
    const closed = await open(draft.id)
    expect(closed).toMatchObject({ state: 'published', publishedBy: '测试office' })
    const late = { planId: draft.id, revision: closed.revision, correction: { kind: 'dropTask', at } as const }
    expect(await system.call(planContract.correctPlan, office, late)).toMatchObject({ state: 'published', proposed: 1 })
  })

  test('a new issue supersedes the one in force and shows what it changes', async () => {
    const first = await newDraft()
    await system.call(planContract.publishPlan, office, {
      planId: first.id,
      revision: first.revision,
      newIssueOf: null,
    })
    const second = await open((await handIn(`${inventedSecondIssue}\n（第${++copies}份）`)).planId!)
    expect(second.earlierIssues.find((one) => one.planId === first.id)).toMatchObject({ likely: true })
    const published = await system.call(planContract.publishPlan, office, {
      planId: second.id,
      revision: second.revision,
      newIssueOf: first.id,
    })
    expect(published.version).toBe(2)
    const { state, revision, plan } = await open(first.id)
    expect(state).toBe('superseded')
    const late = { planId: first.id, revision, correction: { kind: 'dropTask', at: plan.tasks[0]!.span } as const }
    await expect(system.call(planContract.correctPlan, office, late)).rejects.toThrow('已被新版替代')
    const { diff } = await system.call(planContract.comparePlans, office, { planId: second.id, otherId: first.id })
    expect(diff.tasks.filter((item) => item.kind === 'added').map((item) => item.after?.title)).toEqual([
      '培育种业企业',
    ])
    expect(diff.tasks.filter((item) => item.kind === 'dropped').map((item) => item.before?.title)).toEqual([
      '选派科技特派员',
    ])
  })

  test('a new issue keeps the readings settled in the one in force', async () => {
    const text = `${inventedPlan.replace('推广面积', '办结时间由9天压缩至3天,推广面积')}\n（第${++copies}份）`
    const first = await open((await handIn(text)).planId!)
    const asked = first.plan.targets.find(({ accrualOther }) => accrualOther !== null)!
    expect(asked).toMatchObject({ accrual: 'standing', accrualOther: 'always' })
    const { revision } = await system.call(planContract.correctPlan, office, {
      planId: first.id,
      revision: first.revision,
      correction: { kind: 'settleAccrual', at: asked.clause.span, figures: [asked.valueSpan], accrual: 'always' },
    })
    await system.call(planContract.publishPlan, office, { planId: first.id, revision, newIssueOf: null })
    const second = await open((await handIn(text.replace('12个以上', '15个以上'))).planId!)
    const input = { planId: second.id, revision: second.revision, newIssueOf: first.id }
    await system.call(planContract.publishPlan, office, input)
    const { plan, corrections } = await open(second.id)
    expect(plan.targets.find(({ unit }) => unit === '天')).toMatchObject({ accrual: 'always', accrualOther: null })
    expect(corrections).toHaveLength(1)
  })

  test('a draft can be discarded with a reason; then the text may be handed in again', async () => {
    const draft = await newDraft()
    await system.call(planContract.discardPlan, office, {
      planId: draft.id,
      revision: draft.revision,
      reason: '递错了文件',
    })
    const again = await handIn(draft.plan.source.text)
    expect(again.state).toBe('done')
    expect(again.planId).not.toBe(draft.id)
  })

  test('the file handed in comes back byte for byte', async () => {
    const bytes = new TextEncoder().encode(`${inventedPlan}\n（原文件）`)
    const receipt = await system.call(planContract.handInFile, office, {}, { name: '方案.txt', bytes })
    await system.background.idle()
    const done = (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === receipt.id)
    const file = await system.call(planContract.getOriginal, office, { planId: done!.planId! })
    expect(file).toMatchObject({ name: '方案.txt', bytes: Buffer.from(bytes) })
  })
})

test('a plan of another county does not exist for this one', async () => {
  const draft = await newDraft()
  const stranger = { ...office, divisionCode: '470327' }
  await expect(system.call(planContract.getPlan, stranger, { planId: draft.id })).rejects.toThrow('没有这份规划')
})
