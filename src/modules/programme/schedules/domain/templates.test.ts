import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compilePlan } from '#compiler/plan/compile-plan.ts'
import { workingCalendar } from '#kernel/calendar.ts'
import { checkTemplate } from './check-template.ts'
import { classifyTask } from './classify-task.ts'
import { compressSteps } from './compress-steps.ts'
import { planSteps } from './plan-steps.ts'
import { aStep } from './schedule.fixture.ts'
import { takeTemplate } from './take-template.ts'
import { scheduleAddedTask, scheduleTask, withDeadline } from './task-schedule.ts'
import { defaultTemplates } from './templates.data.ts'

const calendar = workingCalendar()
const templates = new Map(defaultTemplates.map((template) => [template.key, template]))
const text = readFileSync('seed/sample-plan.txt', 'utf8')
const plan = compilePlan({ file: 'sample-plan.txt', text, today: '2026-02-10' })
const sample = plan.tasks.map((task) => ({
  kind: task.kind,
  title: task.title,
  text: task.text,
  dueOn: task.due?.on ?? null,
  ongoing: task.due?.kind === 'ongoing',
  targets: plan.targets.filter(({ taskId }) => taskId === task.id),
}))
const times = { startOn: '2026-01-01', issuedOn: '2026-02-09', endOn: '2028-12-31' }
const scheduled = sample.map((task) => ({
  task,
  state: scheduleTask(task, { times, today: '2026-02-10', templates }, calendar),
}))

describe('the sample plan', () => {
  const templateOf = new Map(scheduled.map(({ task, state }) => [task.title, state.templateKey]))

  test.each([
    ['建好县科技创新综合服务平台', 'system'],
    ['培育省级以上创新平台', 'quota'],
    ['布局产业中试基地', 'construction'],
    ['壮大高新技术企业队伍', 'quota'],
    ['扩大科技型中小企业规模', 'quota'],
    ['梯度培育专精特新企业', 'quota'],
    ['推动规上企业建研发机构', 'quota'],
    ['组织“揭榜挂帅”', 'challenge'],
    ['加大研发投入力度', 'quota'],
    ['推进种业和山地农机创新', 'quota'],
    ['做大技术市场', 'quota'],
    ['深化产学研合作', 'quota'],
    ['强化知识产权创造和运用', 'quota'],
    ['引进急需紧缺人才', 'quota'],
    ['用好科技特派员和“科技副总”', 'quota'],
    ['培养高技能人才', 'quota'],
    ['开展企业数字化诊断', 'quota'],
    ['完善信息基础设施', 'construction'],
    ['推行惠企政策“免申即享”', 'quota'],
    ['扩大知识价值信用贷款', 'quota'],
    ['设立风险补偿资金池', 'fund'],
    ['落实研发费用加计扣除政策', 'quota'],
    ['创建省级高新技术产业开发区', 'platform'],
    ['拓展产业承载空间', 'construction'],
    ['建设绿色低碳园区', 'construction'],
    ['加强组织领导', 'regular'],
    ['强化资金保障', 'regular'],
    ['严格督导考核', 'regular'],
    ['营造创新氛围', 'regular'],
  ])('%s is planned as %s', (title, template) => {
    expect(templateOf.get(title)).toBe(template)
  })

  test('has dates for every task', () => {
    expect(scheduled.length).toBe(29)
    expect(scheduled.filter(({ state }) => state.failure !== null)).toEqual([])
  })

  test('is planned to the last working day of every deadline', () => {
    for (const { state } of scheduled) {
      const last = state.dates
        .map(({ finishOn }) => finishOn)
        .sort()
        .at(-1)
      expect(last).toBe(calendar.dayAt(calendar.ordinalOf(state.deadlineOn!)))
    }
  })
})

