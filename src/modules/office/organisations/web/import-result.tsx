import { ImportRows } from '#ui/registry/import-rows.tsx'
import type { ImportView } from '../contract.ts'

interface RowReason {
  row: number
  reason: string
}

const countRows = (reasons: readonly RowReason[]): number => new Set(reasons.map(({ row }) => row)).size

function sentenceOf({ dryRun, added, changed, unchanged, bad }: ImportView): string {
  const counts = `新增 ${added.length} 个、修改 ${changed.length} 个、不变 ${unchanged} 个`
  if (bad.length > 0)
    return `有 ${countRows(bad)} 行不能导入，整份没有写入。请按下面的原因改好表格再送；其余${counts}。`
  if (!dryRun) return `已写入：${counts}。`
  return added.length + changed.length === 0 ? '表格与名录一致，不需要写入。' : `试导通过，尚未写入：将${counts}。`
}

/** What the import would do or did, row by row; what stops it first. */
export function ImportResult({ result, name }: { result: ImportView; name: string }) {
  return (
    <div className="import-result">
      <p className="import-sentence" role="status">
        <b>{name}</b> {sentenceOf(result)}
      </p>
      <ImportRows {...result} />
    </div>
  )
}
