import { type Measured, meaningOf } from '#modules/programme/plans/contract.ts'

/** What of a task tells how it is done. */
export interface TaskFeatures {
  kind: 'task' | 'measure'
  title: string
  text: string
  dueOn: string | null
  targets: readonly (Measured & { value: number | null })[]
}

/** The template that suits, and the words or figures that say so. */
export interface Classification {
  template: string
  because: string
}

interface Rule {
  template: string
  /** Looked for in the title, then (where given) in the text. */
  title: RegExp
  text?: RegExp
  /** What else has to be so. */
  when?: (task: TaskFeatures) => boolean
}

const isYearly = ({ targets, text }: TaskFeatures): boolean =>
  targets.some((target) => meaningOf(target).span === 'each_year') || /每年|年均/.test(text)

/** Whether a figure is to be brought together in time; how long something may take is no amount of work. */
const isCounted = ({ kind, value }: TaskFeatures['targets'][number]): boolean =>
  value !== null && kind !== 'duration' && meaningOf({ kind }).counted !== 'done'

/** In the order they are tried; a word of the title weighs more than one of the text. */
const rules: readonly Rule[] = [
  { template: 'event', title: /^(举办|承办|召开)|开放日/, when: (task) => !isYearly(task) },
  { template: 'challenge', title: /揭榜挂帅|榜单|科技攻关|攻关项目|技术攻关/, text: /发布榜单|榜单征集/ },
  { template: 'fund', title: /资金池|风险补偿|引导基金|创投基金|基金.{0,4}设立|设立.{0,8}基金/ },
  {
    template: 'platform',
    title: /(创建|争创|申创|申报|获批|建成).{0,10}(国家|省级|省|高新技术产业开发区|示范|试点)/,
    text: /成功(创建|获批|入选)|(创建|争创)(国家级|省级)/,
    when: ({ title, text }) => !/培育|梯度/.test(title) && /创建|争创|申创|认定|获批/.test(title + text),
  },
  {
    template: 'construction',
    title:
      /厂房|路网|管网|公寓|承载空间|基础设施|绿色低碳园区|(建设|布局|新建|改造).{0,8}(基地|园区|中心|工程|设施|大楼|场馆)/,
    text: /标准化厂房|管网改造|万平方米/,
    when: ({ title }) => !/服务平台|人才|金融|政策|企业/.test(title),
  },
  { template: 'system', title: /(服务|信息|数据|大数据|共享|监测|管理).{0,4}(平台|系统)|窗口|服务站|驿站/ },
  { template: 'yearlyEvent', title: /(活动周|活动|大赛|论坛|对接会|氛围)/, when: isYearly },
  { template: 'event', title: /举办|大赛|论坛|峰会|对接会|活动周|培训班|现场会/ },
  {
    template: 'document',
    title: /制定|出台|编制|印发|起草|修订|清单|目录|办法|细则|规划$/,
    text: /(公布|印发|出台|制定)[^。，；]{0,16}(清单|目录|办法|细则|方案)/,
    when: ({ title, targets, dueOn }) =>
      /制定|出台|编制|印发|办法|细则|清单|目录|规划/.test(title) || dueOn !== null || targets.length === 0,
  },
]

/** Which template a task is scheduled from, decided from its own words and targets alone. */
export function classifyTask(task: TaskFeatures): Classification {
  if (task.kind === 'measure') return { template: 'regular', because: '保障措施' }
  for (const rule of rules) {
    const word = rule.title.exec(task.title)?.[0]
    if (word && (rule.when?.(task) ?? true)) return { template: rule.template, because: `任务名称中的“${word}”` }
  }
  if (isYearly(task)) return { template: 'quota', because: '有每年要完成的目标' }
  const counts = task.targets.filter(isCounted)
  for (const rule of rules) {
    const word = rule.text?.exec(task.text)?.[0]
    if (word && counts.length < 2 && (rule.when?.(task) ?? true))
      return { template: rule.template, because: `原文中的“${word}”` }
  }
  if (counts.length > 0) return { template: 'quota', because: '有要按期达到的数量目标' }
  return { template: 'generic', because: '没有可归类的词语和数量目标' }
}
