import { z } from 'zod'
import { agencyStaff, staff } from '#kernel/actor.ts'
import { DivisionCode } from '#kernel/codes.ts'
import { contract } from '#kernel/contract.ts'
import { Agency, AgencyAlias } from './domain/agency.ts'
import { Contact } from './domain/contact.ts'
import { Division } from './domain/division.ts'
import { AgencyMatch } from './domain/match-agency.ts'

export { CountyCalendarYear } from './domain/county-calendar.ts'
export { AgencyMatch }

const registrars = ['administrator', 'office'] as const
const readers = ['administrator', ...staff] as const
const agencyId = z.uuid()

/** An agency where one is chosen. */
const AgencyChoiceView = Agency.pick({ id: true, name: true, shortName: true }).extend({
  /** First letters of the pinyin of both. */
  initials: z.string(),
})

/** An agency that leads tasks, with whom to call there. */
export const ContactView = Contact.pick({ name: true, phone: true })
  .partial()
  .extend({
    agencyId,
    agencyName: z.string(),
    leads: z.int(),
    can: z.object({ saveContact: z.boolean() }),
  })
export type ContactView = z.infer<typeof ContactView>

const callers = ['office', 'leader', ...agencyStaff] as const

export const organisationContract = contract('organisations', {
  listAgencyNames: {
    path: 'GET /agencies/names',
    title: '选择单位',
    by: readers,
    input: z.object({}),
    /** Those that exist. */
    output: z.array(AgencyChoiceView),
  },
  addAlias: {
    path: 'POST /agencies/:agencyId/aliases',
    title: '登记单位别名',
    by: registrars,
    input: AgencyAlias.extend({ agencyId }),
    output: z.object({ id: agencyId }),
  },
  listDivisions: {
    path: 'GET /divisions',
    title: '查看行政区划',
    by: readers,
    /** Without `under`, the provinces. */
    input: z.object({ under: DivisionCode.optional(), text: z.string().trim().max(40).optional() }),
    output: z.array(Division),
  },
  matchNames: {
    path: 'POST /agencies/match',
    title: '核对单位名称',
    by: readers,
    input: z.object({ names: z.array(z.string().trim().min(1).max(100)).max(2000), on: z.iso.date().optional() }),
    output: z.array(z.object({ name: z.string(), match: AgencyMatch })),
  },
  listContacts: {
    path: 'GET /contacts',
    title: '查看联络员',
    by: callers,
    input: z.object({}),
    output: z.array(ContactView),
  },
  saveContact: {
    path: 'PUT /agencies/:agencyId/contact',
    title: '登记联络员',
    by: ['office', ...agencyStaff],
    input: Contact.pick({ name: true, phone: true }).extend({ agencyId }),
    output: z.array(ContactView),
  },
})