describe('a task by its words', () => {
  const task = { kind: 'task' as const, title: '', text: '', dueOn: null, targets: [] }

  test.each([
    ['制定人才公寓管理办法', 'document'],
    ['编制重点产业技术路线图目录', 'document'],
    ['举办科技成果对接会', 'event'],
    ['举办企业服务平台开放日', 'event'],
    ['创建国家级农业科技示范园', 'platform'],
    ['新建园区污水管网', 'construction'],
    ['建设企业服务平台', 'system'],
    ['设立科技创投基金', 'fund'],
    ['密切部门联系', 'generic'],
  ])('%s is a task of the kind %s', (title, template) => {
    expect(classifyTask({ ...task, title })).toMatchObject({ template })
  })

  test.each<[string, Partial<Parameters<typeof classifyTask>[0]>, string]>([
    ['举办科技活动周', {}, 'event'],
    ['举办科技活动周', { text: '每年举办一次' }, 'yearlyEvent'],
    ['举办培训', { targets: [{ kind: 'cadence', value: 2 }] }, 'event'],
    ['开展科技大赛', {}, 'event'],
    ['开展科技大赛', { text: '年均一场' }, 'yearlyEvent'],
    ['建成省级人才培育基地', {}, 'generic'],
    ['创建省级示范园', {}, 'platform'],
    ['梯度培育省级示范企业', { text: '成功创建一家' }, 'generic'],
    ['提升园区承载能力', { text: '新增标准化厂房' }, 'construction'],
    ['提升园区承载能力', { text: '新增标准化厂房', targets: [{ kind: 'area', value: 2 }, { kind: 'stock', value: 3 }] }, 'quota'],
    ['提升园区承载能力', { text: '新增标准化厂房', targets: [{ kind: 'area', value: 2 }, { kind: 'stock', value: null }] }, 'construction'],
    ['规范市场秩序', { text: '出台管理办法' }, 'document'],
    ['规范市场秩序', { text: '出台管理办法', targets: [{ kind: 'milestone', value: null }] }, 'generic'],
    ['规范市场秩序', { text: '出台管理办法', targets: [{ kind: 'milestone', value: null }], dueOn: '2026-06-30' }, 'document'],
    ['规范市场秩序', { targets: [{ kind: 'stock', value: 3 }] }, 'quota'],
    ['规范市场秩序', { targets: [{ kind: 'stock', value: null }] }, 'generic'],
    ['制定办法', { targets: [{ kind: 'milestone', value: null }] }, 'document'],
    ['制定办法', { kind: 'measure' }, 'regular'],
  ])('%s with %j is of the kind %s', (title, given, template) => {
    expect(classifyTask({ ...task, title, ...given }).template).toBe(template)
  }) // biome-ignore format: a table

  test('says which word or figure decided', () => {
    expect(classifyTask({ ...task, title: '设立风险补偿资金池' }).because).toContain('风险补偿')
    expect(classifyTask({ ...task, targets: [{ kind: 'new_per_year', value: 5 }] }).because).toBe('有每年要完成的目标')
  })
})

describe('a template', () => {
  test.each(defaultTemplates.map((template) => [template.key, template] as const))(
    '%s hangs together',
    (_, template) => {
      expect(() => checkTemplate(template)).not.toThrow()
      const frame = { floorOn: '2026-01-04', deadlineOn: '2028-12-31' }
      expect(planSteps(takeTemplate(template, { frame, prefix: 'r1' }, calendar), frame, calendar).conflict).toBeNull()
    },
  )

  test('that repeats leaves out the nodes its first and last year do not reach', () => {
    const frame = { floorOn: '2026-08-25', deadlineOn: '2027-07-31' }
    const steps = takeTemplate(templates.get('quota')!, { frame, prefix: 'r1' }, calendar)
    expect(steps.map(({ title, notAfter }) => [title, notAfter])).toEqual([
      ['2026年：四季度节点：年度收尾', '2026-12-15'],
      ['2026年：核验数据、年度总结', '2026-12-31'],
      ['2027年：明确年度目标，分解到单位', '2027-03-10'],
      ['2027年：梳理对象和堵点，建立清单', '2027-03-31'],
      ['2027年：二季度节点：对照数字查进度', '2027-06-30'],
      ['2027年：核验数据、年度总结', null],
    ])
    expect(steps.at(-1)!.after).toEqual([steps.at(-2)!.id])
    expect(planSteps(steps, frame, calendar).conflict).toBeNull()
  })
})

