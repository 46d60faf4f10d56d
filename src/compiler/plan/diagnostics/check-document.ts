import type { Diagnostic } from '../../compiled-plan.ts'
import type { BuiltTask } from '../build-tasks.ts'
import type { FoundPeriod } from '../head/period.ts'
import type { DocumentHead } from '../head/read-head.ts'
import type { PlanText } from '../read-plan-text.ts'
import { spanOf } from '../text/reading-text.ts'
import { report } from './catalogue.ts'

const ANNEX_NAMED =
  /(?:指标|目标|任务|清单|分工|名单|台账|分解|项目)?表?(?:附后|见附(?:件|表)\d?|详见附(?:件|表)\d?)|(?:^|[。)])附(?:件|表)\d?[:.][^。;]{2,60}?\(略\)/
const ANNEX_LINE = /^附(?:件|表)\d{0,2}[:.]?/
const LEFT_OUT = /\((?:此)?略\)|略$/

/** Kinds of document that are handed in by mistake; told by the title, the opening words or the first heading. */
const OTHER_KINDS: readonly (readonly [RegExp, RegExp, string])[] = [
  [/政府工作报告|工作报告$/, /^.{0,40}各位(?:代表|委员)/, '政府工作报告'],
  [/解读|起草说明|政策问答|一图读懂|答记者问/, /^.{0,200}(?:一、)?(?:起草|制定|出台)(?:的)?背景/, '政策解读或起草说明'],
  [/工作总结|情况(?:的)?(?:报告|通报|汇报)/, /(?!)/, '工作总结或情况通报'],
]

export interface DocumentFacts {
  plan: PlanText
  head: DocumentHead
  found: FoundPeriod
  built: readonly BuiltTask[]
}

function checkYear({ head, found }: DocumentFacts): Diagnostic[] {
  if (found.period === null) return [report('GT101', head.titleSpan)]
  const years = `${found.period.start.slice(0, 4)}${found.period.end.slice(0, 4) === found.period.start.slice(0, 4) ? '' : `—${found.period.end.slice(0, 4)}`}年`
  return found.from === 'date' ? [report('GT102', head.titleSpan, { what: years })] : []
}

function checkKind({ plan, head, built }: DocumentFacts): Diagnostic[] {
  const opening = plan.reading.text.slice(0, 260)
  const title = head.noticeTitle || head.title
  const other = OTHER_KINDS.find(([inTitle, atTop]) => inTitle.test(title) || atTop.test(opening))
  const hasOwners = built.some(({ task }) => task.mode !== 'none')
  const isNotice = !hasOwners && title.endsWith('通知') && !/印发|转发|方案|计划|要点|任务|措施|规划|意见/.test(title)
  const isDraft = /征求意见稿|\(草案\)|送审稿/.test(`${title}${head.title}`)
  const kind = other?.[2] ?? (isNotice ? '一般通知' : undefined)
  return [
    ...(kind ? [report('GT104', head.titleSpan, { what: kind })] : []),
    ...(isDraft ? [report('GT107', head.titleSpan)] : []),
  ]
}

/** An annex is there when words of its own follow its line. */
function hasAnnex(plan: PlanText, from: number): boolean {
  return plan.paragraphs.some(({ start, end }, i) => {
    if (start < from || !ANNEX_LINE.test(plan.reading.text.slice(start, start + 8))) return false
    return !LEFT_OUT.test(plan.reading.text.slice(start, end)) && plan.paragraphs.length - i > 3
  })
}

function checkAnnex({ plan }: DocumentFacts): Diagnostic[] {
  const named = ANNEX_NAMED.exec(plan.reading.text)
  if (!named || hasAnnex(plan, named.index)) return []
  const words = named[0].replace(/^[。)]/, '')
  const start = named.index + named[0].length - words.length
  return [report('GT106', spanOf(plan.reading, start, start + words.length), { what: words })]
}

function checkParts({ plan, built }: DocumentFacts): Diagnostic[] {
  // Parts and tasks both stand in the order of the text.
  let next = 0
  const withTasks = plan.parts.filter((part) => {
    while ((built[next]?.found.node.first ?? Number.POSITIVE_INFINITY) < part.first) next += 1
    return (built[next]?.found.node.first ?? Number.POSITIVE_INFINITY) < part.after
  })
  const titled = withTasks.slice(1).flatMap(({ title }) => (title ? [title] : []))
  return titled.map(({ start, end }) =>
    report('GT103', spanOf(plan.reading, start, end), {
      what: plan.reading.written.slice(start, end),
      other: String(withTasks.length),
    }),
  )
}

/** What the document as a whole leaves open: its year, its kind, its annexes, its tasks. */
export function checkDocument(facts: DocumentFacts): Diagnostic[] {
  const noTasks = facts.built.some(({ task }) => task.kind === 'task') ? [] : [report('GT105', facts.head.titleSpan)]
  return [...checkYear(facts), ...checkKind(facts), ...noTasks, ...checkAnnex(facts), ...checkParts(facts)]
}
