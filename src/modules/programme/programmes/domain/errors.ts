import { defineErrors } from '#kernel/errors.ts'

export const programmeErrors = defineErrors('programmes', {
  programmeNotFound: {
    kind: 'notFound',
    text: () => '没有这个工作方案，可能链接有误，或不属于本地区。请回到工作方案列表查看。',
  },
  taskNotFound: { kind: 'notFound', text: () => '没有这项任务，可能链接有误，或不属于本地区。请回到任务清单查看。' },
  taskElsewhere: {
    kind: 'invalid',
    text: () => '这项任务不属于这个工作方案，或已不在现行版本中。请从任务清单重新选择。',
  },
  versionNotFound: {
    kind: 'notFound',
    text: (p: { version: number }) => `这个工作方案没有第 ${p.version} 版的变化记录。第 1 版没有可比较的上一版。`,
  },
})
