import { z } from 'zod'
import { type Agency, Standing } from './agency.ts'
import { agencyCore, type Place, placeOf, plainName } from './agency-core.ts'
import { deptCodesOf } from './department-lookup.ts'
import { expandGroup } from './expand-group.ts'
import { kindStandings, namedStandings } from './standing.data.ts'

/** For whom a signing organ speaks; what it may do to others follows from it. */
export const Voice = z.enum(['county', 'party', 'bureau', 'park'])
export type Voice = z.infer<typeof Voice>

export const voiceTitles: Record<Voice, string> = {
  county: '本级政府（政府办、领导小组办公室、专班）',
  party: '本级党委（党委办）',
  bureau: '一个部门（对其他部门只能商请）',
  park: '开发区管委会（对县直部门只能商请）',
}

/** What an issuing organ is by its name; of an unusual one the office says it. */
export function voiceOf(issuer: string): Voice {
  const name = issuer.replace(/^中共/u, '').trim()
  if (
    /(?:领导小组|专班|指挥部|联席会议|委员会)(?:的)?办公室$|(?:领导小组|专班|指挥部|联席会议|科技委)(?:办)?$/u.test(
      name,
    )
  )
    return 'county'
  if (/管委会|管理委员会/u.test(name)) return 'park'
  if (/人民政府|政府办|府办$/u.test(name)) return 'county'
  if (/[省市县区旗州盟]委(?:员会)?(?:办公室|办|督查室)?$/u.test(name)) return 'party'
  return /[局厅委院站所]$|中心$/u.test(name) ? 'bureau' : 'county'
}

export interface Writer {
  issuer: string
  voice: Voice
  /** The division whose papers they are, and those above it, nearest first. */
  divisions: readonly [{ code: string; name: string }, ...{ code: string; name: string }[]]
}

export interface Judged {
  standing: Standing
  /** Why, as a person would say it. */
  reason: string
}

type Known = Pick<Agency, 'divisionCode' | 'name' | 'kind' | 'deptCodes' | 'standing'>

/**
 * How an agency stands to who writes to it. What the register says by hand comes first; then whose organ it is by its name,
 * then what it is. Only what is subordinate is urged and ordered (党政机关公文处理工作条例 第八条、第十五条).
 */
export function standingOf(agency: Known, writer: Writer): Judged {
  const [here] = writer.divisions
  if (agency.standing !== null && agency.divisionCode === here.code)
    return { standing: agency.standing, reason: '单位名录中选定' }
  const placed = placedCore(agency.name, writer.divisions.map(placeOf))
  const { core } = placed
  const home = agency.divisionCode === here.code ? placed.home : 'above'
  if (isOtherPlace(agency.name, home)) return { standing: 'beside', reason: '其他地区的机关' }
  if (home === 'above') return ofAbove(agency, core, writer)
  if (isHead(core, writer.voice)) return { standing: 'above', reason: '本级党委、政府，是发文机关的上级' }
  const named = namedStandings.find(({ name }) => name.test(agency.name))
  const usual = named ?? kindStandings[core.startsWith('委') ? 'party' : agency.kind]
  return byVoice(usual, { agency, writer, home })
}

/** To whom one paper goes: those of an agency, or of a group, that stand alike. */
export interface Addressed extends Judged {
  agencyIds: string[]
  names: string[]
}

/**
 * An agency as papers address it. A group whose members stand alike is addressed by its own name; one that unites those who may
 * be ordered with those who may not is taken apart, the subordinate first.
 */
