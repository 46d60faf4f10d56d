export { checkDatabase, checkMachine } from './check-up.ts'
export { contentsOf, keepBackup, writeBackupTo } from './keep-backup.ts'
