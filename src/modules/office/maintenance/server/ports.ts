/** What the module needs from outside the database. */
export interface MaintenancePorts {
  /** Holds kept files, the secret and the folder of backups. */
  dataFolder: string
  /** Version of this program, written into backups. */
  program: string
}
