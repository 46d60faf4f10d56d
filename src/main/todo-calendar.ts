import type { Todo } from '#kernel/todo.ts'
import { type CalendarEntry, calendarSource } from '#modules/office/notices/server/index.ts'
import { listProgrammeRows } from '#modules/programme/programmes/server/index.ts'
import { listTodos as listReportTodos } from '#modules/programme/reports/server/index.ts'
import { listTodos as listScheduleTodos } from '#modules/programme/schedules/server/index.ts'
import { listTodos as listOrderTodos } from '#modules/programme/supervision/server/index.ts'

const sources = [listReportTodos, listOrderTodos, listScheduleTodos]

/** What a person has to do by a day: reports, orders, steps. Meetings bring entries of their own. */
export const todoCalendar = calendarSource('todos', async (tx, actor, { from, to, today }) => {
  const entries = new Map<string, CalendarEntry>()
  for (const { id, title } of await listProgrammeRows(tx, actor.divisionCode)) {
    for (const list of sources) {
      for (const todo of await list(tx, actor, id, today)) {
        const { dueOn } = todo
        if (dueOn === null || dueOn < from || dueOn > to) continue
        const uid = `${todo.kind}:${id}:${dueOn}:${todo.link}`
        entries.set(uid, joined(entries.get(uid), { uid, on: dueOn, todo, programme: title }))
      }
    }
  }
  return [...entries.values()]
})

/** Several things behind one link and due on one day are one entry. */
function joined(
  earlier: CalendarEntry | undefined,
  { uid, on, todo, programme }: { uid: string; on: string; todo: Todo; programme: string },
): CalendarEntry {
  if (earlier) return { ...earlier, text: `${earlier.text}\n${todo.title}` }
  return { uid, title: `截止：${todo.title}`, text: `${programme}\n${todo.title}`, link: todo.link, when: { on } }
}
