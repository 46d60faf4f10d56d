import { useRead } from '#ui/client.ts'
import { Lamp } from '#ui/lamp.tsx'
import { lampContract, lampTitles } from '../contract.ts'
import './lamps.css'

/** The slot before an indicator's name; what is offered to applicants has no lamp. */
export function Part({ programmeId, targetId }: { programmeId: string; targetId: string }) {
  const { data } = useRead(lampContract.listLamps, { programmeId })
  const known = data?.targets.find((one) => one.targetId === targetId)
  return known ? <Lamp colour={known.lamp} label={lampTitles[known.lamp]} /> : <span className="lamp-place" />
}
