export { checkDatabase, checkMachine } from './check-up.ts'
export { keepBackup } from './keep-backup.ts'
export type { KeepingPorts } from './ports.ts'
