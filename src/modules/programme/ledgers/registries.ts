import { staff } from '#kernel/actor.ts'
import { defineRegistry } from '#kernel/registry/registry.ts'
import { PolicyEntry, ProjectEntry } from './domain/list-entry.ts'

const ofProgramme = { within: 'programmeId', order: 'kept', readers: staff, keepers: ['office'] } as const

export const projectRegistry = defineRegistry('projectList', {
  ...ofProgramme,
  entity: ProjectEntry,
  noun: '项目',
  measure: '个',
  title: '项目清单',
  path: '/programmes/:programmeId/projects',
  key: 'name',
  list: ['name', 'totalFen', 'progress', 'agency', 'start', 'finish', 'taskId'],
  filters: ['agency', 'taskId'],
})

export const policyRegistry = defineRegistry('policyList', {
  ...ofProgramme,
  entity: PolicyEntry,
  noun: '政策',
  measure: '条',
  title: '政策清单',
  path: '/programmes/:programmeId/policies',
  key: 'title',
  apart: ['clause'],
  list: ['title', 'number', 'clause', 'audience', 'delivery', 'agency', 'deadline', 'taskId'],
  filters: ['agency', 'taskId'],
})
