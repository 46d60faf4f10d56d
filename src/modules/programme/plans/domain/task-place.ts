import type { PlanTask } from '#compiler/compiled-plan.ts'

const bare = (text: string) => text.normalize('NFKC').replace(/\s/gu, '')

/** The heading a task stands under (the action, 一级任务); empty when the document has none above it. */
export const headingOf = (task: Pick<PlanTask, 'path' | 'title'>): string =>
  task.path.findLast((heading) => task.title === '' || !bare(heading).endsWith(bare(task.title))) ?? ''
