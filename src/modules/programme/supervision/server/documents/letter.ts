import { chineseDay } from '#platform/gazette/chinese-day.ts'
import type { Block, Gazette } from '#platform/gazette/gazette.ts'
import type { PaperFacts } from './paper-facts.ts'

const bare = (title: string): string => title.replace(/^《|》$/gu, '')
const withoutNumber = (matter: string): string => matter.replace(/^[\d.、（）()一二三四五六七八九十]+\s*/u, '')

const dueWords = (dueOn: string | null): string => (dueOn === null ? '' : `请于${chineseDay(dueOn)}前书面反馈。`)

/** 工作提示函 and 催办函: why it is sent, what stands, what is asked until when. */
export function letter({ paper }: PaperFacts): Gazette {
  const { content, kind } = paper
  const name = withoutNumber(content.matter)
  const title = kind === 'urge' ? `关于“${name}”的催办函` : `关于“${name}”的工作提示函`
  const opening =
    kind === 'urge'
      ? `《${bare(content.programme)}》明确由你单位承办“${name}”。经核对，该事项未按要求推进，现予催办（第${content.urges}次）。`
      : `《${bare(content.programme)}》明确由你单位承办“${name}”。经核对，该事项进展需要引起重视，现予提示。`
  const blocks: Block[] = [
    { kind: 'paragraph', text: opening },
    { kind: 'heading', level: 1, text: '一、有关情况' },
    ...listed(content.progress.length > 0 ? content.progress : [`来源：${content.source}`]),
    { kind: 'heading', level: 1, text: '二、办理要求' },
    { kind: 'paragraph', text: sentence(content.requirement) },
    { kind: 'paragraph', text: `${dueWords(paper.dueOn)}${assisted(content.assists)}` },
  ]
  return {
    letter: {
      head: { issuer: paper.issuer, number: paper.number },
      title,
      addressees: content.host,
      blocks,
      signature: { issuer: paper.issuer, on: paper.issuedOn },
      imprint: {
        ...(content.assists.length > 0 && { copiesTo: content.assists.join('，') }),
        printedBy: paper.issuer,
        printedOn: paper.issuedOn,
      },
    },
  }
}

const assisted = (assists: readonly string[]): string => (assists.length > 0 ? `请${assists.join('、')}协助办理。` : '')

/** Several facts are numbered; a single one stands by itself. */
function listed(texts: readonly string[]): Block[] {
  if (texts.length === 1) return [{ kind: 'paragraph', text: sentence(texts[0] ?? '') }]
  return texts.map((text, n) => ({ kind: 'paragraph', text: `${n + 1}.${sentence(text)}` }))
}

export const sentence = (text: string): string => (/[。；！？]$/u.test(text.trim()) ? text.trim() : `${text.trim()}。`)
