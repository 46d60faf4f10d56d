import { Refusal } from '#kernel/errors.ts'
import { refusalLine } from './diagnostic-lines.ts'

export interface CompileResult {
  /** What to print on standard error. */
  lines: string[]
  /** The result when it was not written to a file. */
  output: string | Uint8Array | null
  isRead: boolean
}

/** What is said of a document that could not be compiled. */
export const failedJob = ({ name }: { name: string }, error: unknown): CompileResult => ({
  lines: [refusalLine(name, ...reasonOf(error))],
  output: null,
  isRead: false,
})

const systemReasons: Record<string, string> = {
  ENOENT: '找不到这个文件，请核对路径。',
  EACCES: '没有权限读取或写入，请检查文件权限。',
  EPERM: '没有权限读取或写入，请检查文件权限。',
  ENOSPC: '磁盘已满，结果没有写成，请清理后重试。',
  EROFS: '磁盘只读，结果没有写成，请换一个 --out 目录。',
}

function reasonOf(error: unknown): [code: string, sentence: string] {
  if (error instanceof Refusal) return [error.code, error.message]
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = systemReasons[code]
  if (known !== undefined) return [`cli.${code}`, known]
  return [
    'cli.fault',
    `程序内部错误，请把这个文件和这句话一并反馈：${error instanceof Error ? error.message : String(error)}`,
  ]
}
