import { defineErrors } from '#kernel/errors.ts'
import { documentKinds } from '#kernel/readable-files.data.ts'

const inMegabytes = (bytes: number): string => `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`

/** Every reason a document is not read, each with what to do next. */
export const readingErrors = defineErrors('reading', {
  fileTooLarge: {
    kind: 'invalid',
    text: (p: { bytes: number; limit: number }) =>
      `文件有 ${inMegabytes(p.bytes)}，超过 ${inMegabytes(p.limit)} 的上限。请删去其中的图片或附件，或者拆成几个文件后再提交。`,
  },
  tooManyPages: {
    kind: 'invalid',
    text: (p: { pages: number; limit: number }) =>
      `文件有 ${p.pages} 页，超过 ${p.limit} 页的上限。请只提交方案正文，或者拆成几个文件后再提交。`,
  },
  textTooLong: {
    kind: 'invalid',
    text: (p: { characters: number; limit: number }) =>
      `正文有 ${p.characters} 个字，超过 ${p.limit} 个字（约 2000 页）的上限。请只提交方案正文，或者拆成几个文件后再提交。`,
  },
  unzippedTooLarge: {
    kind: 'invalid',
    text: (p: { limit: number }) =>
      `文件解压后超过 ${inMegabytes(p.limit)}，不能打开。请用 WPS 或 Word 打开后删去图片和附件，另存为新文件再提交。`,
  },
  zipBomb: {
    kind: 'invalid',
    text: (p: { ratio: number }) =>
      `文件的压缩比达到 ${p.ratio} 倍，不是正常的文档，已停止打开。请向来文单位另要一份，或者把正文粘贴进来。`,
  },
  tookTooLong: {
    kind: 'unavailable',
    text: (p: { seconds: number }) =>
      `读取超过 ${p.seconds} 秒仍未完成，已停止。请把文件拆成几个，或者把正文复制后粘贴进来。`,
  },
  outOfMemory: {
    kind: 'unavailable',
    text: () => '文件内容过大，读取时内存不足，已停止。请删去图片和附件，或者拆成几个文件后再提交。',
  },
  tooDeep: {
    kind: 'invalid',
    text: () => '文件内容层层嵌套过深，不是正常的文档，已停止读取。请把正文复制后粘贴进来，或者向来文单位另要一份。',
  },
  queueFull: {
    kind: 'unavailable',
    text: () => '正在读取的文件太多，这一份没有开始读取。请过几分钟再试。',
  },
  cancelled: { kind: 'conflict', text: () => '已取消读取。需要时请重新提交文件。' },
  stopped: { kind: 'unavailable', text: () => '读取中断，文件没有读完。请稍后重新提交。' },
  passwordProtected: {
    kind: 'invalid',
    text: (p: { kind: string }) => `${p.kind}设有打开密码。请用密码打开，取消密码后另存为新文件再提交。`,
  },
  scannedWithoutText: {
    kind: 'invalid',
    text: (p: { pages: number; kind: string }) =>
      `这份${p.kind}共 ${p.pages} 页，都是扫描图片，没有文字。请提交 Word 文件或网页，或者先做文字识别（OCR）再提交。`,
  },
  tooManyScans: {
    kind: 'invalid',
    text: (p: { pages: number; limit: number }) =>
      `文件有 ${p.pages} 页扫描图片，超过一次识别 ${p.limit} 页的上限。请只提交方案正文，或者拆成几个文件后再提交。`,
  },
  nothingRecognised: {
    kind: 'invalid',
    text: (p: { pages: number }) =>
      `文件共 ${p.pages} 页，都是图片，没有从中认出文字。请检查是否放倒、过淡或过于模糊，重新扫描后再提交，或者提交 Word 文件。`,
  },
  recognitionMissing: {
    kind: 'invalid',
    text: (p: { pages: number }) =>
      `文件共 ${p.pages} 页，都是图片，没有文字，而这台服务器没有装文字识别。请提交 Word 文件或网页，或者请系统管理员在程序目录运行 npm install --include=optional 装上后再提交。`,
  },
  unreadablePages: {
    kind: 'invalid',
    text: (p: { pages: number; kind: string }) =>
      `这份${p.kind}共 ${p.pages} 页，没有一页能取出可用的文字。请提交 Word 文件，或者把正文复制后粘贴进来。`,
  },
  empty: { kind: 'invalid', text: () => '文件是空的。请检查是否选错了文件，或者文件是否还没有保存。' },
  noText: {
    kind: 'invalid',
    text: (p: { kind: string }) => `${p.kind}里没有文字。如果内容是图片，请先做文字识别（OCR），或者把正文粘贴进来。`,
  },
  torn: {
    kind: 'invalid',
    text: (p: { kind: string }) =>
      `${p.kind}已经损坏或没有传完整，打不开。请重新下载，或者用 WPS、Word 打开后另存为新文件再提交。`,
  },
  unsupportedKind: {
    kind: 'invalid',
    text: (p: { kind: string; instead: string }) => `这是${p.kind}，不能作为方案读取。请${p.instead}。`,
  },
  unknownKind: {
    kind: 'invalid',
    text: (p: { name: string }) => `认不出“${p.name}”是什么文件。可以提交的有 ${documentKinds}。`,
  },
})
