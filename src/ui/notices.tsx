import { App } from 'antd'
import { useMemo } from 'react'

/** One at a time: the next thing done takes the place of the last. */
const key = 'done'

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

/** Short notices that go by themselves: done in a word, refused with its sentence. */
export function useNotices(): Notices {
  const { message, notification } = App.useApp()
  return useMemo(
    () => ({
      done: (words, act) => {
        const run = () => {
          message.destroy(key)
          act?.run()
        }
        const content = (
          <>
            {words}
            {act && (
              <button type="button" className="plain-button notice-act" onClick={run}>
                {act.label}
              </button>
            )}
          </>
        )
        void message.open({ key, content, duration: act ? 6 : 3 })
      },
      refused: (problem) =>
        notification.error({
          title: problem instanceof Error ? problem.message : '没有办成。请再试一次。',
          placement: 'top',
          duration: 8,
        }),
    }),
    [message, notification],
  )
}
