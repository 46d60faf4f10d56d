import { dayOf } from '#kernel/moment.ts'
import { chineseDay } from '#platform/gazette/chinese-day.ts'
import type { FormRow, Gazette } from '#platform/gazette/gazette.ts'
import { orderRatingTitles } from '../../domain/order.ts'
import type { PaperFacts } from './paper-facts.ts'

/** 督办单: a form that travels with the case; what was said since it went out stands in it when it is printed. */
export function orderForm({ paper, order, entries }: PaperFacts): Gazette {
  const { content } = paper
  const said = (acts: readonly string[]) =>
    entries
      .filter(({ act }) => acts.includes(act))
      .map(({ words, byName, at, act }) => `${actWords[act] ?? ''}${words}（${byName}，${chineseDay(dayOf(at))}）`)
      .join('\n')
  const rows: FormRow[] = [
    { label: '督办事项', text: named(content), lines: 2 },
    { label: '来　　源', text: [content.source, `《${bare(content.programme)}》`].join('；') },
    { label: '承办单位', text: content.host },
    { label: '协办单位', text: content.assists.join('、') || '无' },
    { label: '办理要求', text: content.requirement, lines: 2 },
    { label: '办理时限', text: dueWords(paper.dueOn, order?.dueOn ?? null) },
    { label: '当前进度', text: content.progress.join('\n') || '见来源文件', lines: 2 },
    { label: '领导签批', text: said(['instruct']), lines: 3 },
    { label: '承办反馈', text: said(['answer']), lines: 3 },
    {
      label: '办结审核',
      text: [said(['passReview', 'returnAnswer', 'close']), ratingWords(order)].filter(Boolean).join('\n'),
      lines: 3,
    },
  ]
  return {
    letter: {
      title: `${paper.issuer}督办单`,
      blocks: [
        {
          kind: 'form',
          remarks: { left: `编号：${paper.number}`, right: `交办日期：${chineseDay(paper.issuedOn)}` },
          rows,
        },
      ],
    },
  }
}

/** The task as the plan calls it; what is pressed for behind it, where that is something else. */
const named = ({ matter, task }: PaperFacts['paper']['content']): string =>
  !task || matter.endsWith(task.title) ? matter : `${task.title}\n事由：${matter}`

const actWords: Record<string, string> = { passReview: '复核通过：', returnAnswer: '退回：', close: '销号：' }

const ratingWords = (order: PaperFacts['order']): string =>
  order?.rating ? `评价：${orderRatingTitles[order.rating]}` : ''

const bare = (title: string): string => title.replace(/^《|》$/gu, '')

/** The day of the paper; a day agreed to since then stands behind it. */
function dueWords(dueOn: string | null, now: string | null): string {
  const first = dueOn === null ? '' : `${chineseDay(dueOn)}前`
  return now === null || now === dueOn ? first : `${first}；现行时限 ${chineseDay(now)}`
}
