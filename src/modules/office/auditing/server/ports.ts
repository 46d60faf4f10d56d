/** What the module needs from outside the database. */
export interface AuditingPorts {
  /** Holds the heads that were kept. */
  dataFolder: string
  /** Where heads and trails go each day, outside the data folder; undefined where nobody has said. */
  auditFolder: string | undefined
}
