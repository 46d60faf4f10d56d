import { z } from 'zod'

/** The duties a person may hold; what each may do stands in the contract line of every operation. */
export const Role = z.enum(['administrator', 'office', 'reviewer', 'reporter', 'leader', 'auditor'])
export type Role = z.infer<typeof Role>

export const roleTitles: Record<Role, string> = {
  administrator: '系统管理员',
  office: '专班办公室',
  reviewer: '牵头单位审核员',
  reporter: '填报员',
  leader: '县领导',
  auditor: '审计员',
}

/** Every signed-in person, for operations that show what all of them may see. */
export const everyone: readonly Role[] = Role.options

/** Those who follow the business of a programme; the administrator keeps accounts and sees none of it (GB/T 22239-2019 8.1.4.2 d). */
export const staff: readonly Role[] = ['office', 'reviewer', 'reporter', 'leader', 'auditor']

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
}
