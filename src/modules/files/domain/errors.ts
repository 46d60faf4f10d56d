import { defineErrors } from '#kernel/errors.ts'

export const storedFileErrors = defineErrors('files', {
  fileNotFound: {
    kind: 'notFound',
    text: () => '没有这个文件，或者您的单位不能查看。请从它所在的任务或报送记录打开。',
  },
  tooLarge: {
    kind: 'invalid',
    text: (p: { megabytes: number; limit: number }) =>
      `文件有 ${p.megabytes} MB，超过 ${p.limit} MB。照片请用手机相册压缩后再传，文件请拆分或另存为 PDF。`,
  },
  kindRefused: {
    kind: 'invalid',
    text: (p: { name: string }) =>
      `“${p.name}”不是照片（JPEG、PNG、WebP、GIF）、PDF、Word、Excel、PPT、WPS 或文本文件，不能上传。压缩包请先解压。`,
  },
  locked: { kind: 'invalid', text: (p: { name: string }) => `“${p.name}”设了密码，打不开。请去掉密码后再上传。` },
  notAPicture: { kind: 'invalid', text: () => '这个文件不是照片，不能在页面上显示。请下载后查看。' },
})
