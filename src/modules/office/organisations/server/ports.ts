import type { Tx } from '#platform/database/tx.ts'

/** What the register asks of those who stand on it. */
export interface OrganisationPorts {
  /** How many tasks in force each agency of a division leads; agencies that lead none are left out. */
  countLeads: (tx: Tx, divisionCode: string) => Promise<ReadonlyMap<string, number>>
}
