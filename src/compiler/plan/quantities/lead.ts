import type { TargetOp } from '../../compiled-plan.ts'
import { type Word, wordsIn } from '../../words/segment.ts'
import { anyOf } from '../text/any-of.ts'
import { ACTOR } from './noun-phrase.ts'
import { FALLS, MEASURED, PLAIN_LEADS, RISES, SIGNS } from './words.data.ts'

export interface Verb {
  word: string
  /** Where it stands in the lead. */
  at: number
  /** It opens the lead (but for adverbs and 力争, 全市…); what follows is its object. */
  opens: boolean
}

/** What the words before a figure say of it. */
export interface Lead {
  text: string
  sign: TargetOp | null
  direction: 'rise' | 'fall' | null
  /** The word of that direction: 增长, 压缩. */
  turn: string | null
  /** 提高到, 压缩至: the figure is the level reached, not the change. */
  reached: boolean
  /** Words of the sign name a level (达到, 突破, 稳定在), not a mere minimum (不少于). */
  level: boolean
  about: boolean
  verb: Verb | null
  /** A noun that is measured stands right before: 率, 产值, 总数. */
  measured: boolean
  /** The words right before the figure make it a mere description: 围绕5个, 全县12个. */
  plain: boolean
  /** 等 right before the figure: the count closes a list of names. */
  closes: boolean
  /** How many characters at the end belong to sign and direction, not to the indicator. */
  tail: number
}

const SIGN_OF = new Map(SIGNS.flatMap(([sign, words]) => words.split(' ').map((word) => [word, sign] as const)))
const TURN = `(?:(?<rise>${anyOf(RISES)})|(?<fall>${anyOf(FALLS)}))(?<degree>率|幅度|幅|速度|比例)?`
const SIGN = `(?<sign>${anyOf([...SIGN_OF.keys()])})`
/** What a share is taken of: 达到总人口的45%. */
const WHOLE =
  '(?:[总全][\\u4e00-\\u9fa5]{1,5}|GDP|地区生产总值|财政支出|[\\u4e00-\\u9fa5]{0,14}(?:总数|总量|总额|收入|面积|支出|金额|价款|造价|投资额?))'
