interface FormatLine {
  /** How the kind is called on the screen. */
  title: string
  /** What to do with it where a document is wanted; absent where it is read. */
  instead?: string
}

const asWord = '用 WPS 或 Word 打开后另存为 .docx 再提交'
const sheet = '提交方案的正文文件；单位名单请到“单位名录”里导入'
const picture = '先做文字识别（OCR），或者提交 Word 文件'
const unpack = '先解压，再提交其中的方案文件'
const printed = '用它自己的阅读软件打开后打印或另存为 PDF 再提交，或者把正文复制后粘贴进来'

/** Every kind of file that is known by its bytes. */
const fileFormats = {
  docx: { title: 'Word 文件（.docx）' },
  flatDocx: { title: 'XML 格式的 Word 文件' },
  doc: { title: 'Word 文件（.doc）' },
  pdf: { title: 'PDF 文件' },
  ofd: { title: 'OFD 文件' },
  odt: { title: 'OpenDocument 文档（.odt）' },
  html: { title: '网页' },
  mht: { title: '单个文件网页（.mht）' },
  json: { title: '接口数据（JSON）' },
  rtf: { title: 'RTF 文件' },
  txt: { title: '纯文本' },
  xml: { title: 'XML 数据' },
  wordXml: { title: 'Word 2003 的 XML 文件', instead: asWord },
  sheetXml: { title: 'XML 格式的电子表格', instead: sheet },
  xlsx: { title: '电子表格（.xlsx）', instead: sheet },
  xlsb: { title: '二进制工作簿（.xlsb）', instead: sheet },
  xls: { title: '电子表格（.xls）', instead: sheet },
  ods: { title: '电子表格（.ods）', instead: sheet },
  pptx: { title: '演示文稿（.pptx）', instead: asWord },
  ppt: { title: '演示文稿（.ppt）', instead: asWord },
  odp: { title: '演示文稿（.odp）', instead: asWord },
  oldOffice: { title: '旧版办公软件文件（如早期的 .wps、.et）', instead: '用新版 WPS 打开后另存为 .docx 再提交' },
  uof: { title: '标文通文件（.uof）', instead: '用 WPS 或中标普华 Office 打开后另存为 .docx 再提交' },
  pages: { title: '苹果电脑的文稿（.pages）', instead: '在苹果电脑上用“导出为 Word”另存为 .docx 再提交' },
  ceb: { title: '方正版式文件（.ceb）', instead: printed },
  cebx: { title: '方正版式文件（.cebx）', instead: printed },
  caj: { title: '知网文件（.caj）', instead: printed },
  png: { title: '图片（PNG）' },
  jpeg: { title: '图片（JPEG）' },
  gif: { title: '图片（GIF）', instead: picture },
  tiff: { title: '图片（TIFF）', instead: picture },
  webp: { title: '图片（WebP）', instead: picture },
  bmp: { title: '图片（BMP）', instead: picture },
  rar: { title: '压缩包（RAR）', instead: unpack },
  sevenZip: { title: '压缩包（7z）', instead: unpack },
  gzip: { title: '压缩包（gz）', instead: unpack },
  zip: { title: '压缩包（zip）', instead: unpack },
  program: { title: '程序文件', instead: '检查是否选错了文件' },
} as const satisfies Record<string, FormatLine>

export type FileFormat = keyof typeof fileFormats

/** What to hand in instead of a file of this kind; undefined where its words are read. */
export function insteadOf(format: FileFormat): string | undefined {
  const line: FormatLine = fileFormats[format]
  return line.instead
}

export const titleOf = (format: FileFormat): string => fileFormats[format].title
