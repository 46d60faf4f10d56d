import { defineErrors } from '#kernel/errors.ts'

export const noticeErrors = defineErrors('notices', {
  noticeNotFound: { kind: 'notFound', text: () => '没有这条消息，可能链接有误。请回到消息列表查看。' },
})
