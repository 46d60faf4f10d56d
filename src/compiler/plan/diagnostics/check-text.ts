import type { Diagnostic } from '../../compiled-plan.ts'
import { allMatches } from '../text/all-matches.ts'
import { characterTable, holdsAny } from '../text/character-table.ts'
import { type ReadingText, spanOf } from '../text/reading-text.ts'
import { report } from './catalogue.ts'
import type { StructureDiagnosticCode } from './structure-catalogue.data.ts'

/** Replacement characters, private-use characters and the usual ruins of UTF-8 read as GBK and of GBK read as UTF-8. */
const RUINS =
  /\uFFFD+|锟斤拷|烫烫烫|屯屯屯|[\uE000-\uF8FF]+|锛[\u4e00-\u9fff]|銆[\u4e00-\u9fff]|鐨勫|â€.|Ã[\u0080-\u00BF]/g
/** A verb of growth or reaching right before a unit: the figure between them is gone. */
const DROPPED =
  /(?:增长|达到|不低于|不少于|超过|突破|提高|下降|降至|提高到|压缩至|新增|比重达)(?:%|个百分点|亿元|万元|万人|家|项|件|户)(?:以上|左右|以内)?(?=[,;。、])|(?<![\d〇一二三四五六七八九十])年月日/g
const TRADITIONAL_CHARACTERS =
  '國發實與學對為這個關會業產員開長門問電車務區應當經濟計劃領導組織縣鄉鎮辦廳創術農園責單負'
const PINYIN =
  /(?:[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]{2,6}\s){5,}[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]{2,6}|(?:[a-z]*[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ][a-z]*\s*){4,}/g
/** Without one of these there is no run of pinyin; the check spares the long pattern. */
const MAYBE_PINYIN = /[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]|[a-z]{2} [a-z]{2}/
const LETTERS = characterTable('abcdefghijklmnopqrstuvwxyzāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ')
const TRADITIONAL = new RegExp(`[${TRADITIONAL_CHARACTERS}]`, 'g')
const IS_TRADITIONAL = characterTable(TRADITIONAL_CHARACTERS)
/** A name may hold a traditional character; a text that was converted holds many. */
const TRADITIONAL_LEAST = 3
const SHOWN = 20

/** Signs that the text is not what its author wrote: ruined characters, lost figures, mixed scripts, junk. */
export function checkText(reading: ReadingText): Diagnostic[] {
  const { text } = reading
  const every = (code: StructureDiagnosticCode, pattern: RegExp): Diagnostic[] =>
    allMatches(pattern, text).map(({ index, 0: words }, _, { length }) =>
      report(code, spanOf(reading, index, index + words.length), {
        what: words.slice(0, SHOWN),
        other: String(length),
      }),
    )
  const traditional = holdsAny(IS_TRADITIONAL, text) ? every('GT113', TRADITIONAL) : []
  const mayBePinyin = holdsAny(LETTERS, text) && MAYBE_PINYIN.test(text)
  return [
    ...every('GT111', RUINS).slice(0, 1),
    ...every('GT112', DROPPED),
    ...(traditional.length >= TRADITIONAL_LEAST ? traditional.slice(0, 1) : []),
    ...(mayBePinyin ? every('GT114', PINYIN) : []),
  ]
}
