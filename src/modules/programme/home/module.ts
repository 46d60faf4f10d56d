import { defineModule } from '#platform/operation/implement.ts'
import { getHome } from './server/get-home.ts'
import { listMatters } from './server/list-matters.ts'
import { listToday } from './server/list-today.ts'

/** What people see first: the home of a programme, a leader's own list. */
export const home = defineModule({
  name: 'home',
  title: '要情',
  operations: [getHome, listToday, listMatters],
  listens: [],
})
