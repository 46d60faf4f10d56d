const ORGAN = '[一-龥]{2,24}'
const NUMBER = new RegExp(
  `(${ORGAN}[〔\\[(【〈]\\s?(?:19|20)\\d{2}\\s?[〕\\])】〉]\\s?(?:第)?\\d{1,5}(?:[-—]\\d+)?号|(?:19|20)\\d{2}年第\\d{1,4}号)`,
)
const ALONE = new RegExp(`^[(]?${NUMBER.source}[)]?$`)
/** Words before an organ's code that are no part of it. */
const LEAD_IN = /^.*(?:通知|意见|方案|字号|文号|编号|的)(?=[一-龥]{2,12}[〔[(【〈])/

/**
 * The number of a document (天政办发〔2021〕23号) in the text; brackets of any kind, also mixed ones
 * (〔2019) and (2019]), also 2019年第3号.
 */
export const findDocumentNumber = (text: string): string | undefined => NUMBER.exec(text)?.[1]?.replace(LEAD_IN, '')

/** The number of a line that holds nothing else. */
export const readDocumentNumberLine = (text: string): string | undefined =>
  text.length <= 40 ? ALONE.exec(text)?.[1]?.replace(LEAD_IN, '') : undefined
