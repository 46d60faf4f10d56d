import { minuteOf } from '#kernel/moment.ts'
import type { Change, Version } from '#kernel/registry/record-view.ts'
import { Sheet } from '../page.tsx'

/** What became other than it was, a line for each field. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  return changes.map(({ label, before, after }) => (
    <p key={label}>
      <span className="quiet">{label}</span> {before || '空'} → {after || '空'}
    </p>
  ))
}

/** Since when each state was true, when it became known, by whom, and where it stands; newest first. */
export function History({ history }: { history: readonly Version[] }) {
  return (
    <Sheet title="变更记录">
      <ol className="dated-rows">
        {history.map(({ version, validFrom, recordedAt, savedBy, basis, changes }) => (
          <li key={version}>
            <b>{validFrom} 起</b>
            <div>
              {changes.length > 0 ? <Changes changes={changes} /> : <p>登记</p>}
              <p className="quiet">
                {savedBy} {minuteOf(recordedAt)} 记入{basis && `，依据：${basis}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
