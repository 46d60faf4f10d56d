/** Brackets, book marks and quotation marks by code unit, in tables: these are asked for every character of a plan. */

export const OPENS = 1
export const CLOSES = 2

function tableOf(opening: string, closing: string): Uint8Array {
  const table = new Uint8Array(65536)
  for (const c of opening) table[c.charCodeAt(0)] = OPENS
  for (const c of closing) table[c.charCodeAt(0)] = CLOSES
  return table
}

/** Brackets a clause may stand in. */
export const BRACKETS = tableOf('(〔[【{', ')〕]】}')
/** Marks that bind words across a line break. */
export const BINDING = tableOf('(〔[【{《', ')〕]】}》')
/** Marks within which a comma does not part two names. */
export const ENCLOSING = tableOf('(〔[【{《“〈', ')〕]】}》”〉')
