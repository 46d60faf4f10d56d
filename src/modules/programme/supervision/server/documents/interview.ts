import { chineseDay } from '#platform/gazette/chinese-day.ts'
import type { Gazette } from '#platform/gazette/gazette.ts'
import type { PaperFacts } from './paper-facts.ts'

/** 约谈记录: who talked to whom about what, what was promised; lines are left free for signatures. */
export function interviewRecord({ paper }: PaperFacts): Gazette {
  const { content } = paper
  const { interview } = content
  const due = paper.dueOn === null ? '' : `\n整改时限：${chineseDay(paper.dueOn)}前`
  return {
    letter: {
      title: '约谈记录',
      blocks: [
        {
          kind: 'form',
          remarks: { left: `编号：${paper.number}`, right: paper.issuer },
          rows: [
            { label: '约谈事由', text: [content.matter, ...content.progress].join('\n'), lines: 2 },
            {
              label: '时间地点',
              text: [interview ? chineseDay(interview.on) : '', interview?.place ?? ''].filter(Boolean).join('，'),
            },
            { label: '约谈人', text: interview?.host ?? '' },
            { label: '被约谈单位', text: content.host },
            { label: '被约谈人', text: interview?.invited ?? '' },
            { label: '记录人', text: interview?.recorder ?? '' },
            { label: '约谈内容', text: interview?.talk ?? '', lines: 4 },
            { label: '表　　态', text: interview?.statement ?? '', lines: 3 },
            { label: '整改要求', text: `${content.requirement}${due}`, lines: 2 },
            { label: '签　　字', text: '约谈人：　　　　　　　　被约谈人：\n记录人：', lines: 2 },
          ],
        },
      ],
    },
  }
}
