import type { Block, Gazette } from '#platform/gazette/gazette.ts'
import type { DecisionView, MeetingPage } from '../contract.ts'
import type { MeetingKind } from '../domain/meeting.ts'
import type { MinutesHead } from '../domain/minutes-head.ts'
import { meetingFacts } from './write-pack.ts'

const headWords: Record<MeetingKind, string> = {
  consultation: '会商会议',
  coordination: '协调会议',
  dispatch: '调度会议',
  leading: '领导小组会议',
  other: '专题会议',
}

/** The whole line must stand on the page at no less than 22 points. */
const longestHead = 19

/** 澄禾县科技惠农行动协调会议纪要: what stands in red on top; the programme is left out where the line would not hold it. */
export function headOf(kind: MeetingKind, programmeTitle: string, division: string): string {
  const short = programmeTitle
    .replace(/[《》]|（[^）]*）|\([^)]*\)/gu, '')
    .replace(division, '')
    .replace(/(?:实施方案|工作方案|方案|行动计划|工作要点|计划|规划|要点)$/u, '')
  const whole = `${division}${short}${headWords[kind]}纪要`
  return [...whole].length <= longestHead ? whole : `${division}${headWords[kind]}纪要`
}

const stopped = (text: string): string => (/[。；！？][”）]?$/u.test(text) ? text : `${text}。`)

/** Matter, owner and day of one decision, as minutes put them (事项—责任—时限). */
function decisionBlock({ words, owners, dueOn, read }: DecisionView, n: number): Block {
  const whole = [
    owners.length === 0 ? '责任单位：待明确' : `责任单位：${owners.map(({ name }) => name).join('、')}`,
    `完成时限：${dueOn === null ? (read.due?.text ?? '未定') : dayInWords(dueOn)}`,
  ]
  return { kind: 'paragraph', text: `${n}.${stopped(words)}（${whole.join('；')}）` }
}

function dayInWords(on: string): string {
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

interface Minuted {
  page: MeetingPage
  head: MinutesHead | null
  division: string
}

/** 会议纪要: red head with its 期号, time, place, chair and who was there, then what was decided; no seal (GB/T 9704-2012 10.3). */
export function minutesPaper({ page, head, division }: Minuted): Gazette {
  const facts = meetingFacts(page).map(([label, text]): [string, string] =>
    label === '参加' ? ['出席', head?.attended ?? text] : [label, text],
  )
  const absent: [string, string][] = head?.absent ? [['请假', head.absent]] : []
  const number = page.number ?? '（印发前稿，未编号）'
  const copiesTo = page.agencies.map(({ name }) => name).join('，')
  return {
    letter: {
      head: { issuer: headOf(page.kind, page.programmeTitle, division), number },
      title: `${page.title}纪要`,
      blocks: [
        ...[...facts, ...absent].map(
          ([label, text]): Block => ({ kind: 'paragraph', lead: { level: 1, text: `${label}：` }, text }),
        ),
        {
          kind: 'paragraph',
          text: page.items.length > 0 ? `会议研究了${page.items.length}项议题，议定以下事项：` : `会议议定以下事项：`,
        },
        ...page.decisions.map((decision, i) => decisionBlock(decision, i + 1)),
      ],
      ...(page.issuedOn === null
        ? {}
        : { imprint: { ...(copiesTo === '' ? {} : { copiesTo }), printedBy: '专班办公室', printedOn: page.issuedOn } }),
    },
  }
}
