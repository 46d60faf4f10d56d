import { FileThumbs } from '#modules/office/files/web/index.tsx'
import { formatMoment } from '#ui/words.ts'
import type { OrderPage } from '../contract.ts'
import { entryActTitles } from '../domain/entry.ts'

/** Everything that was done in a case, newest first. */
export function EntryList({ entries }: Pick<OrderPage, 'entries'>) {
  return (
    <ol className="entry-list">
      {[...entries].reverse().map((entry) => (
        <li key={entry.id}>
          <span className="quiet">{formatMoment(entry.at)}</span>
          <div>
            <b>{entryActTitles[entry.act]}</b>{' '}
            <span className="quiet">{[entry.number, entry.agency, entry.byName].filter(Boolean).join(' · ')}</span>
            {entry.words !== '' && <p>{entry.words}</p>}
            <FileThumbs files={entry.files} />
          </div>
        </li>
      ))}
    </ol>
  )
}
