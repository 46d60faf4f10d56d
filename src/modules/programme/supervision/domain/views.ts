import { z } from 'zod'
import { Allowed } from '#kernel/allowed.ts'
import { Moment } from '#kernel/moment.ts'
import { FileView } from '#modules/office/files/contract.ts'
import { Standing } from '#modules/office/organisations/contract.ts'
import { Entry, orderNodes } from './entry.ts'
import { Issuing } from './issuing.ts'
import { Order, OrderLevel } from './order.ts'
import { AgencyProgress, CircularText, Interview, Paper } from './paper.ts'
import { PaperForm, paperTitles } from './paper-form.ts'
import { Proposal } from './proposal.ts'
import { Request } from './request.ts'
import { SupervisionSettings } from './settings.ts'

export const programmeId = z.uuid()
export const day = z.iso.date('日期应写成 2026-11-22。')
export const words = z.string().trim().max(2000).meta({ label: '说明' })
export const reason = z
  .string()
  .trim()
  .min(4, '请写明理由，至少四个字。')
  .max(500)
  .meta({ label: '理由', kind: 'long' })
const Named = z.object({ agencyId: z.uuid(), name: z.string() })

export const OrderView = Order.extend({
  taskTitle: z.string(),
  host: z.string(),
  assists: z.array(Named),
  overdue: z.boolean(),
  /** Whether a year on the way to the day has no published calendar: the day is provisional (暂定). */
  provisional: z.boolean(),
  /** What the agency asked and waits for. */
  requestsOpen: z.int(),
})
export type OrderView = z.infer<typeof OrderView>

export const EntryView = Entry.omit({ divisionCode: true }).extend({
  agency: z.string().nullable(),
  number: z.string().nullable(),
  files: z.array(FileView),
})
export type EntryView = z.infer<typeof EntryView>

export const PaperView = Paper.pick({
  id: true,
  kind: true,
  number: true,
  issuedOn: true,
  issuedBy: true,
  dueOn: true,
}).extend({
  title: z.string(),
  standing: Standing,
  interview: Interview.nullable(),
  /** Figures it rests on that were corrected after it went out, as far as the reader may read them. */
  corrected: z.array(z.string()),
})
export type PaperView = z.infer<typeof PaperView>

export const RequestView = Request.omit({ divisionCode: true }).extend({ agency: z.string() })
export type RequestView = z.infer<typeof RequestView>

/** A paper that may go out now. */
export const PaperChoice = z.object({ kind: OrderLevel, dueOn: day, limit: z.string() })
export type PaperChoice = z.infer<typeof PaperChoice>

export const OrderPage = OrderView.extend({
  programmeTitle: z.string(),
  today: day,
  nodes: z.array(
    z.object({
      node: z.enum(orderNodes),
      entry: Entry.pick({ at: true, byName: true, agencyId: true, words: true })
        .extend({ agency: z.string().nullable() })
        .nullable(),
    }),
  ),
  entries: z.array(EntryView),
  papers: z.array(PaperView),
  requests: z.array(RequestView),
  /** The papers that may go out now, each with the day it would usually give. */
  nextPapers: z.array(PaperChoice),
  can: z.object({
    issue: Allowed,
    escalate: Allowed,
    instruct: Allowed,
    receive: Allowed,
    handle: Allowed,
    assist: Allowed,
    answer: Allowed,
    submitRequest: Allowed,
    answerRequest: Allowed,
    review: Allowed,
    close: Allowed,
    reopen: Allowed,
    withdraw: Allowed,
  }),
})
export type OrderPage = z.infer<typeof OrderPage>

export const ProposalView = Proposal.omit({ divisionCode: true }).extend({
  taskTitle: z.string().nullable(),
  host: z.string().nullable(),
  /** How the host stands to who signs: it decides which papers there are and what they are called. */
  standing: Standing,
  assists: z.array(Named),
  /** Of the case that would be taken further. */
  number: z.string().nullable(),
  /** The papers a person may make of it, each with the day it would usually give. */
  papers: z.array(PaperChoice),
})
export type ProposalView = z.infer<typeof ProposalView>

export const SupervisionPage = z.object({
  today: day,
  /** The day the figures behind the proposals are of; null before they were ever looked at. */
  proposedOn: day.nullable(),
  proposals: z.array(ProposalView),
  setAside: z.array(ProposalView),
  orders: z.array(OrderView),
  circulars: z.array(PaperView),
  /** The papers a case may begin with, each with the day it would usually give. */
  papers: z.array(PaperChoice),
  /** Until when a proposal set aside today usually rests. */
  holdUntilOn: day,
  can: z.object({ registerOrder: Allowed, takeProposal: Allowed, issueCircular: Allowed, saveSettings: Allowed }),
})
export type SupervisionPage = z.infer<typeof SupervisionPage>

/** A series of this year: the number its next paper bears, and which numbers before it no paper here bears. */
const SeriesView = z.object({ form: PaperForm, next: z.string(), missing: z.string().nullable() })
export type SeriesView = z.infer<typeof SeriesView>

/** Numbers that were used on paper outside the program. */
export const PassedOver = z.object({
  form: PaperForm.meta({ label: '文书', titles: paperTitles }),
  last: z.int().min(1).max(9999).meta({ label: '本年已用到第几号' }),
})

export const SettingsView = z.object({
  programmeId,
  today: day,
  settings: SupervisionSettings,
  /** Who signs and the words of numbers as they will be from a later day on. */
  coming: Issuing.extend({ from: day }).nullable(),
  series: z.array(SeriesView),
  defaults: SupervisionSettings,
  /** The plan's own words a default was taken from; null where it is custom. */
  sources: z.object({
    limit: z.string().nullable(),
    supervises: z.string().nullable(),
    reports: z.string().nullable(),
  }),
  savedBy: z.string().nullable(),
  savedAt: Moment.nullable(),
  can: z.object({ save: Allowed }),
})
export type SettingsView = z.infer<typeof SettingsView>

export const CircularDraft = CircularText.extend({
  today: day,
  dueOn: day,
  number: z.string(),
  standings: z.array(AgencyProgress),
  /** Cases a circular may name, overdue ones first. */
  orders: z.array(OrderView),
})
export type CircularDraft = z.infer<typeof CircularDraft>

/** What an agency is told when it is given something to do. */
export const terms = {
  requirement: z.string().trim().min(4, '请写明办理要求。').max(1000).meta({ label: '办理要求' }),
  dueOn: day.meta({ label: '办理时限' }),
  words,
}
export const Registration = Order.pick({
  taskId: true,
  agencyId: true,
  assistIds: true,
  level: true,
  matter: true,
  source: true,
  requirement: true,
  dueOn: true,
})
export type Registration = z.infer<typeof Registration>
