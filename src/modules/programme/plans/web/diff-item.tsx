import { changeKindTitles, diffFieldTitles, type FieldChange, type ItemChange } from '../domain/plan-diff.ts'
import { InlineDiff } from './inline-diff.tsx'

interface DiffItemProps {
  item: ItemChange
  before: string
  after: string
}

/** Longer wordings stand side by side, short ones in one line. */
const isLong = ({ field, before, after }: FieldChange): boolean => field === 'text' || before.length + after.length > 80

const said = (text: string) => text || '未写明'

function Field({ change, names }: { change: FieldChange; names: { before: string; after: string } }) {
  if (isLong(change))
    return (
      <div className="diff-sides">
        {(['before', 'after'] as const).map((side) => (
          <div key={side}>
            <p className="quiet">
              {names[side]}
              {diffFieldTitles[change.field]}
            </p>
            <blockquote>
              <InlineDiff before={change.before} after={change.after} side={side} />
            </blockquote>
          </div>
        ))}
      </div>
    )
  return (
    <div className="diff-line">
      <span className="quiet">{diffFieldTitles[change.field]}</span>
      <span>
        <del>{said(change.before)}</del> → <ins>{said(change.after)}</ins>
      </span>
    </div>
  )
}

/** One task or target that was added, dropped, changed or moved. */
export function DiffItem({ item, before, after }: DiffItemProps) {
  const now = item.after ?? item.before
  if (!now) return null
  const whole = item.kind === 'added' || item.kind === 'dropped'
  return (
    <li className="diff-item" data-kind={item.kind}>
      <h3>
        <span className="diff-kind">{changeKindTitles[item.kind]}</span>
        {now.number && <span className="quiet">{now.number} </span>}
        {now.title}
      </h3>
      {now.place && <p className="quiet diff-place">{now.place}</p>}
      {item.moved && item.before && item.before.place !== now.place && (
        <div className="diff-line">
          <span className="quiet">位置</span>
          <span>
            <del>{said(item.before.place)}</del> → <ins>{said(now.place)}</ins>
          </span>
        </div>
      )}
      {whole && <blockquote className="diff-whole">{now.text}</blockquote>}
      {item.changes.map((change) => (
        <Field key={change.field} change={change} names={{ before, after }} />
      ))}
    </li>
  )
}
