import { chineseDay } from '#platform/gazette/chinese-day.ts'
import type { Block, Gazette } from '#platform/gazette/gazette.ts'
import type { PaperFacts } from './paper-facts.ts'

const bare = (title: string): string => title.replace(/^《|》$/gu, '')
const withoutNumber = (matter: string): string => matter.replace(/^[\d.、（）()一二三四五六七八九十]+\s*/u, '')

/** Longer words of a plan are quoted up to a whole sentence, with a mark that they go on. */
const mostQuoted = 120

/** What the plan says of the task, behind its title; its own quotation marks become single ones (GB/T 15834-2011 4.8.3.3). */
function quotedWords(task: PaperFacts['paper']['content']['task']): string {
  const text = (task?.words ?? '').replace(/\s+/gu, '').replaceAll('“', '‘').replaceAll('”', '’')
  if (text === '' || text === task?.title) return ''
  const whole = text.length <= mostQuoted ? text : (/^.{10,119}?。/u.exec(text)?.[0] ?? text.slice(0, mostQuoted))
  return `，要求“${whole.replace(/。$/u, '')}${whole.length < text.length ? '……' : ''}”`
}

const dueWords = (dueOn: string | null): string => (dueOn === null ? '' : `请于${chineseDay(dueOn)}前书面反馈。`)

/** 工作提示函 and 催办函: why it is sent, what stands, what is asked until when. */
export function letter({ paper }: PaperFacts): Gazette {
  const { content, kind } = paper
  const matter = withoutNumber(content.matter)
  const name = content.task?.title ?? matter
  const title = kind === 'urge' ? `关于“${name}”的催办函` : `关于“${name}”的工作提示函`
  const words = quotedWords(content.task)
  const fault = matter === name ? [] : [`事由：${matter}`]
  const facts = [...fault, ...content.progress]
  const opening =
    kind === 'urge'
      ? `《${bare(content.programme)}》明确由你单位承办“${name}”${words}。经核对，该事项未按要求推进，现予催办（第${content.urges}次）。`
      : `《${bare(content.programme)}》明确由你单位承办“${name}”${words}。经核对，该事项进展需要引起重视，现予提示。`
  const asks = content.task?.asks ?? []
  const heads = asks.length > 0 ? ['方案要求', '有关情况', '办理要求'] : ['有关情况', '办理要求']
  const heading = (text: string): Block => ({
    kind: 'heading',
    level: 1,
    text: `${'一二三'[heads.indexOf(text)]}、${text}`,
  })
  const blocks: Block[] = [
    { kind: 'paragraph', text: opening },
    ...(asks.length > 0 ? [heading('方案要求'), ...listed(asks)] : []),
    heading('有关情况'),
    ...listed(facts.length > 0 ? facts : [`来源：${content.source}`]),
    heading('办理要求'),
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
