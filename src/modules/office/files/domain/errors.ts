import { defineErrors } from '#kernel/errors.ts'
import { evidenceKinds } from '#kernel/readable-files.data.ts'

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
    text: (p: { name: string }) => `“${p.name}”不是${evidenceKinds}，不能上传。压缩包请先解压。`,
  },
  dayFull: {
    kind: 'conflict',
    text: (p: { files: number; megabytes: number; left: number; quota: { files: number; megabytes: number } }) =>
      `您今天已上传 ${p.files} 个文件、${p.megabytes} MB，每人每天最多 ${p.quota.files} 个、${p.quota.megabytes} MB，今天还剩 ${p.left} MB，放不下这个文件。明天 0 时起可以再传；急需的请找县专班办公室代传。`,
  },
  countyFull: {
    kind: 'conflict',
    text: (p: { megabytes: number; left: number; limit: number }) =>
      `本县已存文件 ${p.megabytes} MB，上限 ${p.limit} MB，还剩 ${p.left} MB，放不下这个文件。空间不会自动腾出，请找系统管理员调高上限（启动设置 GUATU_FILES_GB）后再传。`,
  },
  locked: { kind: 'invalid', text: (p: { name: string }) => `“${p.name}”设了密码，打不开。请去掉密码后再上传。` },
  notAPicture: { kind: 'invalid', text: () => '这个文件不是照片，不能在页面上显示。请下载后查看。' },
})
