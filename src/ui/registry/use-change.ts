import { useQueryClient } from '@tanstack/react-query'
import type { RecordLine } from '#kernel/registry/record-view.ts'
import { useWrite } from '../client.ts'
import { useNotices } from '../notices.tsx'
import { request } from '../request.ts'
import { useKit } from './kit.tsx'
import { type RecordChange, reverseChange } from './reverse-change.ts'

/** Does one thing to records, says how many it changed, and offers to take it back. @param records as they are now */
export function useChange(records: readonly RecordLine[], onDone: () => void) {
  const { registry, fixed } = useKit()
  const { changeRecords } = registry.operations
  const { done, refused } = useNotices()
  const queries = useQueryClient()
  const takeBack = async (change: RecordChange) => {
    try {
      for (const one of reverseChange(records, change)) await request(changeRecords, { ...one, ...fixed })
      done('已撤销，恢复为原来的内容')
    } catch (problem) {
      refused(problem)
    }
    void queries.invalidateQueries()
  }
  return useWrite(changeRecords, {
    quiet: true,
    onDone: ({ changed, unchanged }, change) => {
      const rest = unchanged > 0 ? `，${unchanged} ${registry.measure}本来如此` : ''
      done(`已办 ${changed} ${registry.measure}${rest}`, {
        label: '撤销',
        run: () => void takeBack(change),
      })
      onDone()
    },
  })
}
