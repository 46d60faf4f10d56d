import { defineModule } from '#platform/operation/implement.ts'
import { listOversight, saveOversight } from './server/oversight-operations.ts'

/** Which leader oversees which agencies and tasks (分管、重点关注). */
export const oversight = defineModule({
  name: 'oversight',
  title: '领导分管',
  operations: [listOversight, saveOversight],
  listens: [],
})
