/**
 * The words by which a plan says who does what. Class: the role words of domain table 15.1 rule 7 and their usual
 * companions; a new word belongs here, not in the grammar.
 */

/** 牵头 decides; 责任/负责 leads or takes part depending on what stands beside it; 配合 only ever takes part. */
export type RoleWord = 'lead' | 'responsible' | 'support' | 'person' | 'due' | 'other'

/** What words before a colon ask for: 牵头单位：, 县任务分工：, 完成时限：. The first row contained decides; without any they ask for something else. */
export const LABEL_WORDS: readonly (readonly [RegExp, RoleWord])[] = [
  [/[抄主报]送|参会|出席|列席|到会|[发印]文|[公发]布|公开|来源|备注|范围|内容|依据|对象|标准|条件|分值/, 'other'],
  [/领导|责任人|联系人|负责人|分管|联络员|电话/, 'person'],
  [/时限|时间|期限|时序|进度|节点/, 'due'],
  [/牵头|主办|主管|主责|主抓|第一责任|总责|首办|主要负责/, 'lead'],
  [/配合|协办|协同|协助|参与|参加|支持|成员|协作|会办/, 'support'],
  [/责任|承办|实施|落实|完成|负责|承担|执行|组织|考核|监管|分工|单位|部门|[处科股]室|机构|主体/, 'responsible'],
]

/** A label of its own line asks for agencies or a day in so many words; 实施范围 and 落实情况 do not. */
export const ASKS_WHO =
  /(?:单位|部门|[处科股]室|机构|主体|分工|领导|责任人|^(?:牵头|主办|主责|责任|配合|参与|协办|落实|承办))(?:\([^()]*\)|及.*)?$/

/** Labels known without looking at what follows them, also behind a name without a comma: 县水务局责任单位：. */
export const KNOWN_LABEL =
  '(?:主要|具体|第一|第二|共同|[省市县区州]级?|总)?(?:牵头|责任|主办|主管|主责|主抓|配合|协办|协同|协助|参与|参加|支持|承办|实施|落实|完成|组织|考核|监管|执行|负责|成员|会办|首办|承担|分工){1,3}(?:单位|部门|处室|科室|机构|主体|股室|方|委办局|科局|司局)|' +
  '(?:牵头|责任|分管|联系|包[保抓联]|挂[联点]|督导|协管|主管|具体|主要|第一|直接|[省市县区]级)*(?:领导|责任人|负责人|联系人)|' +
  '(?:完成|办理|落实|整改|实施|推进|工作)?(?:时限|时间|期限)(?:节点|安排|要求)?|进度(?:安排|要求)|(?:牵头|主办|主责|责任|配合|参与|协办|协同|落实|承办)'
/** What stands before the colon: any words where a part of a clause begins, known ones anywhere. */
export const LABEL = new RegExp(
  `(?:(?<=^|[,;。:)\\s■●◆▲★□◇·•*【—-])[一-龥]{2,12}|${KNOWN_LABEL})(?:\\([^()]{0,8}\\)|及[一-龥]{2,6})?$`,
)
/** 牵头单位为市水务局, 责任单位。市水务局, 牵头单位市水务局. */
export const LABEL_WITHOUT_COLON =
  /(?<=^|[,;。:\s局委办厅部会院])(?:牵头|责任|配合|主办|参与|协办)(?:单位|部门)(?:[为是。;](?=[一-龥]{2})|(?=[省市县区州][^、,;。]{1,14}[局委办厅部会院]))/g

const JOINTLY =
  '(?:按(?:照)?(?:各自)?(?:职责|职能|职责任务|任务|工作)(?:分工)?|按?分工|分别|共同|各自|联合|依(?:法依)?(?:职责|责|职)|根据职责(?:分工)?|具体)'
const END = '(?=$|[,;。、:)〕\\]】]|等)'

/** Verbs after the agencies: ……牵头, ……配合, ……按职责分工负责. */
export const VERB = new RegExp(
  [
    `(?<lead>${JOINTLY}*(?:负责)?(?:总?牵头|主办)(?!单位|部门|处室|科室|机构|领导|责任)(?:负责|组织实施|组织落实|组织|抓好落实|抓落实|抓总|落实|实施|推进|统筹|办理|会)?|(?:作为|为|是)(?:总?牵头|主办|第一责任|主要责任)(?:单位|部门)${END})`,
    `(?<support>${JOINTLY}*(?:积极|密切|协同)?(?:配合|协助|协办|协同|参与|参加|指导|督导|支持)(?:落实|实施|做好|推进|负责|办理)?${END}|(?:作为|为|是)(?:配合|协办|参与|协助)(?:单位|部门)${END})`,
    `(?<with>会同)`,
    `(?<responsible>(?<jointly>${JOINTLY}*)(?:负责|组织协调|统筹协调|组织实施|组织落实|推进落实|推动落实|抓好落实|抓落实|落实|承担|承办|推进|实施|执行|办理)(?:组织协调|统筹协调|协调推进|协调|统筹|落实|组织实施|实施|推进|办理|完成|制定)?${END}|(?:作为|为|是)责任(?:单位|部门)${END})`,
  ].join('|'),
  'g',
)

/** Words without which no bracket is worth parsing. */
export const ROLE_HINT = /负责|牵头|责任|配合|落实|承办|主办|协办|参与|会同|协助|实施|承担|推进|指导|:/

/** 列首位的为牵头单位，下同; 除标注“分别牵头”外，列第一位的为牵头单位; 第一个单位为牵头单位. */
export const FIRST_IS_LEAD =
  /(?:[(〔](?=[^()〔〕]*[)〕]$))?(?:除[^,;。()]{2,20}外,)?(?:(?:位?列|排|排名|排序|排列|排位|位于)(?:在)?(?:首位|第一位?|第1位?|首)(?:的|者)?(?:责任)?(?:单位|部门)?|(?:首位|第一个|第一位|首个)(?:责任)?(?:单位|部门))(?:的)?(?:均)?[为是系即](?:总)?(?:牵头|主办|主责)[一-龥]{0,8}(?:,下同[)〕]$)?/g

/** 以下均需……负责，不再列出. */
export const NOT_LISTED =
  /不再(?:一一|逐一|逐项|重复|单独|另行)?(?:列出|列举|列明|注明|罗列|标注)|不(?:一一|逐一)(?:列出|列举)/
