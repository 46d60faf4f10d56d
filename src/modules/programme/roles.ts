import type { RoleLine } from '#kernel/role-line.ts'

/** Those who follow the business of a programme. */
export const programmeRoles = {
  office: { title: '专班办公室', actsFor: 'agency', forCounty: true },
  reviewer: { title: '牵头单位审核员', actsFor: 'agency' },
  reporter: { title: '填报员', actsFor: 'agency' },
  agencyHead: { title: '单位负责人', actsFor: 'agency' },
  leader: { title: '县领导', actsFor: 'agency', forCounty: true },
  auditor: { title: '审计员', actsFor: 'agency', forCounty: true },
  observer: { title: '观察员', actsFor: 'agency', forCounty: true },
} as const satisfies Record<string, RoleLine>
