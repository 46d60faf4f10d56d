/** Something the house holds already: what it is called, where it lies, and a way to it. */
export interface Held {
  words: string
  where: string
  link: string
}

/** Words of asking and of time that say nothing of what is asked for. */
const noise =
  /请(?:各单位)?|填写|填报|报送|上报|说明|写明|提供|列出|贵单位|本单位|你单位|各单位|目前|截至|截止|当前|最新|今年|本年度?|本月|本期|本季度?|累计|一共|总共|共有|现有|已经|多少|几[个家项件名]|是否|有无|有没有|什么|哪些|哪个|何时|怎么样|如何|情况|数量|数值|人数|的|了|吗|呢|是|有|为|到|数$/gu

/** Names of one thing, each written the short way. */
const synonyms: readonly [RegExp, string][] = [
  [/高新技术企业/gu, '高企'],
  [/科技型中小企业/gu, '科小'],
  [/规模以上/gu, '规上'],
  [/(?:户|家|企业|单位)数/gu, ''],
  [/总数|总量|总额|户数|家数|个数/gu, ''],
  [/研究与(?:试验)?发展|研究开发/gu, '研发'],
  [/经费(?:投入)?|投入经费/gu, '经费'],
  [/手机号码?|联系方式|电话号码/gu, '电话'],
  [/负责人姓名|责任人姓名/gu, '负责人'],
]

/** The words of a question or a heading without punctuation, politeness and time; names of one thing written one way. */
export function normalWording(text: string): string {
  const plain = text.replace(/[\p{P}\p{S}\s]/gu, '').replace(noise, '')
  return synonyms.reduce((words, [pattern, word]) => words.replace(pattern, word), plain)
}

const pairs = (words: string): Set<string> =>
  new Set(words.length < 2 ? [words] : [...words].slice(1).map((letter, i) => `${[...words][i]}${letter}`))

/** How much two wordings share, 0–1, by pairs of characters (Dice). */
function likeness(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)]
  const shared = [...a].filter((pair) => b.has(pair)).length
  return (2 * shared) / (a.size + b.size)
}

/** From here on two wordings are taken to ask for one thing; 0.6 tells 高企总数 from 高企认定通过率. */
const alike = 0.6

/**
 * What the house holds of a question already, the likeliest; undefined when it asks for something new. A question that
 * contains the whole name of something held asks for it, unless it asks for much more.
 */
export function findHeld(question: string, held: readonly Held[]): Held | undefined {
  const asked = normalWording(question)
  if (asked.length < 2) return undefined
  const scored = held.map((one) => ({ one, score: scoreOf(asked, normalWording(one.words)) }))
  const [best] = scored.sort((a, b) => b.score - a.score)
  return best && best.score >= alike ? best.one : undefined
}

function scoreOf(asked: string, known: string): number {
  if (known.length < 2) return 0
  if (asked === known) return 1
  const contains = asked.includes(known) && known.length * 2 >= asked.length
  return contains ? 0.9 : likeness(asked, known)
}

/** What every report holds. */
export const reportFields: readonly string[] = [
  '进展情况', '任务进展', '工作进展', '存在困难', '存在问题', '需要协调事项', '佐证材料', '完成情况', '是否完成', '填报人', '报送时间',
] // biome-ignore format: a list

/** What the plan and the register hold of every task and agency. */
export const registerFields: readonly (readonly [words: string, where: string, link: string])[] = [
  ['牵头单位', '任务清单', '/tasks'],
  ['责任单位', '任务清单', '/tasks'],
  ['配合单位', '任务清单', '/tasks'],
  ['完成期限', '任务清单', '/tasks'],
  ['完成时限', '任务清单', '/tasks'],
  ['目标值', '目标清单', '/targets'],
  ['任务名称', '任务清单', '/tasks'],
  ['单位名称', '单位名录', '/agencies'],
  ['单位简称', '单位名录', '/agencies'],
  ['统一社会信用代码', '单位名录', '/agencies'],
  ['成员单位', '单位名录', '/agencies'],
]
