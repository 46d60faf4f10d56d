import type { CompiledPlan, PlanTask } from '#compiler/compiled-plan.ts'
import type { Span } from '#kernel/span.ts'
import type { Correction } from './correction.ts'
import { addedId, findTask } from './find-element.ts'

type Of<K extends Correction['kind']> = Extract<Correction, { kind: K }>

/** Every function here returns the plan with the change, or undefined when the words it points at hold no such task. */

export function replaceTask(
  plan: CompiledPlan,
  at: Span,
  change: (task: PlanTask) => PlanTask,
): CompiledPlan | undefined {
  const found = findTask(plan, at)
  if (!found) return undefined
  return { ...plan, tasks: plan.tasks.map((task) => (task === found ? change(task) : task)) }
}

export const retitleTask = (plan: CompiledPlan, { at, title }: Of<'retitleTask'>) =>
  replaceTask(plan, at, (task) => ({ ...task, title }))

export const changeTaskKind = (plan: CompiledPlan, { at, taskKind }: Of<'changeTaskKind'>) =>
  replaceTask(plan, at, (task) => ({ ...task, kind: taskKind }))

export const changeDue = (plan: CompiledPlan, { at, on, text }: Of<'changeDue'>) =>
  replaceTask(plan, at, (task) => {
    if (on === null && text === '') return { ...task, due: null }
    return {
      ...task,
      due: {
        text: text || (on ?? ''),
        span: task.due?.span ?? task.titleSpan,
        on,
        kind: on === null ? 'ongoing' : 'day',
      },
    }
  })

/** What was taken for a task was none: its targets stay with the plan. */
export function dropTask(plan: CompiledPlan, { at }: Of<'dropTask'>): CompiledPlan | undefined {
  const found = findTask(plan, at)
  if (!found) return undefined
  const targets = plan.targets.map((target) => (target.taskId === found.id ? { ...target, taskId: null } : target))
  return { ...plan, tasks: plan.tasks.filter((task) => task !== found), targets }
}

/** The words at `at` become a task of their own, in the section they stand in; targets within them that had no task become its. */
export function addTask(plan: CompiledPlan, { at, title, taskKind }: Of<'addTask'>): CompiledPlan | undefined {
  const [start, end] = at
  if (end > plan.source.text.length) return undefined
  const neighbour = plan.tasks.findLast((task) => task.span[0] <= start)
  const id = addedId('task', at)
  const added: PlanTask = {
    id,
    kind: taskKind,
    sectionId: neighbour?.sectionId ?? null,
    path: neighbour?.path ?? [],
    number: '',
    title,
    text: plan.source.text.slice(start, end),
    mode: 'none',
    leads: [],
    participants: [],
    due: null,
    span: at,
    titleSpan: at,
  }
  const within = ([a, b]: Span) => start <= a && b <= end
  const targets = plan.targets.map((target) =>
    target.taskId === null && within(target.valueSpan) ? { ...target, taskId: id } : target,
  )
  return { ...plan, tasks: inOrder([...plan.tasks, added]), targets }
}

/** One task out of several: the first keeps its title, all agencies and targets go to it. */
export function mergeTasks(plan: CompiledPlan, { at, others }: Of<'mergeTasks'>): CompiledPlan | undefined {
  const first = findTask(plan, at)
  const rest = others.map((other) => findTask(plan, other)).filter((task) => task !== undefined && task !== first)
  if (!first || rest.length < others.length) return undefined
  const merged = rest.reduce<PlanTask>((sum, task) => (task ? mergeTwo(sum, task) : sum), first)
  const gone = new Set(rest.map((task) => task?.id))
  const tasks = plan.tasks.filter((task) => !gone.has(task.id)).map((task) => (task === first ? merged : task))
  const targets = plan.targets.map((target) =>
    target.taskId !== null && gone.has(target.taskId) ? { ...target, taskId: first.id } : target,
  )
  return { ...plan, tasks, targets }
}

function mergeTwo(a: PlanTask, b: PlanTask): PlanTask {
  const leads = withoutRepeats([...a.leads, ...b.leads])
  const led = new Set(leads.map((agency) => agency.name))
  const participants = withoutRepeats([...a.participants, ...b.participants]).filter((agency) => !led.has(agency.name))
  const span: Span = [Math.min(a.span[0], b.span[0]), Math.max(a.span[1], b.span[1])]
  const text = `${a.text}\n${b.text}`
  return {
    ...a,
    text,
    span,
    leads,
    participants,
    mode: modeOf(leads.length, participants.length),
    due: laterDue(a.due, b.due),
  }
}

/** The whole is done when its last part is. */
function laterDue(a: PlanTask['due'], b: PlanTask['due']): PlanTask['due'] {
  if (!a?.on || !b?.on) return a ?? b
  return a.on >= b.on ? a : b
}

const withoutRepeats = <T extends { name: string }>(agencies: readonly T[]): T[] =>
  agencies.filter((agency, i) => agencies.findIndex((other) => other.name === agency.name) === i)

/** From `offset` on the words are a task of their own, with the same agencies; targets go where their figures stand. */
export function splitTask(plan: CompiledPlan, { at, offset, title }: Of<'splitTask'>): CompiledPlan | undefined {
  const whole = findTask(plan, at)
  if (!whole || offset <= whole.titleSpan[1] || offset >= whole.span[1]) return undefined
  const cut = plan.source.text.slice(whole.span[0], offset)
  const rest: Span = [offset, whole.span[1]]
  const id = addedId('task', rest)
  const first: PlanTask = { ...whole, text: cut, span: [whole.span[0], offset] }
  const second: PlanTask = {
    ...whole,
    id,
    number: '',
    title,
    text: plan.source.text.slice(...rest),
    span: rest,
    titleSpan: rest,
  }
  const tasks = plan.tasks.flatMap((task) => (task === whole ? [first, second] : [task]))
  const targets = plan.targets.map((target) =>
    target.taskId === whole.id && target.valueSpan[0] >= offset ? { ...target, taskId: id } : target,
  )
  return { ...plan, tasks, targets }
}

/** Who answers for a task, read from how many are named in which role. */
export function modeOf(leads: number, participants: number): PlanTask['mode'] {
  if (leads > 0) return leads === 1 && participants === 0 ? 'sole' : 'lead'
  return participants > 0 ? 'joint' : 'none'
}

const inOrder = (tasks: PlanTask[]): PlanTask[] => tasks.sort((a, b) => a.span[0] - b.span[0])
