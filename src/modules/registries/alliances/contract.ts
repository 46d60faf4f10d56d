import { staff } from '#kernel/actor.ts'
import { defineRegistry } from '#kernel/registry/registry.ts'
import { Alliance, AllianceYear } from './domain/alliance.ts'

export const allianceRegistry = defineRegistry('alliances', {
  entity: Alliance,
  years: AllianceYear,
  noun: '产业联盟',
  measure: '个',
  path: '/alliances',
  key: 'name',
  readers: staff,
  keepers: ['office'],
  list: ['name', 'field', 'leader', 'agencyId', 'members', 'state', 'foundedOn', 'contact', 'phone'],
  filters: ['state', 'agencyId', 'foundedOn'],
})
