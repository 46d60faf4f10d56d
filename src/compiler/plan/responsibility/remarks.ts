import { FIRST_IS_LEAD, NOT_LISTED } from './role-words.data.ts'
import { type AgencyRange, splitAgencies } from './split-agencies.ts'

/** What a clause says beyond its own task, cut out of it. */
export interface Remarks {
  /** The clause without the remarks, blanks in their place. */
  body: string
  /** Agencies that answer for everything further on without being listed again. */
  defaults: AgencyRange[]
  /** Those of them that are named for this task as well (均为责任单位). */
  here: AgencyRange[]
}

const SAME_BELOW = /[,;。]\s*(?:下同|后同|以下同)/
const REMARK_STARTS = /[,;。](?=(?:以下|下列|后续|其余|均需|各项?任务)[^。]*不)/
const SENTENCE_STARTS = /。(?=[^。]*不)/
const ALL_ARE = /均为(?:责任|配合|参与)单位/
const BEFORE = /^[,;。\s]*(?:以下|下列|后续|其余)?(?:各项|工作|任务|事项|措施|内容)*(?:均|都)?(?:需|须|由|要)?/
const AFTER = /(?:按(?:照)?职责(?:分工)?)?(?:均为责任单位|均为配合单位|均需|负责|落实|配合|参与)/

const blanks = (words: string): string => ' '.repeat(words.length)

function defaultsIn(remark: string, base: number): AgencyRange[] {
  const before = BEFORE.exec(remark)?.[0].length ?? 0
  const after = remark.slice(before).search(AFTER)
  return after <= 0 ? [] : splitAgencies(remark.slice(before, before + after), base + before)
}

/**
 * Cuts document-wide remarks out of a clause. Class: 以下均需A、B负责，不再列出; A、B均为责任单位，以下不再列出;
 * 列首位的为牵头单位，下同.
 */
export function cutRemarks(text: string, base: number): Remarks {
  const body = text.replace(FIRST_IS_LEAD, blanks).replace(SAME_BELOW, blanks)
  if (!NOT_LISTED.test(body)) return { body, defaults: [], here: [] }
  const saysHere = ALL_ARE.test(body)
  const start = Math.max(saysHere ? -1 : body.search(REMARK_STARTS), body.search(SENTENCE_STARTS), 0)
  const defaults = defaultsIn(body.slice(start), base + start)
  return { body: body.slice(0, start), defaults, here: saysHere ? defaults : [] }
}
