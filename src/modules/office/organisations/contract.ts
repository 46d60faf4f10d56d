import { z } from 'zod'
import { agencyStaff, staff } from '#kernel/actor.ts'
import { DivisionCode } from '#kernel/codes.ts'
import { contract } from '#kernel/contract.ts'
import { LeftOut } from '#kernel/left-out.ts'
import { Agency, AgencyAlias } from './domain/agency.ts'
import { Contact } from './domain/contact.ts'
import { Division } from './domain/division.ts'
import { AgencyMatch } from './domain/match-agency.ts'

export { AgencyMatch }

const registrars = ['administrator', 'office'] as const
const readers = ['administrator', ...staff] as const
const agencyId = z.uuid()

export const AgencyView = Agency.extend({
  divisionName: z.string(),
  kindTitle: z.string(),
  /** Names of what the ids point at, so that a list needs no second request. */
  members: z.array(z.object({ id: agencyId, name: z.string() })),
  mergedInto: z.object({ id: agencyId, name: z.string() }).nullable(),
  mergedFrom: z.array(z.object({ id: agencyId, name: z.string() })),
  active: z.boolean(),
  can: z.object({ saveAgency: z.boolean(), addAlias: z.boolean() }),
})
export type AgencyView = z.infer<typeof AgencyView>

/** What the import would do or did: every row accounted for, by its number in the sheet. */
export const ImportView = z.object({
  dryRun: z.boolean(),
  added: z.array(z.object({ row: z.int(), name: z.string() })),
  changed: z.array(
    z.object({
      row: z.int(),
      name: z.string(),
      changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  unchanged: z.int(),
  bad: z.array(z.object({ row: z.int(), reason: z.string() })),
  warnings: z.array(z.object({ row: z.int(), reason: z.string() })),
  ...LeftOut.shape,
})
export type ImportView = z.infer<typeof ImportView>

/** What a person types; ids, initials and the owner of the row are the server's. */
export const AgencyForm = Agency.omit({ id: true, initials: true })
export type AgencyForm = z.infer<typeof AgencyForm>

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
  listAgencies: {
    path: 'GET /agencies',
    title: '查看单位名录',
    by: readers,
    /** `text` is looked for in names, aliases, former names and pinyin initials. */
    input: z.object({ text: z.string().trim().max(60).optional(), includeDissolved: z.stringbool().optional() }),
    output: z.object({
      agencies: z.array(AgencyView),
      can: z.object({ saveAgency: z.boolean(), importAgencies: z.boolean() }),
    }),
  },
  getAgency: {
    path: 'GET /agencies/:agencyId',
    title: '查看单位',
    by: readers,
    input: z.object({ agencyId }),
    output: AgencyView,
  },
  createAgency: {
    path: 'POST /agencies',
    title: '新建单位',
    by: registrars,
    /** It belongs to the division of the person who adds it. */
    input: AgencyForm.omit({ divisionCode: true }),
    output: AgencyView,
  },
  saveAgency: {
    path: 'PUT /agencies/:agencyId',
    title: '修改单位',
    by: registrars,
    input: AgencyForm.extend({ agencyId }),
    output: AgencyView,
  },
  addAlias: {
    path: 'POST /agencies/:agencyId/aliases',
    title: '登记单位别名',
    by: registrars,
    input: AgencyAlias.extend({ agencyId }),
    output: AgencyView,
  },
  importAgencies: {
    path: 'POST /agencies/import',
    title: '从表格导入单位名录',
    by: registrars,
    input: z.object({ dryRun: z.stringbool() }),
    output: ImportView,
    upload: true,
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