export function addressedIn(
  agency: Agency,
  byId: ReadonlyMap<string, Agency>,
  writer: Writer,
): [Addressed, ...Addressed[]] {
  const whole = (judged: Judged): [Addressed] => [{ ...judged, agencyIds: [agency.id], names: [agency.name] }]
  const group = expandGroup(agency, byId)
  if (agency.kind !== 'group' || agency.standing !== null || group.kind === 'unconfigured')
    return whole(standingOf(agency, writer))
  const judged = group.members.map((member) => ({ member, ...standingOf(member, writer) }))
  const [first, ...others] = Standing.options.flatMap((standing) => {
    const alike = judged.filter((one) => one.standing === standing)
    const reason = [...new Set(alike.map((one) => one.reason))].join('、')
    const members = alike.map(({ member }) => member)
    return alike.length === 0
      ? []
      : [{ standing, reason, agencyIds: members.map(({ id }) => id), names: members.map(({ name }) => name) }]
  })
  if (!first) return whole(standingOf(agency, writer))
  return others.length === 0 ? whole(first) : [first, ...others]
}

type Home = 'here' | 'above' | 'unsaid'

function placedCore(name: string, places: readonly Place[]): { core: string; home: Home } {
  const { core, divisionCodes } = agencyCore(plainName(name).replace(/(?<=[省市县区旗州盟])委$/u, '委员会'), places)
  const home = divisionCodes === null ? 'unsaid' : divisionCodes.includes(places[0]?.code ?? '') ? 'here' : 'above'
  return { core, home }
}

/** 临川县人民政府, 邻水市科技局: an organ that bears a place which is neither here nor above. */
function isOtherPlace(name: string, home: Home): boolean {
  const placed =
    /^(?:中共)?(\p{Script=Han}{2,6}?(?:省|自治[州县]|市(?![场政])|[县区旗]))(?:人民政府|委|\p{Script=Han}{1,12}[局厅]$)/u.exec(
      name,
    )
  return home === 'unsaid' && placed !== null && !/[城园新发税范矿技]区$/u.test(placed[1] ?? '')
}

/** 县委, 县人民政府 themselves; the government is no superior of the party's committee. */
const isHead = (core: string, voice: Voice): boolean =>
  /^委(?:员会)?$/u.test(core) || (voice !== 'party' && /^(?:人民政府|政府)$/u.test(core))

/** 市政府 leads; of the departments above only that of the own line does, and only towards a department. */
function ofAbove({ deptCodes }: Known, core: string, { issuer, voice, divisions }: Writer): Judged {
  if (/^(?:人民政府|政府|委|委员会)(?:办公室|办|督查室)?$/u.test(core))
    return { standing: 'above', reason: '上级党委、政府' }
  const line = deptCodes.length > 0 ? deptCodes : deptCodesOf(core)
  const own = deptCodesOf(placedCore(issuer, divisions.map(placeOf)).core)
  return voice === 'bureau' && line.some((code) => own.includes(code))
    ? { standing: 'above', reason: '上级主管部门' }
    : { standing: 'beside', reason: '上级机关的部门，与本级不相隶属' }
}

interface Case {
  agency: Known
  writer: Writer
  home: Home
}

/** What a government office may do its department may not; a park leads what lies in it and nothing of the county. */
function byVoice(usual: Judged, { agency, writer, home }: Case): Judged {
  switch (writer.voice) {
    case 'county':
      return usual
    case 'party':
      return usual === kindStandings.party || usual === kindStandings.mass
        ? { standing: 'below', reason: '本级党委工作机关、群团组织' }
        : usual
    case 'bureau':
      return usual.standing === 'below' ? { standing: 'beside', reason: '与发文部门互不隶属' } : usual
    case 'park':
      return usual.standing !== 'below' || home === 'unsaid' || sharesName(agency.name, writer.issuer)
        ? usual
        : { standing: 'beside', reason: '县直单位和乡镇不隶属于开发区管委会' }
  }
}

/** 澄禾经济开发区科技局 belongs to 澄禾经济开发区管理委员会. */
const sharesName = (name: string, issuer: string): boolean =>
  name.startsWith(issuer.replace(/(?:党工委|管理委员会|管委会).*$/u, '')) && /管委会|管理委员会/u.test(issuer)
