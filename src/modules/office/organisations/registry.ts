import { z } from 'zod'
import { staff } from '#kernel/actor.ts'
import { defineRegistry } from '#kernel/registry/registry.ts'
import { AgencyForm, faultOf } from './domain/agency.ts'
import { departments } from './domain/departments.data.ts'

const works = Object.fromEntries(departments.map(({ code, core }) => [code, core]))

/** 单位名录. Apart from the contract, so that what departments are called is loaded with the first page that says it. */
export const agencyRegistry = defineRegistry('organisations', {
  entity: AgencyForm.extend({
    deptCodes: z.array(z.enum(Object.keys(works))).meta({ ...AgencyForm.shape.deptCodes.meta(), titles: works }),
  }).superRefine((agency, context) => {
    const message = faultOf(agency)
    if (message !== null) context.addIssue({ code: 'custom', path: ['dissolvedOn'], message })
  }),
  noun: '单位',
  measure: '个',
  path: '/agencies',
  key: 'name',
  readers: ['administrator', ...staff],
  keepers: ['administrator', 'office'],
  list: ['name', 'shortName', 'kind', 'aliases', 'formerNames', 'memberIds', 'successorId'],
  filters: ['kind', 'successorId'],
  ends: 'dissolvedOn',
  endWord: '撤销',
  merges: false,
})
