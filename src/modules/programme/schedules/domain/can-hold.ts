import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { Constraint } from './conflict.ts'
import { firstOn } from './earliest-dates.ts'

interface Window {
  days: number
  start: number
  finish: number
  next: string[]
}

/**
 * Whether constraints can hold together, taken by themselves: a step whose duration is not among them takes no time,
 * floor and deadline hold for every step that is named, and a deadline before the floor holds for none.
 */
export function canHold(constraints: readonly Constraint[], calendar: WorkingCalendar): boolean {
  const floor = constraints.find(({ kind }) => kind === 'floor')
  const deadline = constraints.find(({ kind }) => kind === 'deadline')
  if (floor?.kind === 'floor' && deadline?.kind === 'deadline' && floor.on > deadline.on) return false
  const windows = windowsOf(constraints, calendar)
  const waiting = new Map([...windows.keys()].map((id) => [id, 0]))
  for (const { next } of windows.values()) for (const id of next) waiting.set(id, (waiting.get(id) ?? 0) + 1)
  const ready = [...waiting].flatMap(([id, count]) => (count === 0 ? [id] : []))
  for (const id of ready) {
    const window = windows.get(id)
    if (!window) continue
    if (window.start + window.days - 1 > window.finish) return false
    for (const behind of window.next) {
      const later = windows.get(behind)
      if (later) later.start = Math.max(later.start, window.start + window.days)
      const left = (waiting.get(behind) ?? 0) - 1
      waiting.set(behind, left)
      if (left === 0) ready.push(behind)
    }
  }
  return ready.length === windows.size
}

function windowsOf(constraints: readonly Constraint[], calendar: WorkingCalendar): Map<string, Window> {
  const windows = new Map<string, Window>()
  const windowOf = (id: string): Window => {
    const known = windows.get(id) ?? { days: 0, start: -Infinity, finish: Infinity, next: [] }
    windows.set(id, known)
    return known
  }
  for (const one of constraints) {
    if (one.kind === 'duration') windowOf(one.stepId).days = one.workingDays
    if (one.kind === 'order') {
      windowOf(one.next)
      windowOf(one.stepId).next.push(one.next)
    }
  }
  for (const one of constraints) applyDays(one, windowOf, calendar)
  const all = [...windows.values()]
  for (const one of constraints) {
    if (one.kind === 'floor') for (const each of all) each.start = Math.max(each.start, firstOn(calendar, one.on))
    if (one.kind === 'deadline') for (const each of all) each.finish = Math.min(each.finish, calendar.ordinalOf(one.on))
  }
  return windows
}

const raise = (window: Window, start: number) => {
  window.start = Math.max(window.start, start)
}

const lower = (window: Window, finish: number) => {
  window.finish = Math.min(window.finish, finish)
}

function applyDays(one: Constraint, windowOf: (id: string) => Window, calendar: WorkingCalendar): void {
  if (one.kind === 'notBefore') raise(windowOf(one.stepId), firstOn(calendar, one.on))
  if (one.kind === 'notAfter') lower(windowOf(one.stepId), calendar.ordinalOf(one.on))
  if (one.kind === 'done') raise(windowOf(one.next), calendar.ordinalOf(one.on) + 1)
  if (one.kind !== 'pin') return
  const window = windowOf(one.stepId)
  const on = calendar.ordinalOf(one.on)
  raise(window, one.edge === 'start' ? on : on - window.days + 1)
  lower(window, one.edge === 'finish' ? on : on + window.days - 1)
}
