import { Button, Modal } from 'antd'
import { Fragment, type ReactNode, useSyncExternalStore } from 'react'
import { FactList } from './fact-list.tsx'
import type { FormChange } from './form-changes.ts'
import { watchPerson } from './kept/person.ts'

interface Conflict {
  title: string
  changes: readonly FormChange[]
  onRefill: () => Promise<void>
  onKeep: () => void
}

let state: { asked: Conflict | null; round: number } = { asked: null, round: 0 }
const watchers = new Set<() => void>()
const subscribe = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
function tell(next: Partial<typeof state>): void {
  state = { ...state, ...next }
  for (const watcher of watchers) watcher()
}

/** Shows what somebody else changed in the form, and asks which is to hold. */
export const askAboutConflict = (asked: Conflict): void => tell({ asked })

function Changes({ changes }: Pick<Conflict, 'changes'>) {
  if (changes.length === 0) return <p>别人已保存过这个表单；您填的内容还在，没有保存。</p>
  return (
    <div className="form-stack">
      <p>您打开以后，别人改过以下内容。您填的还在，没有保存。</p>
      <FactList facts={changes.map(({ label, said }) => ({ label, value: said }))} />
    </div>
  )
}

const close = (): void => tell({ asked: null })
watchPerson(close)

/** The page, drawn anew with the latest when a person asks for it; forms on it are filled again. */
export function FormConflicts({ children }: { children: ReactNode }) {
  const { asked, round } = useSyncExternalStore(subscribe, () => state)
  const refill = async () => {
    await asked?.onRefill()
    tell({ asked: null, round: round + 1 })
  }
  const keep = () => {
    close()
    asked?.onKeep()
  }
  return (
    <>
      <Fragment key={round}>{children}</Fragment>
      {asked && (
        <Modal
          open
          title={`没有保存：${asked.title}`}
          onCancel={close}
          zIndex={1100}
          footer={
            <>
              <Button onClick={() => void refill()}>用最新内容重填</Button>
              <Button type="primary" onClick={keep}>
                仍按我填的保存
              </Button>
            </>
          }
        >
          <Changes changes={asked.changes} />
        </Modal>
      )}
    </>
  )
}