const END = new RegExp(
  `(?:${TURN})?(?<to>[到至为])?(?:要|应|应当|须|力争|确保|在|也|均|都|各|分别|将|再|可|累计|总体)*(?:${SIGN}(?:到|至|了|为)?(?:${WHOLE}的?)?)?(?:到|至|了|为)?(?:每[十百千万]+(?:常住)?人口?|每[生人床](?:每[年月])?)?\\s?(?<about>大约|(?<![签预节合履集特公邀制])约|(?<!附|就|接)近)?\\s*$`,
)
const LEVEL = /达|突破|超|稳定|保持|维持|控制/
const MEASURED_END = new RegExp(`(?:${anyOf(MEASURED)})(?:合计|总计|共计|累计)?\\s*$`)
const PLAIN_END = new RegExp(`(?:${anyOf(PLAIN_LEADS)})\\s*$`)
const CLOSES = /等(?:共)?\s*$/
/** Verbs that back what somebody else does: 支持企业创建…. */
const BACKS = /^(?:支持|推动|推进|组织|帮扶|服务|带动|保障)$/
const LIGHT = /^(?:累计|完成|开展|实施|规划|通过|争取|谋划|成立)$/
export const OPENING =
  /^(?:[\s,、;:—+-]|[①-⑳]|[一二三四五六七八九十]是|或(?!者)|\([^()]*\)|\d+[.．]|以及|并且|同时|超额(?:完成)?|力争|争取(?!.*资金)|确保|实现|努力|使(?!用|命|馆)得?|要(?![素闻点件道害])|将(?!军)|应(?![享急收用届对税保缴诉救援答变纳当检种付改转接采办])|须|做到|保证(?![金人书])|基本(?=淘汰|建成|实现|完成|消除|形成|建立)|全面(?=淘汰|建成|实现|完成|消除|形成|建立)|其中|和(?![谐平美睦])|及(?!时)|与(?!会)|并(?![购网联发轨])|且|全市|全县|全区|全省|全州|全年|全域|年内|今年|本年度?|力争|到(?=\d|[“"]?十|本|今|年|$)|在(?![校建库岗职册园学线途编田用地])|截至|每年|每季度|每月|至少|再(?![生制造就融贷担])|共(?![同建享青产育治富有])|我[市县区省州]|积极|重点(?=建设|打造|培育|支持|扶持|推进|引进|抓好|发展|实施)|着力|加快|大力|持续|(?:20\d{2}|“?十[四五]五”?)\s?(?:[-—–~至到]+\s?20\d{2})?\s?年?(?:\d{1,2}月)?[底末前]*(?:期间|末|时期)?(?:起(?![步飞重源降底草诉落点])|开始)?|\d{1,2}月[底末]?前?|\d{1,2}日前|达到|年底前|[一二三四]季度|上半年|下半年|[一二三四五六七八九十]年内|\d+年内|[二两三四五六]年(?![级期度行制滚攻计规倍以前后来]|内)(?:累计|共|合计)?|(?:攻坚|规划|实施|行动|计划)期[内间末]*|用[一二两三四五六七八九十\d]+年(?:左右)?的?(?:时间)?)*/
const LONGEST_END = 26

/** 压减缴税次数至3次: the turn stands away from its 至. */
const FAR_TURN = new RegExp(
  `(?:(${anyOf(RISES.filter((w) => w.length > 1 && w !== '发展'))})|(${anyOf(FALLS.filter((w) => w.length > 1))}))[^,;、]{1,20}$`,
)

const noTurn = (g: Record<string, string | undefined>): boolean => {
  const turn = g.rise ?? g.fall ?? ''
  const needsTo = turn.length === 1 || ['发展', '扩大', '壮大', '扩建', '精简'].includes(turn)
  return turn === '' || (needsTo && g.to !== '到' && g.to !== '至')
}

/** 为种植大户发放: the word behind names those for whom it is done. */
const FOR_WHOM = /[为对向从由]/
/** What is or holds so much: nobody brings it about. */
const STATES = new Set(
  '涉及 包括 包含 涵盖 分为 位于 具有 存在 属于 占 有 是 为 成为 作为 起 近 力争 确保 要 应 须 达 达到 超 以 在 到 至 共 第 分 含 位居 位列 排名 居 下设 分成 原有 现有 已有 所有 共有 共计 邀请 不足'.split(
    ' ',
  ),
)
/** 支持企业[开展]…: the word before is one that acts; a verb elsewhere is part of a name: 融资[对接]活动. */
const isDoneBy = (word: Word, before: Word | undefined, verbs: readonly Verb[]): boolean =>
  (verbs.length === 0 && word.is === 'v') || (before !== undefined && ACTOR.test(before.text))
/** Verbs of one character that stand right before a figure. */
const SHORT_VERB = /^[建设修办开改扩招引育评选聘派购种送救捐治]$/
/** What comes before a verb and leaves it the verb of its clause. */
const BEFORE_VERB = new Set(['d', 'c', 'u', 't', 's'])

/** 新 makes a verb of its own with the one behind it: 新缔结, 新认定. */
const isNew = (word: Word | undefined, next: Word): boolean =>
  word !== undefined && /^[新再]$/.test(word.text) && word.end === next.start

/** The verbs of a lead that opens at `edge`: those that open it, one after the other, and those right before the figure. */
function listVerbs(words: readonly Word[], from: number, edge: number): Verb[] {
  const verbs: Verb[] = []
  let opening = true
  /** A preposition waits for its noun, then for the verb behind it. */
  let whom: 'none' | 'awaited' | 'named' = 'none'
  for (const [i, word] of words.entries()) {
    if (word.end <= edge) continue
    const last = i === words.length - 1
    const acts = (word.is === 'v' || word.is === 'w') && !STATES.has(word.text)
    if (
      acts &&
      (word.text.length > 1 || (last && SHORT_VERB.test(word.text)) || isNew(words[i - 1], word)) &&
      (opening || last || whom === 'named' || (whom === 'none' && isDoneBy(word, words[i - 1], verbs)))
    ) {
      const start = isNew(words[i - 1], word) ? (words[i - 1]?.start ?? word.start) : word.start
      const text = start < word.start ? `${words[i - 1]?.text}${word.text}` : word.text
      verbs.push({ word: text, at: start - from, opens: opening })
      whom = 'none'
    } else if (word.is === 'p' || (word.text.length === 1 && FOR_WHOM.test(word.text))) {
      opening = false
      whom = 'awaited'
    } else if (!BEFORE_VERB.has(word.is) && !isNew(word, words[i + 1] ?? word)) {
      opening = false
      if (whom === 'awaited' && word.is === 'n') whom = 'named'
    }
  }
  return verbs
}

/** The verb that takes the figure: the first that opens the lead, past light verbs and those that back another's doing. */
function governing(verbs: readonly Verb[], closes: boolean): Verb | null {
  const opening = verbs.filter((verb) => verb.opens)
  const heavy = opening.find((verb) => !LIGHT.test(verb.word) && !BACKS.test(verb.word)) ?? opening.at(-1)
  // Names in a closed list hold verbs of their own: 成果转化中心等3个.
  if (heavy && (closes || !BACKS.test(heavy.word))) return heavy
  return (closes ? verbs[0] : verbs.at(-1)) ?? null
}

const isMeasured = (words: string): boolean => MEASURED_END.test(words.slice(-8))

/** The words of a sentence from one place to another, as a lead. */
export const leadAt = ({ text, words }: { text: string; words: readonly Word[] }, from: number, to: number): Lead =>
  readLead(text.slice(from, to), wordsIn(words, from, to), from)

/** Reads the words that lead up to a figure; `from` is where they begin in the text of `words`. */
function readLead(text: string, words: readonly Word[], from: number): Lead {
  const near = text.slice(-LONGEST_END)
  const end = END.exec(near)
  const g = end?.groups ?? {}
  const still = noTurn(g)
  const word = g.sign ?? ''
  const signed = word !== '' || (!still && g.to !== undefined)
  const far = still && word === '' && (g.to === '到' || g.to === '至') ? FAR_TURN.exec(near) : null
  const direction = far ? (far[1] ? 'rise' : 'fall') : still ? null : g.rise ? 'rise' : 'fall'
  const tail = signed || !still || g.about ? near.length - (end?.index ?? near.length) : 0
  const body = tail > 0 ? text.slice(0, text.length - tail) : text
  // 面积在20万亩以上: 在 only joins a measured noun to its figure.
  const join = /(?:在|实现|须为|为)$/.exec(body)?.[0] ?? ''
  const bare = body.slice(0, body.length - join.length)
  const joined = join !== '' && isMeasured(bare)
  const bareBody = joined ? bare : body
  const verbs = listVerbs(
    words.filter((word) => word.end <= from + body.length),
    from,
    from + (OPENING.exec(body)?.[0].length ?? 0),
  )
  const closes = near.includes('等') && CLOSES.test(near)
  return {
    text,
    sign: SIGN_OF.get(word) ?? null,
    direction,
    turn: direction === null ? null : (g.rise ?? g.fall ?? null),
    reached: (!still || far !== null) && (g.to === '到' || g.to === '至'),
    level: LEVEL.test(word),
    about: g.about !== undefined,
    verb: governing(verbs, closes),
    measured: isMeasured(bareBody),
    plain: !signed && still && !joined && PLAIN_END.test(near),
    closes,
    tail,
  }
}
