import { useEffect } from 'react'
import { may } from '#kernel/contract.ts'
import { useSession } from '#modules/office/accounts/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { useRemembered } from '#ui/remembered.ts'
import { type ProgrammeSummary, programmeContract } from '../contract.ts'

export interface ProgrammeNow {
  /** Those the person may see, the one begun last first. */
  programmes: readonly ProgrammeSummary[]
  /** The one in the address, else the one looked at last, else the newest. */
  programmeId: string | undefined
  isPending: boolean
}

/** Which programme the pages of a programme are those of. */
export function useProgrammeNow(path: string): ProgrammeNow {
  const { data: session } = useSession()
  const enabled = Boolean(session && isOpen(session) && may(session.user, programmeContract.listProgrammes))
  const { data, isPending } = useRead(programmeContract.listProgrammes, {}, { enabled })
  const [last, remember] = useRemembered('programme')
  const named = /^\/programmes\/([\da-f-]{36})(?:\/|$)/.exec(path)?.[1]
  useEffect(() => {
    if (named !== undefined && named !== last) remember(named)
  }, [named, last, remember])
  const wanted = named ?? last ?? undefined
  const programmes = data ?? []
  const known = programmes.find(({ id }) => id === wanted) ?? programmes[0]
  // One just begun stands in the address before it stands in the list.
  return { programmes, programmeId: named ?? (data ? known?.id : wanted), isPending: enabled && isPending }
}

const isOpen = (session: { mustChangePassword: string | null; mustSetSecondFactor: string | null }): boolean =>
  session.mustChangePassword === null && session.mustSetSecondFactor === null

/** Said by a page of one thing, whose address does not name its programme. */
export function useOfProgramme(programmeId: string): void {
  const [last, remember] = useRemembered('programme')
  useEffect(() => {
    if (programmeId !== last) remember(programmeId)
  }, [programmeId, last, remember])
}
