import { useRead } from '#ui/client.ts'
import { Lamp } from '#ui/lamp.tsx'
import { lampContract, lampTitles } from '../contract.ts'

/** A task's lamp before its name; one reading serves all lamps of a programme on the screen. */
export function TaskLamp({ programmeId, taskId }: { programmeId: string; taskId: string }) {
  const { data } = useRead(lampContract.listLamps, { programmeId })
  const known = data?.tasks.find((one) => one.taskId === taskId)
  if (!known) return <span className="lamp-place" />
  return (
    <Lamp
      colour={known.lamp}
      label={lampTitles[known.lamp]}
      freshness={known.freshness === 'stale' ? 'stale' : 'fresh'}
    />
  )
}
