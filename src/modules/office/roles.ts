import type { RoleLine } from '#kernel/role-line.ts'

/** System, security and audit administrators keep the house, check each other and see no business (GB/T 22239-2019 8.1.4.2 d). */
export const officeRoles = {
  administrator: { title: '系统管理员', actsFor: 'agency', forCounty: true },
  securityAdministrator: { title: '安全管理员', actsFor: 'agency', forCounty: true },
  auditAdministrator: { title: '审计管理员', actsFor: 'agency', forCounty: true },
} as const satisfies Record<string, RoleLine>
