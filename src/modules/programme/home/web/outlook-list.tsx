import { Link } from '@tanstack/react-router'
import { Lamp } from '#ui/lamp.tsx'
import { Sheet } from '#ui/page.tsx'
import type { HomeView } from '../contract.ts'
import { type Outlook, outlookWords, shortfall } from '../domain/outlook.ts'
import { lampWords } from './lamp-words.ts'

const share = (value: number, most: number): string => `${Math.min(100, Math.max(0, (value / most) * 100))}%`

/** Reached, band and target on one line; black and white is enough to read it. */
function Band({ outlook: { reached, low, high, value, wanted } }: { outlook: Outlook }) {
  const most = Math.max(high, wanted ?? 0, reached ?? 0) * 1.04
  if (most <= 0) return null
  return (
    <span className="band" aria-hidden>
      {reached !== null && <i style={{ width: share(reached, most) }} />}
      <b style={{ left: share(low, most), right: `calc(100% - ${share(high, most)})` }} />
      <u style={{ left: share(value, most) }} />
      {wanted !== null && <s style={{ left: share(wanted, most) }} />}
    </span>
  )
}

function OutlookLine({ outlook }: { outlook: Outlook }) {
  const { targetId, label, shown, lamp } = outlook
  return (
    <li className="outlook">
      <Lamp colour={lamp} label={lampWords[lamp]} size={12} />
      <div>
        <p>
          <Link to={`/targets/${targetId}`}>{label}</Link> <small className="quiet">{shown}</small>
        </p>
        <p className={shortfall(outlook) > 0 ? 'outlook-short' : ''}>{outlookWords(outlook)}</p>
        <Band outlook={outlook} />
      </div>
    </li>
  )
}

/** Where targets will stand if things go on as they did; those that will be missed first. */
export function OutlookList({ home }: { home: HomeView }) {
  const { outlooks, outlooksInAll, missed, programmeId } = home
  const title = missed > 0 ? `按现在的速度，${missed} 个目标完不成` : '按现在的速度，目标都能完成'
  return (
    <Sheet
      title={outlooks.length === 0 ? '年底预测' : title}
      aside={<Link to={`/programmes/${programmeId}/targets`}>全部目标</Link>}
    >
      {outlooks.length === 0 ? (
        <p className="quiet">报送的数值还不够推算年底。同一目标有两次以上数值后，这里给出预测和上下限。</p>
      ) : (
        <>
          <ul>
            {outlooks.map((outlook) => (
              <OutlookLine key={outlook.targetId} outlook={outlook} />
            ))}
          </ul>
          <p className="quiet band-key">深条为现值，浅条为预测上下限，短竖线为预测，长竖线为目标。</p>
          {outlooksInAll > outlooks.length && (
            <p className="quiet">
              有预测的目标共 {outlooksInAll} 个，这里列最要紧的 {outlooks.length} 个。
            </p>
          )}
        </>
      )}
    </Sheet>
  )
}
