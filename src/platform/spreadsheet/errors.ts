import { defineErrors } from '#kernel/errors.ts'

const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`
const quoted = (titles: readonly string[]): string => titles.map((title) => `“${title}”`).join('、')

/** Every reason a spreadsheet is not read, each with what to do next. */
export const spreadsheetErrors = defineErrors('spreadsheet', {
  fileTooLarge: {
    kind: 'invalid',
    text: (p: { bytes: number; limit: number }) =>
      `表格文件有 ${inMegabytes(p.bytes)}，超过 ${inMegabytes(p.limit)} 的上限。请删去图片和无关的工作表，或者分成几个文件导入。`,
  },
  unzippedTooLarge: {
    kind: 'invalid',
    text: () => '表格解压后过大，不能打开。请删去图片和无关的工作表，另存为新文件再导入。',
  },
  tooManyRows: {
    kind: 'invalid',
    text: (p: { limit: number }) => `表格超过 ${p.limit} 行。请分成几个文件导入。`,
  },
  tooManyCells: {
    kind: 'invalid',
    text: (p: { limit: number }) => `表格有内容的格子超过 ${p.limit} 个。请删去无关的列，或者分成几个文件导入。`,
  },
  tooManyPlaces: {
    kind: 'invalid',
    text: (p: { limit: number }) =>
      `表格连空格子在内超过 ${p.limit} 个格子。请删去右边远处零星的内容，或者分成几个文件导入。`,
  },
  tooManyCharacters: {
    kind: 'invalid',
    text: (p: { limit: number }) => `表格里的文字超过 ${p.limit} 个字。请删去无关的内容，或者分成几个文件导入。`,
  },
  empty: {
    kind: 'invalid',
    text: () =>
      '表格是空的，或者只有图片，没有文字。请检查是否选错了文件，或者文件是否还没有保存；图片里的内容请录入格子。',
  },
  torn: {
    kind: 'invalid',
    text: () => '表格文件已经损坏或没有传完整，打不开。请用 WPS 或 Excel 打开后另存为 .xlsx 再导入。',
  },
  passwordProtected: {
    kind: 'invalid',
    text: () => '表格设有打开密码。请用密码打开，取消密码后另存为 .xlsx 再导入。',
  },
  notRead: {
    kind: 'invalid',
    text: (p: { kind: string }) => `这是${p.kind}，不能直接读取。请用 WPS 或 Excel 打开后另存为 .xlsx 再导入。`,
  },
  otherKind: {
    kind: 'invalid',
    text: (p: { kind: string }) => `这是${p.kind}，不是表格。请用 WPS 或 Excel 把内容另存为 .xlsx 再导入。`,
  },
  sheetNotFound: {
    kind: 'notFound',
    text: (p: { sheet: string; sheets: readonly string[] }) =>
      `没有名为“${p.sheet}”的工作表，文件里有${quoted(p.sheets)}。请选择其中一个。`,
  },
  headerNotFound: {
    kind: 'invalid',
    text: (p: { missing: readonly string[]; seen: readonly string[]; sheet: string; others: readonly string[] }) =>
      `表格里没有找到标题行：缺少${quoted(p.missing)}${p.seen.length > 0 ? `，看到的是${quoted(p.seen)}` : ''}。请按模板填写标题，或者把标题改成上面的名称。${p.others.length > 0 ? `读的是工作表“${p.sheet}”；要导入的若是${quoted(p.others)}，请把它移到最前面。` : ''}`,
  },
  otherUnit: {
    kind: 'invalid',
    text: (p: { title: string; seen: string; unit: string }) =>
      `“${p.title}”的单位是${p.seen}，系统按${p.unit}登记。请把这一列换算成${p.unit}，并把标题里的单位改为${p.unit}再导入。`,
  },
  ambiguousHeader: {
    kind: 'invalid',
    text: (p: { title: string; places: readonly string[] }) =>
      `标题“${p.title}”对应了${p.places.join('、')}几列。请只保留一列，其余的改名。`,
  },
})
