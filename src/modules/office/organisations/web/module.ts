import { fieldSlot } from '#ui/form/control.ts'
import { fill } from '#ui/parts.tsx'
import { recordSections, valueSlot } from '#ui/registry/kit.tsx'
import { type RegistryDoor, registryScreens } from '#ui/registry/screens.tsx'
import type { WebModule } from '#ui/screen.ts'

const door = {
  module: 'organisations',
  noun: '单位',
  title: '单位名录',
  path: '/agencies',
  help: '方案可能点到的全部单位。按名称、简称、曾用名或拼音首字母查找，可登记、从表格导入，也可查过去某一天的样子。',
  intro: '规划里的单位名称靠它认出来。',
  place: 'bodies/agencies',
  first: { kind: 'government' },
  reworded: ({ q, all, ...asked }) =>
    q || all ? { ...asked, ...(q ? { text: q } : {}), ...(all === 'dissolved' && { ended: 'with' }) } : null,
  load: async () => (await import('../registry.ts')).agencyRegistry,
  // Only a group keeps members; what one of another kind has left of them is shown until it is taken away.
  fields: ({ kind, memberIds }) => ({
    memberIds: { hidden: kind !== 'group' && !(Array.isArray(memberIds) && memberIds.length > 0) },
  }),
} as const satisfies RegistryDoor

/** Divisions and agencies, and whom to call there. */
export const organisationsWeb: WebModule = {
  screens: [
    ...registryScreens(door),
    {
      path: '/contacts',
      page: () => import('./contacts.page.tsx'),
      label: '联络员',
      help: '各牵头单位的联络员和电话。各单位登记自己的，领导在要事中一键拨打。',
      shows: 'organisations.listContacts',
      place: 'bodies/contacts',
    },
  ],
  // The kind of field this module brings.
  parts: [
    fill(fieldSlot('agency'), 1, () => import('./agency-field.tsx')),
    fill(valueSlot('agency'), 1, () => import('./agency-link.tsx')),
    fill(recordSections({ module: 'organisations' }), 1, () => import('./agency-course.tsx')),
  ],
}
