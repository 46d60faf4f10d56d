import { levelText } from '#kernel/level-text.ts'
import { shortDivisionName } from './division.ts'

/** A place that may stand in an office's name, with what people write for it: 澄禾县, 澄禾, 县. */
export interface Place {
  code: string
  full: readonly string[]
  level: string
}

export const placeOf = ({ code, name }: { code: string; name: string }): Place => {
  const level = name.endsWith('自治区') ? '自治区' : name.slice(-1)
  const short = shortDivisionName(name)
  const full = [...new Set([name, short + level, short])].sort((a, b) => b.length - a.length)
  return { code, full, level }
}

/** An office name taken apart: the name without place and level, and the divisions it can belong to (null: nothing said). */
export interface AgencyCore {
  core: string
  divisionCodes: readonly string[] | null
}

/** A name such that two which look the same are the same. */
export const levelName = (name: string): string => levelText(name).normalize('NFKC').replace(/\s/g, '')

/** One width, no blanks, no stray punctuation at the end; 由 before a name is not part of it. */
export const plainName = (name: string): string =>
  levelName(name)
    .replace(/[〔［【[]/g, '(')
    .replace(/[〕］】\]]/g, ')')
    .replace(/^由(?=.{3})|^中共/, '')
    .replace(/[。,;、.:]+$/, '')

/**
 * Takes the place and the level off a name: 县科技局, 澄禾县科技局 → 科技局; 国家税务总局澄禾县税务局 → 国家税务总局税务局;
 * 团县委 → 团委. The innermost place wins: 泽宁市澄禾县… and the
 * branch 市生态环境局澄禾分局 (→ 生态环境分局) belong to the county.
 * @param name as `plainName` gives it
 */
export function agencyCore(name: string, places: readonly Place[]): AgencyCore {
  const inner = /^(共青团|团)(.+?)(委|委员会)$/.exec(name)
  if (inner) {
    const [, head = '', middle = '', tail = ''] = inner
    const at = agencyCore(`${middle}${head}${tail}`, places)
    if (at.divisionCodes !== null && at.core === `${head}${tail}`) return at
  }
  const outer = prefixed(name, places)
  return enclosed(outer?.core ?? name, places) ?? outer ?? { core: name, divisionCodes: null }
}

function prefixed(name: string, places: readonly Place[]): AgencyCore | null {
  const named = strip(name, places, (place) => place.full)
  if (named !== null) return strip(named.core, places, (place) => place.full) ?? named
  return wordWithLevel.test(name) ? null : strip(name, places, (place) => [place.level])
}

/** 市场监督管理局, 市政管理局, 区域合作办, 县域经济办: the first character belongs to the word, it is not the level. */
const wordWithLevel = /^(?:市场|市政(?:园林|管理|公用|工程)|区域|县域)/

function strip(
  name: string,
  places: readonly Place[],
  textsOf: (place: Place) => readonly string[],
): AgencyCore | null {
  const texts = places.flatMap(textsOf).sort((a, b) => b.length - a.length)
  const text = texts.find((prefix) => name.startsWith(prefix) && name.length >= prefix.length + 2)
  if (text === undefined) return null
  const divisionCodes = places.filter((place) => textsOf(place).includes(text)).map((place) => place.code)
  return { core: name.slice(text.length), divisionCodes }
}

function enclosed(name: string, places: readonly Place[]): AgencyCore | null {
  for (const place of places)
    for (const text of place.full) {
      const at = name.indexOf(text)
      if (at <= 0) continue
      const core = name.slice(0, at) + name.slice(at + text.length)
      return { core: core.replace(/局分局$/, '分局'), divisionCodes: [place.code] }
    }
  return null
}
