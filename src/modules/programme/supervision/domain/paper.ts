import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { Standing } from '#modules/office/organisations/contract.ts'
import { OrderLevel } from './order.ts'
import { formOf, type PaperForm, paperTitles } from './paper-form.ts'

/** Year with four digits in 〔〕, number without leading zero (GB/T 9704-2012 7.2.5). */
export const paperNumber = (word: string, year: number, serial: number): string => `${word}〔${year}〕${serial}号`

/** Where and by whom an agency was talked to. */
export const Interview = z.object({
  on: z.iso.date().meta({ label: '约谈日期' }),
  place: z.string().max(100).meta({ label: '地点' }),
  host: z.string().max(100).meta({ label: '约谈人' }),
  invited: z.string().max(200).meta({ label: '被约谈人' }),
  recorder: z.string().max(60).meta({ label: '记录人' }),
  talk: z.string().max(3000).meta({ label: '约谈内容' }),
  statement: z.string().max(3000).meta({ label: '被约谈单位表态' }),
})
export type Interview = z.infer<typeof Interview>

const LampCounts = z.object({ green: z.int(), yellow: z.int(), red: z.int(), grey: z.int() })
export type LampCounts = z.infer<typeof LampCounts>

/** The words of a circular and the table of who is where, as they stood on the day it went out. */
/** Letters of one part of a circular. */
export const circularRoom = 10_000

export const CircularText = z.object({
  title: z.string().min(4).max(250).meta({ label: '标题', kind: 'text' }),
  opening: z.string().min(4).max(3000).meta({ label: '总体情况' }),
  problems: z.string().max(circularRoom).meta({ label: '存在问题' }),
  next: z.string().min(4).max(3000).meta({ label: '下一步要求' }),
})
export type CircularText = z.infer<typeof CircularText>

export const AgencyProgress = z.object({
  agency: z.string(),
  tasks: z.int(),
  lamps: LampCounts,
  open: z.int(),
  overdue: z.int(),
  missed: z.int(),
})
export type AgencyProgress = z.infer<typeof AgencyProgress>

/** What a paper says, kept as it was when it went out. */
export const PaperContent = z.object({
  programme: z.string(),
  /** The task as the plan states it, and what it asks by when; absent from papers written before it was kept. */
  task: z.object({ title: z.string(), words: z.string(), asks: z.array(z.string()) }).optional(),
  matter: z.string(),
  source: z.string(),
  /** To whom it goes, as the paper calls them. */
  host: z.string(),
  /** Absent from papers written before standing was told: they went to whoever it was as orders do. */
  standing: Standing.optional(),
  /** A letter beside the one to the host, to those who assist and stand otherwise: whom they assist. */
  assistsTo: z.string().optional(),
  /** The number of the letter this one follows up. */
  after: z.string().optional(),
  assists: z.array(z.string()),
  requirement: z.string(),
  /** 当前进度: the figures the paper rests on. */
  progress: z.array(z.string()),
  /** Which urging it is. */
  urges: z.int(),
  circular: CircularText.extend({ standings: z.array(AgencyProgress), on: z.iso.date() }).nullable(),
  interview: Interview.nullable(),
})
export type PaperContent = z.infer<typeof PaperContent>

/** A numbered paper that went out in a case, or a circular that names several. */
export const Paper = z.object({
  divisionCode: z.string(),
  id: z.uuid(),
  programmeId: z.uuid(),
  /** Null for a circular, which belongs to every case it names. */
  orderId: z.uuid().nullable(),
  kind: OrderLevel,
  /** 机关代字 and the word of its kind. */
  word: z.string(),
  year: z.int(),
  serial: z.int().min(1),
  number: z.string(),
  issuer: z.string(),
  issuedOn: z.iso.date(),
  issuedAt: Moment,
  issuedBy: z.string(),
  dueOn: z.iso.date().nullable(),
  content: PaperContent,
})
export type Paper = z.infer<typeof Paper>

/** What a paper is; those from before standing was told are what their step was. */
export const formOfPaper = ({ kind, content }: Pick<Paper, 'kind' | 'content'>): PaperForm =>
  formOf(kind, content.standing ?? 'below')

/** @param standing null of a paper from before it was told, when what urges was a 催办函 */
export const titleOfPaper = (kind: OrderLevel, standing: Standing | null): string =>
  kind === 'urge' && standing === null ? '催办函' : paperTitles[formOf(kind, standing ?? 'below')]
