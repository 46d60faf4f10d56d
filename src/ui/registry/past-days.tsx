import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useSetUrlWords, useUrlWord } from '../url-state.ts'
import { useKit } from './kit.tsx'

const DayInput = lazy(async () => ({ default: (await import('../form/day-field.tsx')).DayInput }))

/** The two days of the past in the address: as it was on one, as far as it was known on the other. */
function usePastDays() {
  const { prefix } = useKit()
  const set = useSetUrlWords()
  return {
    on: useUrlWord(`${prefix}on`),
    knownOn: useUrlWord(`${prefix}knownOn`),
    setDay: (name: 'on' | 'knownOn', day: string) => set({ [prefix + name]: day }),
    leave: () => set({ [`${prefix}on`]: undefined, [`${prefix}knownOn`]: undefined }),
  }
}

/** Asks for the days; folded until somebody wants to look back. */
export function PastDays() {
  const { on, knownOn, setDay } = usePastDays()
  const [open, setOpen] = useState(false)
  if (!open && on === '' && knownOn === '') return <Button onClick={() => setOpen(true)}>查看往日</Button>
  // Once a day stands there it keeps the place open; without one it folds again.
  const choose = (name: 'on' | 'knownOn') => (day: string) => {
    setOpen(false)
    setDay(name, day)
  }
  return (
    <span className="past-days">
      <Suspense fallback={null}>
        截至
        <DayInput aria-label="截至哪一天的情况" placeholder="今天" value={on} onChange={choose('on')} />
        按
        <DayInput aria-label="按哪一天所知" placeholder="今天" value={knownOn} onChange={choose('knownOn')} />
        所知
      </Suspense>
    </span>
  )
}

/** Says that one looks at the past, and leads back. */
export function PastNotice() {
  const { on, knownOn, leave } = usePastDays()
  if (on === '' && knownOn === '') return null
  return (
    <p className="past-notice" role="status">
      <span>
        这里是{on === '' ? '今天' : ` ${on} `}的情况{knownOn !== '' && `，按 ${knownOn} 当时所知`}，不能修改。
      </span>
      <Button size="small" className="no-print" onClick={leave}>
        回到现在
      </Button>
    </p>
  )
}
