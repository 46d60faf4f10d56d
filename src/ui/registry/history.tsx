import { minuteOf } from '#kernel/moment.ts'
import type { Version } from '#kernel/registry/record-view.ts'
import { Sheet } from '../page.tsx'
import { Changes } from './changes.tsx'

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