describe('a task of three years', () => {
  const frame = { floorOn: '2026-02-09', deadlineOn: '2028-12-31' }
  const planned = (key: string) => {
    const steps = takeTemplate(templates.get(key)!, { frame, prefix: 'r1' }, calendar)
    const { dates } = planSteps(steps, frame, calendar)
    return steps.map((step, i) => ({ ...step, ...dates![i]! }))
  }
  const once = defaultTemplates.filter(({ repeats }) => repeats === 'once').map(({ key }) => key)

  test('names its responsible person in the first weeks and ends by its deadline', () => {
    const [first, , work, , , last] = planned('generic')
    expect(first).toMatchObject({ title: '明确责任人、制定实施计划' })
    expect(first!.finishOn < '2026-04-01').toBe(true)
    expect(work!.finishOn > '2027-01-01' && work!.finishOn < '2028-01-01').toBe(true)
    expect(last!.finishOn).toBe('2028-12-29')
  })

  test.each(once)('from %s begins in the first half year, each step after those it waits for', (key) => {
    const steps = planned(key)
    expect(steps.map(({ startOn }) => startOn).sort()[0]! < '2026-08-09').toBe(true)
    for (const { after, startOn, days } of steps)
      for (const id of after) {
        const { finishOn } = steps.find((one) => one.id === id)!
        expect(days === 0 ? finishOn <= startOn : finishOn < startOn).toBe(true)
      }
  })

  test('no step of a template claims a figure that only reports can say', () => {
    const claims = /过半|四分之三|全部完成|\d|累计/
    expect(defaultTemplates.flatMap(({ steps }) => steps).filter(({ title }) => claims.test(title))).toEqual([])
  })
})

describe('a schedule that does not fit', () => {
  const task = { ...sample[2]!, dueOn: '2026-06-30' }
  const state = scheduleTask(task, { times, today: '2026-02-10', templates }, calendar)
  const frame = { floorOn: state.floorOn, deadlineOn: '2026-06-30' }

  test('keeps its steps and says what cannot hold', () => {
    expect(state).toMatchObject({ dates: [], failure: { why: 'conflict' } })
    expect(state.steps.length).toBe(12)
  })

  test('is compressed just so far that it fits', () => {
    const shorter = compressSteps(state.steps, frame, calendar)!
    expect(planSteps(shorter, frame, calendar).conflict).toBeNull()
    expect(
      shorter.every(({ days }, i) => days >= Math.min(1, state.steps[i]!.days) && days <= state.steps[i]!.days),
    ).toBe(true)
    const longest = shorter.map((step) => ({ ...step, days: step.days && step.days + 2 }))
    expect(planSteps(longest, frame, calendar).conflict).not.toBeNull()
  })

  test('cannot be compressed below a day each', () => {
    const steps = Array.from({ length: 9 }, (_, i) => aStep({ id: `s${i}`, after: i === 0 ? [] : [`s${i - 1}`] }))
    expect(compressSteps(steps, { floorOn: '2026-02-09', deadlineOn: '2026-02-13' }, calendar)).toBeUndefined()
  })
})

describe('a task decided outside the plan', () => {
  const task = { ...sample[0]!, title: '举办企业开放日', text: '', dueOn: '2026-05-29', targets: [] }
  const known = { times, today: '2026-05-06', templates }

  test('begins with that day, its steps shortened alike where the time is short', () => {
    const state = scheduleAddedTask(task, known, calendar)
    expect(state).toMatchObject({ templateKey: 'event', floorOn: '2026-05-06', failure: null, isCompressed: true })
    expect(state.dates.every(({ startOn }) => startOn >= '2026-05-06')).toBe(true)
    expect(scheduleAddedTask({ ...task, dueOn: '2026-12-31' }, known, calendar).isCompressed).toBe(false)
  })

  test('with a deadline of today says what is missing', () => {
    expect(scheduleAddedTask({ ...task, dueOn: '2026-05-06' }, known, calendar).failure?.why).toBe('conflict')
  })
})

describe('a deadline', () => {
  test('nobody gave is not guessed', () => {
    const task = { ...sample[0]!, kind: 'task' as const, dueOn: null, targets: [], text: '推进有关工作。' }
    const endless = { ...times, endOn: null }
    expect(scheduleTask(task, { times: endless, today: '2026-02-10', templates }, calendar)).toMatchObject({
      deadlineOn: null,
      failure: { why: 'noDeadline' },
    })
  })

  test('of the plan holds for a task that has none of its own, and says so', () => {
    const task = { ...sample[0]!, kind: 'task' as const, dueOn: null, targets: [], text: '推进有关工作。' }
    expect(scheduleTask(task, { times, today: '2026-02-10', templates }, calendar)).toMatchObject({
      deadlineOn: times.endOn,
      deadlineFrom: 'programme',
    })
  })

  test('that moves takes the schedule along and frees nodes behind it', () => {
    const { state } = scheduled.find(({ task }) => task.title === '梯度培育专精特新企业')!
    const earlier = withDeadline(state, { on: '2028-10-31', from: 'task' }, calendar)
    expect(earlier.failure).toBeNull()
    expect(
      earlier.dates
        .map(({ finishOn }) => finishOn)
        .sort()
        .at(-1),
    ).toBe('2028-10-31')
  })
})
