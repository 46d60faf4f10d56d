import { listProgrammeRows } from '#modules/programme/programmes/server/index.ts'
import { implement } from '#platform/operation/implement.ts'
import { homeContract, type TodayView } from '../contract.ts'
import { byDue, gatherTodos } from './gather-todos.ts'

export const listToday = implement(homeContract.listToday, async ({ tx, actor, today }) => {
  const programmes = await listProgrammeRows(tx, actor.divisionCode)
  const todos: TodayView['todos'] = []
  for (const { id, title } of programmes) {
    const its = await gatherTodos(tx, actor, id, today)
    todos.push(...its.map((todo) => ({ ...todo, programmeId: id, programmeTitle: title })))
  }
  return { today, todos: todos.sort(byDue), programmes: programmes.length }
})
