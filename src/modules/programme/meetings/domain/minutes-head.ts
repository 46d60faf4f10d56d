import { z } from 'zod'
import type { MinutesParagraph } from './minutes-text.ts'

/** What the head of minutes says of the meeting; null where it says nothing. */
export const MinutesHead = z.object({
  time: z.string().nullable(),
  place: z.string().nullable(),
  chair: z.string().nullable(),
  attended: z.string().nullable(),
  absent: z.string().nullable(),
  recorder: z.string().nullable(),
})
export type MinutesHead = z.infer<typeof MinutesHead>

type Field = keyof MinutesHead

const labels: readonly (readonly [RegExp, Field | 'other'])[] = [
  [/^(?:会议|开会|召开)?时间/, 'time'],
  [/^(?:会议|开会|召开)?地点/, 'place'],
  [/^(?:会议)?主持(?:人|人员)?/, 'chair'],
  [/^(?:出席|参加|参会|到会)(?:会议)?(?:人员|领导|单位|单位及人员)?/, 'attended'],
  [/^(?:请假|缺席)(?:人员|单位)?/, 'absent'],
  [/^(?:会议)?记录(?:人|人员|整理)?/, 'recorder'],
  [/^(?:服务|联系|挂[点钩]|调度|督办)(?:企业|领导|对象)/, 'other'],
  [/^(?:列席|议题|会议议题|会议名称|主题|签发|审核|校对|发送?|分送|报送?|抄送|抄报|主送|印发|附件)(?:人员|人|机关|单位)?/, 'other'],
] // biome-ignore format: a table

const AFTER_LABEL = /^\s*[:：]\s*/

interface HeadLine {
  field: Field | 'other'
  value: string
}

/** A line of the head or foot: 时间：…, 主持：…, 抄送：…; undefined for any other line. */
export function readHeadLine(words: string): HeadLine | undefined {
  const plain = words.replace(/^[\s\u3000]+/, '').replace(/(?<=^[一-龥])[\s\u3000]+(?=[一-龥]\s*[:：])/, '')
  for (const [pattern, field] of labels) {
    const label = pattern.exec(plain)?.[0]
    const rest = label === undefined ? '' : plain.slice(label.length)
    const colon = AFTER_LABEL.exec(rest)
    if (colon)
      return {
        field,
        value: rest
          .slice(colon[0].length)
          .replace(/[。；;]$/, '')
          .trim(),
      }
  }
  return undefined
}

/** 2026年9月25日下午，副县长周远山在县政府二楼会议室主持召开…… */
const OPENING =
  /^(?<time>(?:20\d{2}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚)?(?:\d{1,2}[:：时点]\d{0,2}分?)?)[,，](?<chair>[^,，。]{2,24}?)(?:在(?<place>[^,，。]{2,24}?))?(?:主持)?召开/

/** The head block of minutes, or what their first sentence says instead. */
export function readHead(paragraphs: readonly MinutesParagraph[], text: string): MinutesHead {
  const head: MinutesHead = { time: null, place: null, chair: null, attended: null, absent: null, recorder: null }
  for (const { span } of paragraphs) {
    const words = text.slice(...span)
    const line = readHeadLine(words)
    if (line && line.field !== 'other') head[line.field] ??= line.value
    const opening = OPENING.exec(words.trim())?.groups
    if (opening) {
      head.time ??= opening.time ?? null
      head.place ??= opening.place ?? null
      head.chair ??= opening.chair ?? null
    }
  }
  return head
}
