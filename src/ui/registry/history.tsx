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

/** What it was registered with; nothing was there before. */
function First({ changes }: { changes: readonly Change[] }) {
  return (
    <details>
      <summary>登记</summary>
      {changes.map(({ label, after }) => (
        <p key={label}>
          <span className="quiet">{label}</span> {after}
        </p>
      ))}
    </details>
  )
}

/** Since when each state was true, when it became known, by whom, and where it stands; newest first. */
export function History({ history }: { history: readonly Version[] }) {
  return (
    <Sheet title="沿革">
      <ol className="dated-rows">
        {history.map(({ version, validFrom, recordedAt, savedBy, basis, changes }, i) => (
          <li key={version}>
            <b>{validFrom} 起</b>
            <div>
              {i === history.length - 1 ? <First changes={changes} /> : <Changes changes={changes} />}
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
