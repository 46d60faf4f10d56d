import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { ScheduleChange } from './change.ts'
import { compressSteps } from './compress-steps.ts'
import { scheduleErrors } from './errors.ts'
import { assertNoFigure, type FigureTarget, withFigures } from './figure-nodes.ts'
import type { RevisionKind, ScheduleState } from './schedule.ts'
import type { Step } from './step.ts'
import { endOf, isMark, startFor } from './step-days.ts'
import { settle, takeSteps } from './task-schedule.ts'
import type { ScheduleTemplate } from './template.ts'

export const kindOfChange: Record<ScheduleChange['kind'], RevisionKind> = {
  moveStep: 'dateMoved',
  freeStep: 'dateFreed',
  addStep: 'stepAdded',
  removeStep: 'stepRemoved',
  editStep: 'stepEdited',
  compress: 'compressed',
  takeTemplate: 'templateTaken',
  addFigures: 'figuresAdded',
}

interface ChangeFacts {
  /** The number the new revision will have; new steps are named after it. */
  number: number
  templates: ReadonlyMap<string, ScheduleTemplate>
  /** Of the task. */
  targets: readonly FigureTarget[]
}

/**
 * What a schedule becomes by a change; preview and change use this same function. A result that is impossible carries its
 * conflict and is not to be stored. Throws the refusals of `scheduleErrors` for a change that makes no sense.
 */
export function applyChange(
  state: ScheduleState,
  change: ScheduleChange,
  facts: ChangeFacts,
  calendar: WorkingCalendar,
): ScheduleState {
  const changed = changedBy(state, change, facts, calendar)
  assertNoFigure(state.steps, changed.steps, facts.targets)
  return changed
}

function changedBy(
  state: ScheduleState,
  change: ScheduleChange,
  facts: ChangeFacts,
  calendar: WorkingCalendar,
): ScheduleState {
  if (change.kind === 'takeTemplate') return retake(state, change, facts, calendar)
  if (change.kind === 'compress') return compress(state, calendar)
  if (change.kind === 'addFigures') return addFigures(state, facts, calendar)
  const steps = changeSteps(state.steps, change, facts.number, calendar)
  return settle({ ...state, steps }, calendar)
}

function addFigures(state: ScheduleState, { number, targets }: ChangeFacts, calendar: WorkingCalendar): ScheduleState {
  const { floorOn, deadlineOn } = state
  if (deadlineOn === null) throw scheduleErrors.noDeadline({})
  const steps = withFigures(state.steps, targets, { frame: { floorOn, deadlineOn }, prefix: `r${number}` })
  if (steps.every((step, i) => step === state.steps[i]) && steps.length === state.steps.length)
    throw scheduleErrors.noFigures({})
  return settle({ ...state, steps }, calendar)
}

type StepChange = Exclude<ScheduleChange, { kind: 'takeTemplate' | 'compress' | 'addFigures' }>

function changeSteps(steps: readonly Step[], change: StepChange, number: number, calendar: WorkingCalendar): Step[] {
  switch (change.kind) {
    case 'moveStep': {
      const { edge, on } = change
      if (!calendar.isWorkingDay(on)) throw scheduleErrors.restDay({ on, before: calendar.add(on, -1) })
      return replace(steps, change.stepId, (step) => pinned(step, { edge, on }, calendar))
    }
    case 'freeStep':
      return replace(steps, change.stepId, (step) => ({ ...step, pin: null }))
    case 'addStep':
      return addStep(steps, change, `r${number}s1`)
    case 'removeStep':
      return removeStep(steps, change.stepId)
    case 'editStep': {
      const { kind: _, stepId, ...rest } = change
      const after = knownAmong(steps, rest.after).filter((id) => id !== stepId)
      insistByHand(getStep(steps, stepId))
      return replace(steps, stepId, (step) => ({ ...step, ...rest, after }))
    }
  }
}

