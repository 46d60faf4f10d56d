import { useNavigate, useRouter } from '@tanstack/react-router'
import { ProgrammeSwitch, type useProgrammeNow } from '#modules/programme/programmes/web/index.tsx'
import { useRemembered } from '#ui/remembered.ts'
import { screenOf } from '#ui/screen.ts'
import { useUrlWord } from '#ui/url-state.ts'
import { screens } from './modules.ts'
import { inProgramme } from './navigation.ts'

/** Which programme and year the page is about. Another programme keeps the page; what is of none stays where it is. */
export function Subject({ now, path }: { now: ReturnType<typeof useProgrammeNow>; path: string }) {
  const { history } = useRouter()
  const navigate = useNavigate()
  const [, remember] = useRemembered('programme')
  const year = useUrlWord('year')
  return (
    <ProgrammeSwitch
      now={now}
      onProgramme={(programmeId) => {
        remember(programmeId)
        const to = inProgramme(path, programmeId)
        if (to !== undefined) history.push(to)
      }}
      year={screenOf(screens, path)?.byYear ? year : undefined}
      onYear={(chosen) =>
        void navigate({ to: '.', search: (old: object) => ({ ...old, year: chosen || undefined }), replace: true })
      }
    />
  )
}
