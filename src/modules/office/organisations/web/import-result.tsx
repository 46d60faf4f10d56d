import { LeftOutRows } from '#ui/left-out.tsx'
import { Sheet } from '#ui/page.tsx'
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

function Rows({ title, reasons }: { title: string; reasons: readonly RowReason[] }) {
  if (reasons.length === 0) return null
  const rows = [...new Set(reasons.map(({ row }) => row))]
  return (
    <Sheet title={`${title} ${rows.length} 行`}>
      <ul className="import-rows">
        {rows.map((row) => (
          <li key={row}>
            <span className="quiet">第 {row} 行</span>
            <div>
              {reasons
                .filter((one) => one.row === row)
                .map(({ reason }) => (
                  <p key={reason}>{reason}</p>
                ))}
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function Changed({ changed }: Pick<ImportView, 'changed'>) {
  if (changed.length === 0) return null
  return (
    <Sheet title={`修改 ${changed.length} 个`}>
      <ul className="import-rows">
        {changed.map(({ row, name: agency, changes }) => (
          <li key={row}>
            <span className="quiet">第 {row} 行</span>
            <div>
              {agency}
              {changes.map(({ label, before, after }) => (
                <p key={label}>
                  <span className="quiet">{label}</span> {before || '空'} → {after || '空'}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** What the import would do or did, row by row; what stops it first. */
export function ImportResult({ result, name }: { result: ImportView; name: string }) {
  const { added, changed, bad, warnings, skipped, remarks } = result
  return (
    <div className="import-result">
      <p className="import-sentence" role="status">
        <b>{name}</b> {sentenceOf(result)}
      </p>
      <Rows title="不能导入" reasons={bad} />
      <Rows title="提醒" reasons={warnings} />
      <Changed changed={changed} />
      {added.length > 0 && (
        <Sheet title={`新增 ${added.length} 个`}>
          <ul className="import-rows">
            {added.map(({ row, name: agency }) => (
              <li key={row}>
                <span className="quiet">第 {row} 行</span>
                <span>{agency}</span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      <LeftOutRows skipped={skipped} remarks={remarks} />
    </div>
  )
}
