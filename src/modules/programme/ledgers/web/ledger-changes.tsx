import { LeftOutRows } from '#ui/left-out.tsx'
import type { LedgerImport } from '../contract.ts'

function sentenceOf({ dryRun, changed, unchanged, refused }: LedgerImport): string {
  const counts = `修改 ${changed.length} 行、不变 ${unchanged} 行`
  if (refused.length > 0) return `有 ${refused.length} 行不能导入，整份没有写入。请按原因改好再送；其余${counts}。`
  if (!dryRun) return `已写入：${counts}。`
  return changed.length === 0 ? '与系统中的内容一致，不需要写入。' : `试导通过，尚未写入：将${counts}。`
}

/** What the file would change or changed: refused rows first, then cell by cell. */
export function LedgerChanges({ result, name }: { result: LedgerImport; name: string }) {
  const { refused, changed, ignored, skipped, remarks } = result
  return (
    <div className="form-stack">
      <p role="status">
        <b>{name}</b> {sentenceOf(result)}
      </p>
      {refused.length > 0 && (
        <section>
          <h3>不能导入</h3>
          <ul className="ground-list">
            {refused.map(({ row, reason }) => (
              <li key={row}>
                第 {row} 行：{reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      {changed.length > 0 && (
        <section>
          <h3>修改</h3>
          <ul className="ground-list">
            {changed.map(({ row, name: title, cells }) => (
              <li key={row}>
                {title}
                {cells.map(({ column, before, after }) => (
                  <p key={column}>
                    <span className="quiet">{column}</span> {before || '空'} → {after || '空'}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {ignored.length > 0 && (
        <section>
          <h3>没有取用</h3>
          <p className="quiet">这些格由系统计算，仍按系统的内容：</p>
          <ul className="ground-list">
            {ignored.map(({ row, column, text, shown }) => (
              <li key={`${row} ${column}`}>
                第 {row} 行 {column}：表中“{text || '空'}”，系统“{shown || '空'}”
              </li>
            ))}
          </ul>
        </section>
      )}
      <LeftOutRows skipped={skipped} remarks={remarks} />
    </div>
  )
}
