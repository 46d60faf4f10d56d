import { z } from 'zod'
import { Voice, voiceOf, voiceTitles } from '#modules/office/organisations/contract.ts'
import { PaperForm, paperTitles } from './paper-form.ts'

const word = (form: PaperForm) => z.string().trim().min(1).max(8).meta({ label: paperTitles[form], half: true })

/** Who signs papers, for whom it speaks, and the words of its numbers. */
export const Issuing = z.object({
  issuer: z.string().trim().min(2).max(60).meta({ label: '发文机关', half: true }),
  voice: Voice.meta({ label: '发文机关代表', titles: voiceTitles, half: true, help: '决定能向谁交办、对谁商请' }),
  /** 机关代字 in front of the word of the kind. */
  prefix: z.string().trim().min(1).max(8).meta({ label: '机关代字' }),
  words: z
    .object({
      prompt: word('prompt'),
      urge: word('urge'),
      order: word('order'),
      circular: word('circular'),
      interview: word('interview'),
      consult: word('consult'),
      petition: word('petition'),
    })
    .meta({ label: '文号用字', help: '用字相同的文书合编一个序号' }),
})
export type Issuing = z.infer<typeof Issuing>

/** Issuing as it holds from a day on; the first has none. */
export interface IssuingEdition {
  from: string | null
  issuing: Issuing
}

export const issuingOn = (editions: readonly [IssuingEdition, ...IssuingEdition[]], on: string): Issuing =>
  (editions.findLast(({ from }) => from === null || from <= on) ?? editions[0]).issuing

/** The editions once others hold from a day on; what was to come from that day or later is replaced. */
export function issueFrom(
  editions: readonly [IssuingEdition, ...IssuingEdition[]],
  { from, issuing }: { from: string; issuing: Issuing },
): [IssuingEdition, ...IssuingEdition[]] {
  const [first, ...later] = editions
  const same = JSON.stringify(Issuing.parse(issuingOn(editions, from))) === JSON.stringify(Issuing.parse(issuing))
  return same
    ? [first, ...later]
    : [first, ...later.filter((one) => (one.from ?? '') < from), { from, issuing: Issuing.parse(issuing) }]
}

/** Numbers up to the last that no paper bears, as people write them: 1—12、15; null where there is none. */
export function missingNumbers(used: readonly number[], last: number): string | null {
  const given = new Set(used)
  const missing = Array.from({ length: last }, (_, n) => n + 1).filter((n) => !given.has(n))
  const runs: [number, number][] = []
  for (const n of missing) {
    const run = runs.at(-1)
    if (run && run[1] === n - 1) run[1] = n
    else runs.push([n, n])
  }
  return runs.length === 0 ? null : runs.map(([a, b]) => (a === b ? `${a}` : `${a}—${b}`)).join('、')
}

/** 机关代字 + the word of the kind: 澄政督, 澄科函; each is a series of its own in each year. */
export const seriesWord = ({ prefix, words }: Pick<Issuing, 'prefix' | 'words'>, form: PaperForm): string =>
  `${prefix}${words[form]}`

const usualWords: Issuing['words'] = {
  prompt: '督提',
  urge: '督催',
  order: '督',
  circular: '督通',
  interview: '督约',
  consult: '函',
  petition: '报',
}

/** Characters organs are known by in numbers, by what their names say; the office sets its own where they differ. */
const marks: readonly [RegExp, string][] = [
  [/科技委|科学技术委员会/u, '科委办'],
  [/创新.*(?:领导小组|专班)/u, '创办'],
  [/领导小组|联席会议|指挥部/u, '领办'],
  [/专班/u, '专班'],
  [/高新.*(?:管委会|管理委员会)/u, '高管'],
  [/经(?:济|开).*(?:管委会|管理委员会)/u, '经管'],
  [/管委会|管理委员会/u, '管委'],
  [/人民政府|政府办|府办/u, '政'],
  [/[省市县区旗州盟]委(?:员会)?(?:办公室|办|督查室)?$/u, '委'],
  [/发展(?:和)?改革|发改/u, '发改'],
  [/工业和信息|工信/u, '工信'],
  [/经济和信息|经信/u, '经信'],
  [/科学技术|科技/u, '科'],
  [/市场监督|市场监管/u, '市监'],
  [/农业农村/u, '农'],
  [/财政/u, '财'],
  [/教育/u, '教'],
  [/人力资源|人社/u, '人社'],
]

/** What an organ's papers are numbered by until the office says otherwise: 澄政督〔2026〕1号, 澄科函〔2026〕1号. */
export function usualIssuing(issuer: string, divisionName: string): Issuing {
  const place = [...divisionName][0] ?? ''
  const mark = marks.find(([name]) => name.test(issuer))?.[1] ?? ''
  // An office sends letters in a series of its own, apart from those of its government.
  const ofOffice = /(?:政府|[省市县区旗州盟]委(?:员会)?)办(?:公室)?$/u.test(issuer) && (mark === '政' || mark === '委')
  const words = ofOffice ? { ...usualWords, consult: '办函', petition: '办报' } : usualWords
  return { issuer, voice: voiceOf(issuer), prefix: `${place}${mark}`.slice(0, 8) || '督', words }
}
