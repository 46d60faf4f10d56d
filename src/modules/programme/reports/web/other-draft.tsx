import { Button } from 'antd'
import { FactList } from '#ui/fact-list.tsx'
import { formatMoment } from '#ui/words.ts'
import type { InboxItem } from '../contract.ts'
import { differencesOf, type MetDraft } from '../domain/draft.ts'

interface OtherDraftProps {
  item: InboxItem
  begun: MetDraft
  onChoose: (which: 'here' | 'there') => void
}

/** What the same person saved on another device meanwhile; nothing is kept or handed in until one of the two is chosen. */
export function OtherDraft({ item, begun, onChoose }: OtherDraftProps) {
  const { answer, other } = begun
  if (!other) return null
  return (
    <div className="other-draft" role="alert">
      <p>您 {formatMoment(other.savedAt)} 在另一台设备上存过这一项的草稿，与这里不同。两份都在，请选定一份，再报送。</p>
      <FactList
        facts={differencesOf(answer, other.answer, item.asked).map(({ label, here, there }) => ({
          label,
          value: `这里 ${here} → 另一台 ${there}`,
        }))}
      />
      <div className="other-draft-acts">
        <Button size="small" onClick={() => onChoose('here')}>
          用这里的
        </Button>
        <Button size="small" onClick={() => onChoose('there')}>
          用另一台的
        </Button>
      </div>
    </div>
  )
}
