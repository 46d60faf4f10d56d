export { attachFiles } from './attach-files.ts'
export { listFilesOf } from './list-files-of.ts'
export type { FilePorts } from './ports.ts'
