import { FileThumbs } from '#modules/office/files/web/index.tsx'
import { formatMoment } from '#ui/words.ts'
import type { OrderPage } from '../contract.ts'
import { stampActTitles } from '../domain/stamp.ts'

/** Everything that was done in a matter, newest first. */
export function StampList({ stamps }: Pick<OrderPage, 'stamps'>) {
  return (
    <ol className="stamp-list">
      {[...stamps].reverse().map((stamp) => (
        <li key={stamp.id}>
          <span className="quiet">{formatMoment(stamp.at)}</span>
          <div>
            <b>{stampActTitles[stamp.act]}</b>{' '}
            <span className="quiet">{[stamp.number, stamp.agency, stamp.byName].filter(Boolean).join(' · ')}</span>
            {stamp.words !== '' && <p>{stamp.words}</p>}
            <FileThumbs files={stamp.files} />
          </div>
        </li>
      ))}
    </ol>
  )
}
