export { attachFiles, attachToRecord } from './attach-files.ts'
export { listFilesOf } from './list-files-of.ts'
export { listOwnFiles } from './list-own-files.ts'
export { type QuotaStore, sumOfCounties, takeIn } from './take-in.ts'
