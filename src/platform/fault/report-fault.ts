import { sayFault } from './describe-fault.ts'
import { ownFaults } from './fault-log.ts'

/** Writes a fault of work nobody waits for to standard error: bounded, without anybody's words. */
export function reportFault(error: unknown): void {
  const { id, isNew, suppressed } = ownFaults.admit(error)
  if (!isNew) return
  const before = suppressed > 0 ? `，此前另有 ${suppressed} 次未写出` : ''
  process.stderr.write(`${new Date().toISOString()} 后台工作出错（编号 ${id}${before}）：${sayFault(error)}\n`)
}

/** A fault nobody caught ends the program, as ever; what is written of it holds no parameters. */
export function dieQuietly(): void {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`程序出错，已停止：${sayFault(error)}\n`)
    process.exit(1)
  })
}
