import type { Block, Gazette } from '#platform/gazette/gazette.ts'
import type { AgendaItemView, MeetingPage } from '../contract.ts'
import { agendaReasonTitles } from '../domain/agenda.ts'

const lampWords = { green: '● 绿灯', yellow: '▲ 黄灯', red: '■ 红灯', grey: '○ 灰灯（未到期或无数据）' } as const
const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 一, 十二, 二十三: for numbering, up to 99. */
function inChinese(n: number): string {
  if (n <= 10) return ordinals[n - 1] ?? String(n)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? ordinals[tens - 1] : ''}十${ones > 0 ? ordinals[ones - 1] : ''}`
}

const dayInWords = (on: string): string => {
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const labelled = (label: string, text: string): Block => ({
  kind: 'paragraph',
  lead: { level: 1, text: `${label}：` },
  text,
})
const stopped = (text: string): string => (/[。；！？][”）]?$/u.test(text) ? text : `${text}。`)

/** 时间、地点、主持、参加: the facts every paper of a meeting begins with. */
export function meetingFacts({ heldOn, startsAt, place, chair, agencies }: MeetingPage): [string, string][] {
  return [
    ['时间', `${dayInWords(heldOn)}${startsAt === null ? '' : ` ${startsAt}`}`],
    ['地点', place ?? '待定'],
    ['主持', chair ?? '待定'],
    ['参加', agencies.length === 0 ? '待定' : agencies.map(({ name }) => name).join('、')],
  ]
}

function itemBlocks(item: AgendaItemView, n: number): Block[] {
  const { facts } = item
  const reasons = item.reasons.map(({ kind, text }) => `〔${agendaReasonTitles[kind]}〕${stopped(text)}`)
  const blocks: Block[] = [{ kind: 'heading', level: 2, text: `（${inChinese(n)}）${item.title}` }]
  if (facts) {
    const lamp = facts.lamp === null ? '○ 未评定' : lampWords[facts.lamp]
    const since = facts.sinceOn === null ? '' : `，自${dayInWords(facts.sinceOn)}起`
    const due = facts.dueOn === null ? '未写明期限' : `${dayInWords(facts.dueOn)}到期`
    blocks.push(labelled('亮灯', `${lamp}${since}。牵头单位：${facts.leads.join('、') || '未明确'}；${due}。`))
  }
  if (reasons.length > 0) blocks.push(labelled('列入理由', reasons.join('\n')))
  if (facts && facts.figures.length > 0)
    blocks.push(labelled('目标', `${facts.figures.map(({ text }) => text).join('；')}。`))
  if (facts)
    blocks.push(
      labelled(
        '最近报送',
        facts.reports.length === 0
          ? '还没有报送。'
          : facts.reports.map(({ agency, on, state, text }) => stopped(`${agency}（${on}，${state}）${text}`)).join(''),
      ),
    )
  if (facts && facts.orders.length > 0)
    blocks.push(labelled('督办', `${facts.orders.map(({ text }) => text).join('；')}。`))
  if (item.asked !== '') blocks.push(labelled('提请会议', stopped(item.asked.replace(/^请会议/, ''))))
  return blocks
}

/** The papers of a meeting: when and where, the agenda, and for each item what is known, what was last said and what is asked. */
export function packOf(page: MeetingPage): Gazette {
  const agenda = page.items.map(({ title }, i) => paragraph(`${i + 1}.${title}`))
  return {
    letter: {
      title: `${page.title}${page.title.endsWith('会') ? '' : '会议'}材料`,
      blocks: [
        { kind: 'heading', level: 1, text: '一、会议安排' },
        ...meetingFacts(page).map(([label, text]) => labelled(label, text)),
        { kind: 'heading', level: 1, text: '二、会议议程' },
        ...agenda,
        { kind: 'heading', level: 1, text: '三、议题材料' },
        ...page.items.flatMap((item, i) => itemBlocks(item, i + 1)),
      ],
      ...(page.agendaOn === null ? {} : { note: `数据截至${dayInWords(page.agendaOn)}` }),
    },
  }
}
