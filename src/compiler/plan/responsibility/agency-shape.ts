import { characterTable } from '../text/character-table.ts'

/** What the name of an agency looks like: told by its last characters, so that names never seen before are known too. */

const SUFFIX =
  '局|委|办|中支|陆港|机关|商会|保险|人寿|证券|总社|联社|口岸|气象|海事|厅|部|府|城|院|会|中心|公司|处|行|社|区|县|市|州|旗|盟|镇|乡|站|队|所|馆|室|科|组|专班|海关|集团|单位|部门|学校|大学|中学|高校|院校|机构|企业|园|场|街|街道|台|署|司|股|党委|支部|监狱|联盟|团|协会|医院|厂|基地|银行|电网|联通|移动|电信|铁塔|地方|地|各地|邮政|燃气|供电|政协|人大|人行|科协|工会|妇联|工商联|侨联|文联|残联|社科联|团市委|团县委|办事处|指挥部|网|库|校|方|岛|管网'
const NESTED = '(?:\\([^()]*\\)|〔[^〕]*〕|\\[[^\\]]*\\]|“[^”]*”)*'
const ENDS_AS_AGENCY = new RegExp(`(?:${SUFFIX})${NESTED}$`)
const SUFFIXES = new Set(SUFFIX.split('|'))
const LONGEST_SUFFIX = Math.max(...SUFFIX.split('|').map((suffix) => suffix.length))
/** Only behind one of these can a suffix stand further in. */
const CLOSES_NAME = characterTable(')〕]”')
const GENERIC = /^(?:各|相关|有关|全市|全县|全区|全省|其他|所有|驻)/
const NOT_AGENCY =
  /[。!?:]|\d年|(?<!地级)以上|以下|不少于|推动|加强|开展|建立|提高|完善|按照|根据|我们|确保|实现|做好|给予|是指|简称/

/** At the end of a name, ready for another: 市科技局 in 市科技局和市财政局, but not 发展 in 发展和改革局. */
export function endsAsAgency(name: string): boolean {
  for (let length = 1; length <= LONGEST_SUFFIX; length++) if (SUFFIXES.has(name.slice(-length))) return true
  return CLOSES_NAME[name.charCodeAt(name.length - 1)] === 1 && ENDS_AS_AGENCY.test(name)
}

/** Whether a piece of text can be the name of an agency or of a group of agencies. */
export const looksLikeAgency = (name: string): boolean =>
  name.length >= 2 && name.length <= 60 && !NOT_AGENCY.test(name) && (endsAsAgency(name) || GENERIC.test(name))
