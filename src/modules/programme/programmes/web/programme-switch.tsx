import type { ProgrammeNow } from './programme-now.ts'
import './programme-switch.css'

interface ProgrammeSwitchProps {
  now: ProgrammeNow
  onProgramme: (programmeId: string) => void
  /** The year the page shows, where it shows one; empty for all of them. */
  year: string | undefined
  onYear: (year: string) => void
}

/** Every year a programme runs in. */
function yearsOf({ startOn, endOn }: { startOn: string | null; endOn: string | null }): readonly string[] {
  const [first, last] = [Number(startOn?.slice(0, 4)), Number(endOn?.slice(0, 4))]
  if (!first || !last) return []
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i))
}

/** In the head of every page: which programme, and where the page has one, which year. The page stays. */
export function ProgrammeSwitch({ now, onProgramme, year, onYear }: ProgrammeSwitchProps) {
  const { programmes, programmeId } = now
  const chosen = programmes.find(({ id }) => id === programmeId)
  if (!chosen) return null
  const years = yearsOf(chosen)
  return (
    <div className="programme-switch">
      <select
        aria-label="工作方案"
        title={chosen.title}
        value={chosen.id}
        onChange={(event) => onProgramme(event.target.value)}
      >
        {programmes.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      {year !== undefined && years.length > 0 && (
        <select aria-label="年度" value={year} onChange={(event) => onYear(event.target.value)}>
          <option value="">各年</option>
          {years.map((one) => (
            <option key={one} value={one}>
              {one} 年
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
