import { defineErrors } from '#kernel/errors.ts'

export const ledgerErrors = defineErrors('ledgers', {
  rowsRefused: {
    kind: 'conflict',
    text: (p: { count: number }) => `表中有 ${p.count} 行不能导入，整份没有写入。请先试导，按列出的原因改好再导入。`,
  },
})
