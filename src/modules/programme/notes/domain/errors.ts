import { defineErrors } from '#kernel/errors.ts'

export const noteErrors = defineErrors('notes', {
  noLead: {
    kind: 'conflict',
    text: (p: { title: string }) =>
      `任务“${p.title}”没有明确牵头单位，或牵头单位不在名录，批示无人接收。请先请专班办公室确认牵头单位。`,
  },
  noteNotFound: { kind: 'notFound', text: () => '没有这条批示，可能链接有误，或与本单位无关。请回到任务页查看。' },
  notAsked: {
    kind: 'forbidden',
    text: () => '这条批示不是发给本单位的，不能回复。请由牵头单位的人员回复。',
  },
})
