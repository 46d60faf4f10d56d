/**
 * What a field says of itself to people, in `.meta({ … })` of its schema: forms, comparisons, lists and the description of
 * the interface all read it there. Kind, limits and duty come from the type.
 */
export interface FieldWords {
  /** 办理依据. */
  label?: string
  /** Stands quiet beside the label: 留空为未定. */
  help?: string
  placeholder?: string
  /** Words for the values of a choice: `{ office: '专班办公室' }`. */
  titles?: Readonly<Record<string, string>>
  /** Where the type alone does not say it: `long`, `radio`, `secret`, `time`, `money`, `percent`, `quantity`, or what a module brings: `agency`. */
  kind?: string
  /** Behind a number: 天, 家; of money 元 or 万元. */
  unit?: string
  /** What the browser may fill in, as an input's `autocomplete`; nothing where it is not said. */
  autoComplete?: string
  /** Other heads offices give its column in a sheet. */
  aliases?: readonly string[]
  /**
   * Personal data, shown in full only to those who keep it: a name, a number to call, or one that names a person for life,
   * which is also stored encrypted.
   */
  personal?: 'name' | 'number' | 'identity'
  /** Of its column in a sheet, in characters; a Chinese one takes two. */
  width?: number
  /** Shares a line with its neighbour where there is room. */
  half?: boolean
}

declare module 'zod' {
  interface GlobalMeta extends FieldWords {}
}
