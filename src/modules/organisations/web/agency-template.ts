/** The columns of the sheet, as the import reads them. */
const heads = [
  '单位名称',
  '简称',
  '别名',
  '曾用名',
  '类别',
  '行政区划',
  '统一社会信用代码',
  '成员单位',
  '并入单位',
  '设立日期',
  '撤销日期',
  '职能代码',
]

/** Excel reads a CSV as UTF-8 only when it begins with this mark. */
const byteOrderMark = '\ufeff'

/** An empty sheet to fill in, as a link's address. */
export const templateAddress = (): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(`${byteOrderMark}${heads.join(',')}\r\n`)}`
