export { checkDatabase, checkMachine } from './check-up.ts'
export { keepBackup } from './keep-backup.ts'
