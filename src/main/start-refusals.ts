import { defineErrors, Refusal } from '#kernel/errors.ts'
import { sayFault } from '#platform/fault/describe-fault.ts'
import { sentenceOf } from '#platform/operation/fault-sentences.ts'

const startErrors = defineErrors('start', {
  portInUse: {
    kind: 'conflict',
    text: (p: { port: number }) =>
      `端口 ${p.port} 已被别的程序占用。请先停止它，或换一个端口，例如：PORT=${p.port + 1} npm start`,
  },
  portForbidden: {
    kind: 'forbidden',
    text: (p: { port: number }) =>
      `当前用户不能使用端口 ${p.port}。请换一个 1024 以上的端口，例如：PORT=3000 npm start`,
  },
  hostUnknown: { kind: 'invalid', text: (p: { host: string }) => `本机没有地址 ${p.host}。请检查 HOST。` },
  startUnfinished: {
    kind: 'conflict',
    text: () => '首次启动还没有做完，数据不完整。请等启动完成，或重新启动程序（npm start）后再试。',
  },
  databaseLost: {
    kind: 'unavailable',
    text: (p: { dataFolder: string }) =>
      `内置数据库意外停止，程序随之退出。请查看 ${p.dataFolder} 中的 postgres.log，然后重新启动。`,
  },
})

export const { databaseLost, startUnfinished } = startErrors

/** Why the address could not be taken, as a sentence; other faults stay what they are. */
export function listenRefusal(error: unknown, place: { host: string; port: number }): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return startErrors.portInUse(place)
  if (code === 'EACCES') return startErrors.portForbidden(place)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return startErrors.hostUnknown(place)
  return error
}

/**
 * Ends the program with the sentence of a refusal, or with what may be logged of a fault; the system's own words about a file
 * or an address hold nothing of anybody's.
 */
export function fail(error: unknown): never {
  const ofSystem = error instanceof Error && 'syscall' in error ? `${error.message}；` : ''
  const told = error instanceof Refusal ? error : sentenceOf(error)
  process.stderr.write(`${told?.message ?? `启动失败：${ofSystem}${sayFault(error)}`}\n`)
  process.exit(1)
}
