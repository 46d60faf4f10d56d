import { z } from 'zod'

/** The duties a person may hold; what each may do stands in the contract line of every operation. */
export const Role = z.enum([
  'administrator', 'securityAdministrator', 'auditAdministrator',
  'office', 'reviewer', 'reporter', 'agencyHead', 'leader', 'auditor', 'observer',
]) // biome-ignore format: the administrators apart
export type Role = z.infer<typeof Role>

export const roleTitles: Record<Role, string> = {
  administrator: '系统管理员',
  securityAdministrator: '安全管理员',
  auditAdministrator: '审计管理员',
  office: '专班办公室',
  reviewer: '牵头单位审核员',
  reporter: '填报员',
  agencyHead: '单位负责人',
  leader: '县领导',
  auditor: '审计员',
  observer: '观察员',
}

/** Every signed-in person, for operations that show what all of them may see. */
export const everyone: readonly Role[] = Role.options

/** System, security and audit administrators keep the house, check each other and see no business (GB/T 22239-2019 8.1.4.2 d). */
export const administrators: readonly Role[] = ['administrator', 'securityAdministrator', 'auditAdministrator']

/** Those who follow the business of a programme. */
export const staff: readonly Role[] = ['office', 'reviewer', 'reporter', 'agencyHead', 'leader', 'auditor', 'observer']

/** Those who act for one agency and see what concerns it. */
export const agencyStaff: readonly Role[] = ['reviewer', 'reporter', 'agencyHead']

/** Who is acting: taken from the session, never from a request. */
export interface Actor {
  userId: string
  name: string
  role: Role
  /** The jurisdiction whose rows this person works on, GB/T 2260. */
  divisionCode: string
  /** The person's own agency; null for leaders, auditors and administrators without one. */
  agencyId: string | null
  /** Until the password is changed only the account's own operations are open. */
  mustChangePassword?: boolean
  /** Until a second factor is set up only the account's own operations are open. */
  mustSetSecondFactor?: boolean
}

/** Whether a person sees the business of every agency of the county, or only of their own. */
export const seesWholeCounty = ({ role }: Pick<Actor, 'role'>): boolean =>
  staff.includes(role) && !agencyStaff.includes(role)
