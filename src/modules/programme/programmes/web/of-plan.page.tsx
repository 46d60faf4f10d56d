import { Navigate, useParams } from '@tanstack/react-router'
import { useRead } from '#ui/client.ts'
import { Reading } from '#ui/reading.tsx'
import { LoadingSkeleton } from '#ui/states.tsx'
import { programmeContract } from '../contract.ts'

/** From a plan to the programme that runs from it; from one that no longer runs, to the list. */
export function Page() {
  const { planId }: { planId?: string } = useParams({ strict: false })
  const programmes = useRead(programmeContract.listProgrammes, {})
  return (
    <Reading of={programmes}>
      {(all) => {
        const programme = all.find((one) => one.planId === planId)
        if (!programme && programmes.isFetching) return <LoadingSkeleton />
        if (!programme) return <Navigate to="/programmes" replace />
        return <Navigate to="/programmes/$programmeId" params={{ programmeId: programme.id }} replace />
      }}
    </Reading>
  )
}
