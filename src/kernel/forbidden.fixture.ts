import { expect } from 'vitest'

/** What no sentence may say, each with the slip it would be. */
export const forbidden: readonly [RegExp, string][] = [
  [/占目标 ?[\d.]+(?:%|‰|个百分点|倍| 倍)/u, 'a share of a share'],
  [/(?:差|高出) 0(?![.\d])/u, 'a gap of nothing'],
  [/(增长|下降|净增|不低于|不高于|不超过|累计|每年|始终|目标) ?\1/u, 'a word said twice'],
  [/(?:(?:增长|下降)率|增速|增幅)\s?(?:到\d+年底|\d+年)?(?:每年|当年)?(?:增长|下降)/u, 'a rate that grows by itself'],
  [/区间 ([\d.]+)～\1(?![\d.])/u, 'a band without width'],
  [/(?:差|高出|差距|相差) -/u, 'a gap below nothing'],
  [/(\d ?)(家|人|天|亿元|项|%)\s?\2(?!\p{Script=Han})/u, 'a unit said twice'],
  [/\d\.\d*0(?![\d.])/u, 'zeros at the end'],
  [/\d\.\d{5,}/u, 'more decimals than anybody stated'],
  [/(?:差|高出) [\d.]+%/u, 'percentages apart are 个百分点'],
  [/的 0%|NaN|Infinity|undefined|null|\de[+-]\d/u, 'no figure at all'],
  [/完成 (?:家|人|项|%)/u, 'a unit of no figure'],
  [/-0(?![.\d])/u, 'less than nothing'],
  [/[。；，、：！？]{2}|[（“][）”]|[（“][，。；、]|^[，。；、]/u, 'marks without words between them'],
  [/(?:逾期|超期|已过|亮.灯已|连续|第) ?0 ?(?:天|期|个|次)/u, 'a count of nothing'],
  [/：“[^”]*”。$/u, 'a name of which nothing is said'],
]

/** Reads one sentence the program made. */
export function readSentence(text: string): void {
  for (const [words, slip] of forbidden) expect(words.test(text), `${slip}: ${text}`).toBe(false)
}
