import { defineErrors } from '#kernel/errors.ts'

export const registryErrors = defineErrors('registry', {
  recordNotFound: {
    kind: 'notFound',
    text: (p: { noun: string; on?: string | undefined }) =>
      p.on === undefined
        ? `没有这条${p.noun}记录，可能已被合并或不属于本级。请回到列表刷新后再看。`
        : `截至 ${p.on} 没有这条${p.noun}的记载。请换一天，或回到现在再看。`,
  },
  keyTaken: {
    kind: 'conflict',
    text: (p: { noun: string; key: string; name: string | null }) =>
      `${p.noun}中已有同一${p.key}${p.name === null ? '' : `“${p.name}”`}的记录。请核对，或修改原有的一条。`,
  },
  unknownReference: {
    kind: 'invalid',
    text: (p: { label: string }) => `“${p.label}”所选的一项不在可选范围内，可能已撤销或属于别处。请重新选择。`,
  },
  inFuture: { kind: 'invalid', text: (p: { day: string }) => `生效日期 ${p.day} 还没有到，请填今天或以前的日期。` },
  isMerged: {
    kind: 'conflict',
    text: (p: { name: string }) => `这条记录已经并入“${p.name}”，不能再改。请打开那一条办理。`,
  },
  mergedIntoItself: { kind: 'invalid', text: () => '不能把一条记录并入它自己。请另选一条。' },
  notSo: { kind: 'invalid', text: (p: { problem: string }) => p.problem },
  noSuchField: { kind: 'invalid', text: () => '没有选择要修改的栏目。请选择后再办理。' },
  importNotFound: { kind: 'notFound', text: () => '没有这次导入，可能已过保存期限（三十天）。请重新导入表格。' },
  importNotTried: { kind: 'conflict', text: () => '这次导入还没有试导完，或者已经写入。请刷新后再看。' },
  badRows: {
    kind: 'invalid',
    text: (p: { count: number }) => `表中有 ${p.count} 行不能导入，全部没有写入。请按所列原因改好后再导入。`,
  },
  changedMeanwhile: {
    kind: 'conflict',
    text: (p: { count: number }) =>
      `试导之后有 ${p.count} 条记录被别人改过或新登记，没有写入。请重新试导，核对后再写入。`,
  },
})
