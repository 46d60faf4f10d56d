import type { ScheduleTemplate, TemplateStep } from './template.ts'

/**
 * Templates every county begins with; working days are those an ordinary case takes in a county office and are there to
 * be changed. `[key, title, working days, waits for, node of the year, not before]`; `7日` are days of the calendar, 0 is a mark.
 */
type Row = [key: string, title: string, takes: number | `${number}日`, after: string, by?: string, from?: string]

const steps = (rows: readonly Row[]): TemplateStep[] =>
  rows.map(([key, title, takes, after, by = null, from = null]) => {
    const unit = typeof takes === 'number' ? 'working_day' : 'day'
    const own = { key, title, days: Number.parseInt(`${takes}`, 10), unit, lagDays: 0, lagUnit: 'working_day' } as const
    return { ...own, after: after === '' ? [] : after.split(' '), from, by }
  })

export const defaultTemplates: readonly ScheduleTemplate[] = [
  {
    key: 'document',
    title: '制发文件',
    use: '出台办法、细则、方案，编制规划、清单、目录',
    repeats: 'once',
    steps: steps([
      ['a', '调研摸底、收集依据', 10, ''],
      ['b', '起草初稿', 15, 'a'],
      ['c', '征求部门和企业意见', 15, 'b'],
      ['d', '公平竞争和合法性审核', 8, 'c'],
      ['e', '修改形成送审稿', 5, 'd'],
      ['f', '提请会议审议', 10, 'e'],
      ['g', '印发公布', 3, 'f'],
      ['h', '政策解读和备案', 5, 'g'],
    ]),
  },
  {
    key: 'platform',
    title: '创建国家级、省级平台（称号）',
    use: '创建或申报须经上级认定的园区、平台、示范称号',
    repeats: 'once',
    steps: steps([
      ['a', '对照认定标准自查，列出差距清单', 15, ''],
      ['b', '制定创建方案，分解到单位', 15, 'a'],
      ['c', '补齐短板、整改达标', 80, 'b'],
      ['d', '整理佐证、编制申报材料', 20, 'b'],
      ['e', '县级审核并行文推荐', 8, 'c d'],
      ['f', '市级审核推荐', 12, 'e'],
      ['g', '省级以上评审和现场考察', 40, 'f'],
      ['h', '公示', '7日', 'g'],
      ['i', '认定批复', 8, 'h'],
      ['j', '挂牌', 0, 'i'],
    ]),
  },
  {
    key: 'quota',
    title: '年度目标（按季推进）',
    use: '有年度目标、要按期达到的任务；节点只安排工作，做到多少看报送的数字',
    repeats: 'yearly',
    steps: steps([
      ['a', '明确年度目标，分解到单位', 10, '', '03-10'],
      ['b', '梳理对象和堵点，建立清单', 12, 'a', '03-31'],
      ['c', '二季度节点：对照数字查进度', 30, 'b', '06-30'],
      ['d', '三季度节点：补短板、促落实', 30, 'c', '09-30'],
      ['e', '四季度节点：年度收尾', 30, 'd', '12-15'],
      ['f', '核验数据、年度总结', 8, 'e', '12-31'],
    ]),
  },
  {
    key: 'construction',
    title: '工程建设项目',
    use: '厂房、路网、管网、公寓、基地等土建和设施项目',
    repeats: 'once',
    steps: steps([
      ['a', '项目建议书和可行性研究批复', 30, ''],
      ['b', '落实用地、规划和资金', 30, 'a'],
      ['c', '勘察设计和施工图审查', 30, 'a'],
      // 招标投标法第二十四条: no less than 20 days from the issue of the documents; 实施条例第五十四条: winners are shown for 3 at least.
      ['d', '编制招标文件', 6, 'b c'],
      ['e', '招标公告至开标', '20日', 'd'],
      ['f', '评标定标、中标候选人公示', '3日', 'e'],
      ['g', '签订合同、办理施工许可', 12, 'f'],
      ['h', '主体施工', 110, 'g'],
      ['i', '配套和设备安装', 30, 'h'],
      ['j', '竣工验收', 15, 'i'],
      ['k', '移交', 8, 'j'],
      ['l', '投用', 0, 'k'],
    ]),
  },
  {
    key: 'system',
    title: '服务平台、窗口、站点建设',
    use: '线上线下服务平台、信息系统、服务窗口和站点',
    repeats: 'once',
    steps: steps([
      ['a', '摸清需求和事项清单', 12, ''],
      ['b', '编制建设方案、报批立项', 15, 'a'],
      ['c', '落实经费和场地', 12, 'b'],
      ['d', '采购、签订合同', 25, 'b'],
      ['e', '建设部署、数据接入', 40, 'c d'],
      ['f', '人员到位和培训', 10, 'c'],
      ['g', '试运行、整改', 15, 'e f'],
      ['h', '验收、正式启用', 5, 'g'],
    ]),
  },
  {
    key: 'challenge',
    title: '揭榜挂帅、科研攻关项目（每年一批）',
    use: '征集需求、发布榜单、立项攻关',
    repeats: 'yearly',
    steps: steps([
      ['a', '征集技术需求', 18, '', '03-20'],
      ['b', '论证凝练、编制榜单', 15, 'a', '04-15'],
      ['c', '发布榜单、对接揭榜团队', 18, 'b', '05-20'],
      ['d', '评审遴选', 10, 'c', '06-06'],
      ['h', '公示', '5日', 'd', '06-15'],
      ['e', '签约立项、拨付首期资金', 10, 'h', '06-30'],
      ['f', '中期检查', 8, 'e', '10-31'],
      ['g', '年度绩效评价、兑付', 10, 'f', '12-20'],
    ]),
  },
  {
    key: 'event',
    title: '活动、赛事、培训',
    use: '在某日前办一次的活动、对接会、大赛、培训班',
    repeats: 'once',
    steps: steps([
      ['a', '制定活动方案', 8, ''],
      ['b', '报批，落实经费、场地和安全预案', 8, 'a'],
      ['c', '发布通知、邀请嘉宾', 10, 'b'],
      ['d', '筹备布置、彩排', 10, 'b'],
      ['e', '举办', 3, 'c d'],
      ['f', '宣传总结、跟踪对接成果', 8, 'e'],
    ]),
  },
  {
    key: 'yearlyEvent',
    title: '每年举办的活动',
    use: '科技活动周、对接季、年度评选等每年一届的活动',
    repeats: 'yearly',
    steps: steps([
      ['a', '制定年度活动方案、报批', 10, '', '03-31'],
      ['b', '发布通知、组织参加', 12, 'a', '04-25'],
      ['c', '筹备布置', 12, 'a', '04-30'],
      ['d', '举办', 5, 'b c', '05-31'],
      ['e', '宣传总结、跟踪成果', 10, 'd', '06-30'],
      ['f', '年度活动台账归档', 5, 'e', '12-20'],
    ]),
  },
  {
    key: 'fund',
    title: '资金池、基金、金融产品设立',
    use: '设立风险补偿资金池、引导基金、信贷产品',
    repeats: 'once',
    steps: steps([
      ['a', '摸底融资需求、比选合作机构', 12, ''],
      ['b', '拟定管理办法', 15, 'a'],
      ['c', '审核、报批', 12, 'b'],
      ['d', '落实首期出资', 15, 'c'],
      ['e', '签订合作协议', 10, 'c'],
      ['f', '开立专户、投入运行', 8, 'd e'],
    ]),
  },
  {
    key: 'regular',
    title: '常态工作（保障措施）',
    use: '组织领导、资金保障、督导考核、宣传等长期工作',
    repeats: 'yearly',
    steps: steps([
      ['a', '明确分工、联络人和年度安排', 8, '', '03-31'],
      ['b', '上半年推进并自查', 20, 'a', '06-30'],
      ['c', '下半年推进并补短', 20, 'b', '11-30'],
      ['d', '年度总结、归档', 8, 'c', '12-31'],
    ]),
  },
  {
    key: 'generic',
    title: '一般任务',
    use: '不属于以上各类的任务',
    repeats: 'once',
    steps: steps([
      ['a', '明确责任人、制定实施计划', 8, ''],
      ['b', '动员部署、落实保障', 8, 'a'],
      ['c', '组织实施', 40, 'b'],
      ['d', '中期检查、纠偏', 5, 'c'],
      ['e', '收尾达标', 20, 'd'],
      ['f', '验收总结、归档', 6, 'e'],
    ]),
  },
]