/** A mark has one day, whichever edge is asked for; an end in days of the calendar has to be one some step comes to. */
function pinned(step: Step, { edge, on }: { edge: 'start' | 'finish'; on: string }, calendar: WorkingCalendar): Step {
  if (isMark(step)) return { ...step, pin: { edge: 'finish', on } }
  const nearest = calendar.dayAt(endOf(step, startFor(step, calendar.ordinalOf(on), calendar), calendar))
  if (edge === 'finish' && nearest !== on) throw scheduleErrors.endsOnNone({ on, nearest })
  return { ...step, pin: { edge, on } }
}

/** A step that a figure makes done is not made so, or turned into another, by hand. */
export function insistByHand({ title, claim }: Step): void {
  if (claim !== null) throw scheduleErrors.byFigure({ title, words: claim.words })
}

export function getStep(steps: readonly Step[], stepId: string): Step {
  const step = steps.find(({ id }) => id === stepId)
  if (!step) throw scheduleErrors.stepNotFound({})
  return step
}

function replace(steps: readonly Step[], stepId: string, change: (step: Step) => Step): Step[] {
  const found = getStep(steps, stepId)
  if (found.done) throw scheduleErrors.stepDone({ title: found.title })
  return steps.map((step) => (step === found ? change(step) : step))
}

function knownAmong(steps: readonly Step[], ids: readonly string[]): string[] {
  const wanted = [...new Set(ids)]
  for (const id of wanted) getStep(steps, id)
  return wanted
}

function addStep(steps: readonly Step[], change: Extract<ScheduleChange, { kind: 'addStep' }>, id: string): Step[] {
  if (steps.length >= 200) throw scheduleErrors.tooMany({})
  const { kind: _, before: then, ...own } = change
  const after = knownAmong(steps, change.after)
  const before = knownAmong(steps, then)
  const added: Step = { ...own, id, after, notBefore: null, pin: null, claim: null, done: null }
  const joined = steps.map((step) => (before.includes(step.id) ? { ...step, after: [...step.after, id] } : step))
  const place = Math.max(-1, ...after.map((each) => steps.findIndex((step) => step.id === each)))
  return [...joined.slice(0, place + 1), added, ...joined.slice(place + 1)]
}

/** What waited for the removed step waits for what that one waited for. */
function removeStep(steps: readonly Step[], stepId: string): Step[] {
  const gone = getStep(steps, stepId)
  if (gone.done) throw scheduleErrors.stepDone({ title: gone.title })
  if (steps.length === 1) throw scheduleErrors.lastStep({})
  return steps
    .filter((step) => step !== gone)
    .map((step) =>
      step.after.includes(stepId)
        ? { ...step, after: [...new Set(step.after.flatMap((id) => (id === stepId ? gone.after : [id])))] }
        : step,
    )
}

function compress(state: ScheduleState, calendar: WorkingCalendar): ScheduleState {
  const { floorOn, deadlineOn, steps } = state
  if (deadlineOn === null) throw scheduleErrors.noDeadline({})
  const shorter = compressSteps(steps, { floorOn, deadlineOn }, calendar)
  if (!shorter) throw scheduleErrors.tooTight({})
  return settle({ ...state, steps: shorter }, calendar)
}

function retake(
  state: ScheduleState,
  change: Extract<ScheduleChange, { kind: 'takeTemplate' }>,
  { number, templates, targets }: ChangeFacts,
  calendar: WorkingCalendar,
): ScheduleState {
  const template = templates.get(change.template)
  if (!template) throw scheduleErrors.templateNotFound({})
  const isOpen = state.deadlineFrom === null || state.deadlineFrom === 'office'
  const deadlineOn = isOpen ? (change.deadlineOn ?? state.deadlineOn) : state.deadlineOn
  if (deadlineOn === null) throw scheduleErrors.noDeadline({})
  const frame = { floorOn: state.floorOn, deadlineOn }
  const steps = takeSteps(template, targets, { frame, prefix: `r${number}` }, calendar)
  const head = { templateKey: template.key, templateTitle: template.title, because: '人工选定' }
  return settle(
    { ...state, ...head, steps, deadlineOn, deadlineFrom: isOpen ? 'office' : state.deadlineFrom },
    calendar,
  )
}
