import { type Word, wordsIn } from '../../words/segment.ts'

/**
 * Head-final noun phrases: what is counted stands last, behind whatever tells it apart (掌握核心技术、市场占有率高的[工厂]).
 * A phrase goes on over brackets inside it, over its list and over one clause ended by 的; it stops where its head begins to act.
 */

/** Heads that act: a verb behind one is what they do (3家企业[开展]…), not part of a name. */
export const ACTOR =
  /(?:企业?|单位|机构|校|医院|人|人员|人才|户|农民|群众|部门|[区县市镇乡村]|街道|公司|集团|银行|者|员|师|学?生|专家|院|所|协会|合作社|团队|主体|家庭|人口)$/
/** What the counted come to do or be, whatever they are. */
const BECOMES =
  /^(?:达到?|实现|成为|成长为?|完成|进行|用于|开展|投入使用|纳入|接入|入驻|进驻|落户|获得?|获评|通过|建成|超过|入选|担任|参加|参与|深入|下沉|前往|交付|走深|走实|作为|进入|[到赴来去入进给供使至为])$/
const OPENS_QUOTE = /^[“”"《》‘’「」·/\-—+.&#]$/
const LISTS = /^(?:、|和|与|及|以及|或|或者|暨|以及其)$/
/** 一批骨干企业 after a list is an aim of its own, without a number. */
const NEW_ITEM = /^(?:一批|若干|多|各|一系列)/

const isNominal = (word: Word | undefined): boolean => word !== undefined && /[nawxqmft]/.test(word.is)
const acts = (word: Word | undefined): boolean => word?.is === 'v'

/** The bracket that opens at `at` closes in front of a word that goes on with the name: 中国(内蒙古)维权中心. */
function behindBracket(words: readonly Word[], at: number): number | null {
  const close = words.findIndex((word, i) => i > at && word.text === ')')
  const next = words[close + 1]
  return close > at && next !== undefined && next.start === words[close]?.end && isNominal(next) ? close + 1 : null
}

/** Behind a mark of a list stands another noun, not the next aim. */
const listGoesOn = (word: Word | undefined, followed: boolean): boolean =>
  !followed && isNominal(word) && !NEW_ITEM.test(word?.text ?? '')

/** A noun, or the quotation it begins with. */
const beginsNoun = (word: Word | undefined): boolean => isNominal(word) || /^[“《]$/.test(word?.text ?? '')

/** A verb inside a name: 注册[商标], 培训[教材]; in front of more than a noun it is what the head does. */
function belongs(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (!word || BECOMES.test(word.text)) return false
  const ends = words[at + 2] === undefined
  if (before && before.is !== 'v' && ACTOR.test(before.text) && !(isNominal(next) && ends)) return false
  return next === undefined || word.text.length === 1 || isNominal(next) || acts(next) || OPENS_QUOTE.test(next.text)
}

/** An adverb inside a name: [重点]领域, [共同]缔造试点. */
const adverbBelongs = (words: readonly Word[], at: number): boolean =>
  isNominal(words[at + 1]) || (acts(words[at + 1]) && isNominal(words[at + 2]) && words[at + 3] === undefined)

/** The last 的 that ends a clause about the head. */
function endOfClause(words: readonly Word[], first: number): number {
  const last = words.findLastIndex((word, i) => i > first && word.text === '的' && beginsNoun(words[i + 1]))
  const opens = words[first]
  const about = opens && (acts(opens) || opens.is === 'p' || opens.is === 'w')
  return last > first && (about || !words.slice(first, last).some((word) => BECOMES.test(word.text))) ? last : -1
}

/** The word at `at` is no part of the name before it. */
function stops(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word) return true
  if (word.is === 'd') return !adverbBelongs(words, at)
  if (acts(word)) return !belongs(words, at)
  return /[spcu]/.test(word.is) && !OPENS_QUOTE.test(word.text)
}

/**
 * How many of some words, from `first` on, are one noun phrase; 0 when they begin none.
 *
 * @param words the words behind a figure, up to the next figure or the end of the segment
 * @param first where the phrase begins
 * @param followed another figure stands behind the words: their last item is counted by it
 */
export function phraseLength(words: readonly Word[], first: number, followed: boolean): number {
  const clause = endOfClause(words, first)
  let at = clause < 0 ? first + (words[first]?.is === 'p' ? 1 : 0) : clause + 1
  while (at < words.length) {
    const word = words[at]
    const bracket = word?.text === '(' && at > first ? behindBracket(words, at) : null
    const quote = word?.text === '“' ? words.findIndex((other, i) => i > at && other.text === '”') : -1
    if (quote > at) at = quote + 1
    else if (bracket !== null) at = bracket
    else if (LISTS.test(word?.text ?? '')) {
      if (!listGoesOn(words[at + 1], followed)) break
      at += 1
    } else if (word?.text === '等' ? !isNominal(words[at + 1]) : stops(words, at)) break
    else at += 1
  }
  return at - first
}

/** What follows a figure without being counted by it. */
const ASIDE = /^\s*(?:\([^()]*\))?\s*[个的]*\s*/
const CLOSING =
  /(?:[\s,、;:—-]|(?:达到|进入|跻身|位居|位列)?前|(?:达到|进入|不低于|提升[到至]|上升[到至]|保持|稳居)?第|次数[到至]|的?(?:目标|任务)|年均|要|应|将|须|力争|各|均|都|分别|也|等|在|至少|累计|总共|的|为|实现|[到至])+$/

/** The thing counted by a figure that ends at `from`: 3家[国家级孵化器]; empty when none stands behind it. */
export function thingBehind(
  { text, words }: { text: string; words: readonly Word[] },
  { from, to, followed }: { from: number; to: number; followed: boolean },
): string {
  const start = from + (ASIDE.exec(text.slice(from, to))?.[0].length ?? 0)
  const behind = wordsIn(words, start, to)
  const first = behind[0]
  const describes = first && first.start > start ? start : first?.start
  if (!first || describes === undefined || BECOMES.test(first.text) || (first.is === 'p' && first.text !== '在'))
    return ''
  const length = phraseLength(behind, 0, followed)
  const last = behind[length - 1]
  // 课例20节汇编成册: verbs alone are what is done with them.
  return last && behind.slice(0, length).some(isNominal) ? trimmed(text.slice(describes, last.end)) : ''
}

/** A phrase without the words that only lead on from it. */
export const trimmed = (phrase: string): string => phrase.replace(CLOSING, '').replace(/(?<=.{3})建设$/, '')
