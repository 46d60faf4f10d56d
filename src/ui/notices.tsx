import { App, Button } from 'antd'
import { useMemo } from 'react'

interface Act {
  label: string
  run: () => void
}

export interface Notices {
  /** Something is done; the act takes it back or leads on. */
  done: (words: string, act?: Act) => void
  /** Something was not done; the sentence says why and what next. */
  refused: (problem: unknown) => void
}

/** Short notices that go by themselves: done below, refused above. */
export function useNotices(): Notices {
  const { notification } = App.useApp()
  return useMemo(
    () => ({
      done: (words, act) => {
        const key = words
        const run = () => {
          notification.destroy(key)
          act?.run()
        }
        const actions = act && (
          <Button size="small" type="link" onClick={run}>
            {act.label}
          </Button>
        )
        notification.open({ key, title: words, actions, placement: 'bottomLeft', duration: 5 })
      },
      refused: (problem) =>
        notification.error({
          title: problem instanceof Error ? problem.message : '没有办成。请再试一次。',
          placement: 'top',
          duration: 8,
        }),
    }),
    [notification],
  )
}
