import { chineseDay } from '#platform/gazette/chinese-day.ts'
import type { Block, Gazette } from '#platform/gazette/gazette.ts'
import { formOfPaper, titleOfPaper } from '../../domain/paper.ts'
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

/** How a letter speaks: what it is called and says differs by who it goes to, its parts do not. */
interface Tone {
  title: (name: string) => string
  /** How the agency is addressed. */
  you: string
  /** What is done about it, after what stands. */
  moves: string
  asking: string
  /** 结语, with the day where one is asked for. */
  close: (day: string | null) => string
}

type Content = PaperFacts['paper']['content']

/** 工作提示函, 催办通知 go down; 商请函 asks whom nobody here leads; 请示 asks above and ends as such a paper must. */
function toneOf({ kind, content }: PaperFacts['paper']): Tone {
  const form = formOfPaper({ kind, content })
  const again = content.urges > 0 && content.after !== undefined ? '再次' : ''
  const down = {
    you: '你单位',
    asking: '办理要求',
    close: (day: string | null) => (day === null ? '' : `请于${day}前书面反馈。`),
  }
  if (form === 'consult')
    return {
      title: (name) => `关于${again}商请${content.assistsTo === undefined ? '推进' : '协助推进'}“${name}”的函`,
      you: '贵单位',
      moves: again === '' ? '现商请贵单位支持推进。' : `此前已去函（${content.after}），现再次商请贵单位支持推进。`,
      asking: '商请事项',
      close: (day) => `以上事项${day === null ? '' : `，请于${day}前`}函复为盼。`,
    }
  if (form === 'petition')
    return {
      title: (name) => `关于${again}恳请支持推进“${name}”的请示`,
      you: content.host,
      moves: again === '' ? '现将有关情况请示如下。' : `此前已请示（${content.after}），现再次请示如下。`,
      asking: '请示事项',
      close: () => '妥否，请批示。',
    }
  return form === 'urge'
    ? {
        ...down,
        title: (name) => `关于“${name}”的${titleOfPaper(kind, content.standing ?? null)}`,
        moves: `经核对，该事项未按要求推进，现予催办（第${content.urges}次）。`,
      }
    : {
        ...down,
        title: (name) => `关于“${name}”的工作提示函`,
        moves:
          content.assistsTo === undefined
            ? '经核对，该事项进展需要引起重视，现予提示。'
            : '经核对，该事项需要抓紧推进，现予提示。',
      }
}

const ownPart = ({ assistsTo }: Content, you: string): string =>
  assistsTo === undefined ? `明确由${you}承办` : `明确由${assistsTo}承办、${you}协助`

/** A letter in a case: why it is sent, what stands, what is asked until when. */
export function letter({ paper }: PaperFacts): Gazette {
  const { content } = paper
  const tone = toneOf(paper)
  const form = formOfPaper(paper)
  const isUp = form === 'petition'
  const matter = withoutNumber(content.matter)
  const name = content.task?.title ?? matter
  const fault = matter === name ? [] : [`事由：${matter}`]
  const facts = [...fault, ...content.progress]
  const asks = content.task?.asks ?? []
  const heads = asks.length > 0 ? ['方案要求', '有关情况', tone.asking] : ['有关情况', tone.asking]
  const heading = (text: string): Block => ({
    kind: 'heading',
    level: 1,
    text: `${'一二三'[heads.indexOf(text)]}、${text}`,
  })
  const close = `${assisted(content.assists)}${tone.close(paper.dueOn === null ? null : chineseDay(paper.dueOn))}`
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      text: `《${bare(content.programme)}》${ownPart(content, tone.you)}“${name}”${quotedWords(content.task)}。${tone.moves}`,
    },
    ...(asks.length > 0 ? [heading('方案要求'), ...listed(asks)] : []),
    heading('有关情况'),
    ...listed(facts.length > 0 ? facts : [`来源：${content.source}`]),
    heading(tone.asking),
    { kind: 'paragraph', text: sentence(content.requirement) },
    ...(close === '' ? [] : [{ kind: 'paragraph' as const, text: close }]),
  ]
  return {
    letter: {
      head: {
        issuer: paper.issuer,
        number: paper.number,
        ...(isUp && { signer: '' }),
        ...(form !== 'urge' && !isUp && { isLetter: true }),
      },
      title: tone.title(name),
      addressees: content.host,
      blocks,
      signature: { issuer: paper.issuer, on: paper.issuedOn },
      ...(isUp && { note: `联系人：${paper.issuedBy}，联系电话：　　　　　　　` }),
      imprint: {
        ...(content.assists.length > 0 && { copiesTo: content.assists.join('，') }),
        printedBy: paper.issuer,
        printedOn: paper.issuedOn,
      },
    },
  }
}

/** Many are not told over again: they stand under 抄送. */
function assisted(assists: readonly string[]): string {
  const [first = ''] = assists
  if (assists.length > 5) return `请${first}等 ${assists.length} 个单位协助办理（名单见抄送）。`
  return assists.length > 0 ? `请${assists.join('、')}协助办理。` : ''
}

/** Several facts are numbered; a single one stands by itself. */
function listed(texts: readonly string[]): Block[] {
  if (texts.length === 1) return [{ kind: 'paragraph', text: sentence(texts[0] ?? '') }]
  return texts.map((text, n) => ({ kind: 'paragraph', text: `${n + 1}.${sentence(text)}` }))
}

export const sentence = (text: string): string => (/[。；！？]$/u.test(text.trim()) ? text.trim() : `${text.trim()}。`)
