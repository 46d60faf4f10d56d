import { defineErrors } from '#kernel/errors.ts'

export const planErrors = defineErrors('plans', {
  planNotFound: { kind: 'notFound', text: () => '没有这份规划，可能已被作废，或不属于本地区。请回到规划列表查看。' },
  handInNotFound: { kind: 'notFound', text: () => '没有这条递交记录，可能不属于本地区。请刷新后查看。' },
  handInEnded: { kind: 'conflict', text: () => '这份文件已经识读完，不用再停止。请刷新后查看结果。' },
  changedMeanwhile: {
    kind: 'conflict',
    text: () => '这份规划刚被别人修改过，您的操作没有保存。请刷新后看一下再改。',
  },
  correctionFindsNothing: {
    kind: 'invalid',
    text: (p: { title: string }) => `“${p.title}”没有找到要改的内容，可能已被前面的更正改掉。请刷新后重试。`,
  },
  correctionNotFound: { kind: 'notFound', text: () => '没有这条更正，可能已被撤销。请刷新后查看。' },
  problemNotFound: { kind: 'notFound', text: () => '这个问题已不存在，不需要接受。请刷新后查看。' },
  acceptanceNotFound: { kind: 'notFound', text: () => '没有这条接受记录，可能已被撤回。请刷新后查看。' },
  nameNotInPlan: { kind: 'notFound', text: (p: { name: string }) => `规划中没有“${p.name}”这个单位。请刷新后查看。` },
  blocked: {
    kind: 'conflict',
    text: (p: { count: number; first: string }) =>
      `还有 ${p.count} 个错误没有处理，不能发布。请先更正，或写明理由后接受。第一个：${p.first}`,
  },
  nothingToPublish: {
    kind: 'conflict',
    text: () => '这份文件里没有任务，不能发布。请核对是否递交了正确的文件，或手工增加任务。',
  },
  alreadyCarried: { kind: 'conflict', text: () => '这份草稿已承接过上一版的更正。请在更正记录中逐条核对。' },
  nothingToAmend: {
    kind: 'conflict',
    text: () => '没有待生效的更正，可能已由别人生效或撤销。请刷新后查看更正记录。',
  },
  earlierIssueClosed: {
    kind: 'conflict',
    text: () => '所选的上一版不是现行版本，不能在它之上发布。请选择现行的一版，或作为新规划发布。',
  },
})
